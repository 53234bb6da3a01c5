// `lectern schema config` and `lectern schema post`: JSON Schemas for editors, which then propose keys and say what they mean.

import { schemaOf } from '../../config/json-schema.ts'
import { configKeys } from '../../config/keys.ts'
import { frontMatterKeys } from '../../posts/keys.ts'
import type { ExitCode, Terminal } from '../command.ts'
import type { Options } from '../options.ts'

export async function schema(
  _options: Options,
  terminal: Pick<Terminal, 'print' | 'printError'>,
  [of]: readonly string[],
): Promise<ExitCode> {
  const made =
    of === 'config'
      ? schemaOf('Configuration of a site of Lectern', configKeys)
      : of === 'post'
        ? schemaOf('Front matter of a post or page of Lectern', frontMatterKeys)
        : undefined
  if (made === undefined) {
    terminal.printError('lectern schema needs to know of what: lectern schema config, or lectern schema post')
    return 2
  }
  terminal.print(JSON.stringify(made, null, 2))
  return 0
}
