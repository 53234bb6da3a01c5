// `lectern dev`: the live preview.

import type { ExitCode, Terminal } from '../commands.ts'
import type { Options } from '../options.ts'

export async function dev(_options: Options, terminal: Terminal): Promise<ExitCode> {
  terminal.printError('The live preview is not part of this version yet. Until it is, run lectern build after each change.')
  return 2
}
