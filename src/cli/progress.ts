// A bar on the terminal for builds that take long enough to wonder about.

import type { Terminal } from './commands.ts'

const quietTime = 500
const width = 24

/** Counts `step()`s to `total`; draws only on an interactive terminal, and only once half a second has gone by. */
export function makeProgress(total: number, terminal: Terminal) {
  const start = terminal.now()
  let [done, drawn, last] = [0, false, start]
  return {
    step(): void {
      done++
      const now = terminal.now()
      if (!terminal.isInteractive || now - start < quietTime || now - last < 50) return
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
