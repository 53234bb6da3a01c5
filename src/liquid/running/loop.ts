// `forloop` and `tablerowloop`: where a loop stands.

import { drop } from '../values/kinds.ts'

interface Loop {
  readonly length: number
  index: number
  index0: number
  rindex: number
  rindex0: number
  first: boolean
  last: boolean
}

/** The loop as templates see it. */
export interface ForLoop extends Loop {
  readonly name: string
  readonly parentloop: ForLoop | undefined
}

export interface RowLoop extends Loop {
  row: number
  col: number
  col0: number
  col_first: boolean
  col_last: boolean
}

export function forLoop(name: string, length: number, parentloop: ForLoop | undefined): ForLoop {
  return drop({ name, parentloop, ...loop(length) }, () => 'Liquid::ForloopDrop')
}

export function rowLoop(length: number, columns: number): RowLoop {
  const first = { row: 1, col: 1, col0: 0, col_first: true, col_last: columns === 1 }
  return drop({ ...loop(length), ...first }, () => 'Liquid::TablerowloopDrop')
}

function loop(length: number): Loop {
  return { length, index: 1, index0: 0, rindex: length, rindex0: length - 1, first: true, last: length === 1 }
}

/** Goes on to the next round. */
export function advance(loop: Loop): void {
  loop.index0 = loop.index
  loop.index += 1
  loop.rindex = loop.rindex0
  loop.rindex0 -= 1
  loop.first = false
  loop.last = loop.rindex0 === 0
}

/** Goes on to the next cell, and to the next row behind the last of one. */
export function advanceCell(loop: RowLoop, columns: number): void {
  advance(loop)
  if (loop.col_last) loop.row += 1
  loop.col = loop.col_last ? 1 : loop.col + 1
  loop.col0 = loop.col - 1
  loop.col_first = loop.col === 1
  loop.col_last = loop.col === columns
}
