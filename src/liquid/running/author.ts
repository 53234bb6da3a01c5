// The author's own text, piece by piece. A tag that never ends is left out, and the rest of the text goes on.

import type { Body, Run } from '../nouns.ts'
import { renderBody } from './body.ts'
import { workLimit } from './run.ts'

const strikes = 3

export function renderAuthors(run: Run, { pieces }: Body): void {
  let stopped = 0
  for (const piece of pieces) {
    const { length } = run.out
    run.work = workLimit
    renderBody(run, { pieces: [piece], isBlank: false })
    if (run.interrupt === 'stop') {
      run.out = run.out.slice(0, length)
      run.interrupt = undefined
      stopped += 1
      if (stopped === strikes) return
    }
    // As in Ruby, `break` outside of a loop ends the text.
    if (run.interrupt !== undefined) return
  }
}
