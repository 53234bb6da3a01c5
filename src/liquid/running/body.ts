// The pieces of a body, one after the other.

import type { Body, Run } from '../nouns.ts'
import { hasPaper, marksLimit, spend } from './run.ts'

export function renderBody(run: Run, { pieces }: Body): void {
  const frame = run.frames.at(-1)
  if (frame === undefined || !spend(run, pieces.length)) return
  const isMarked = run.isMarkdown && run.captures === 0 && run.frames.length === 1 && run.marks.length < marksLimit
  for (const piece of pieces) {
    if (isMarked) run.marks.push({ from: run.out.length, at: piece.at, isText: piece.text !== undefined })
    if (piece.text !== undefined) {
      run.out += piece.text
      continue
    }
    frame.at = piece.at
    frame.length = piece.length
    piece.render(run)
    if (run.interrupt !== undefined) return
  }
  hasPaper(run)
}
