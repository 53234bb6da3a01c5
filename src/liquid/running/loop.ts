// `forloop` and `tablerowloop`: where a loop stands.

import { drop } from '../values/kinds.ts'

export interface ForLoop {
  readonly name: string
  readonly length: number
  readonly parentloop: ForLoop | undefined
  /** How many rounds are over. */
  done: number
}

/** The loop as templates see it. */
export function forLoop(name: string, length: number, parentloop: ForLoop | undefined): ForLoop {
  const loop = {
    name,
    length,
    parentloop,
    get index() {
      return this.done + 1
    },
    get index0() {
      return this.done
    },
    get rindex() {
      return length - this.done
    },
    get rindex0() {
      return length - this.done - 1
    },
    get first() {
      return this.done === 0
    },
    get last() {
      return this.done === length - 1
    },
    done: 0,
  }
  return drop(loop, () => 'Liquid::ForloopDrop')
}

export interface RowLoop {
  readonly length: number
  done: number
  row: number
  col: number
}

export function rowLoop(length: number, columns: number): RowLoop & { readonly col_last: boolean; readonly last: boolean } {
  const loop = {
    length,
    get index() {
      return this.done + 1
    },
    get index0() {
      return this.done
    },
    get rindex() {
      return length - this.done
    },
    get rindex0() {
      return length - this.done - 1
    },
    get first() {
      return this.done === 0
    },
    get last() {
      return this.done === length - 1
    },
    get col0() {
      return this.col - 1
    },
    get col_first() {
      return this.col === 1
    },
    get col_last() {
      return this.col === columns
    },
    done: 0,
    row: 1,
    col: 1,
  }
  return drop(loop, () => 'Liquid::TablerowloopDrop')
}
