// A bar on the terminal for builds that take long enough to wonder about.

import type { Surroundings, Terminal } from './command.ts'

const quietTime = 500
const width = 24

/** Draws how many pages are done; only on an interactive terminal, and only once half a second has gone by. */
export function makeProgress(terminal: Pick<Terminal, 'isInteractive' | 'draw'> & Pick<Surroundings, 'now'>) {
  const start = terminal.now()
  let [drawn, last] = [false, start]
  return {
    reach(done: number, total: number): void {
      if (!terminal.isInteractive) return
      const now = terminal.now()
      if (now - start < quietTime || now - last < 50) return
      last = now
      drawn = true
      const filled = Math.round((done / Math.max(1, total)) * width)
      terminal.draw(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total} pages`)
    },
    end(): void {
      if (drawn) terminal.draw('\r\u001b[K')
    },
  }
}
