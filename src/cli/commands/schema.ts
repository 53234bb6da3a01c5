// `lectern schema config` and `lectern schema post`: JSON Schemas for editors, which then propose keys and say what they mean. `lectern schema vscode`
// puts them where VS Code looks, with a task that shows what is wrong.

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { configSchema, postSchema, schemaFiles, settingsFiles } from '../../authoring/vscode.ts'
import { createFiles } from '../../io/create-files.ts'
import { replaceFile } from '../../io/replace-file.ts'
import type { Environment, ExitCode } from '../command.ts'
import type { Options } from '../options.ts'

export async function schema(options: Options, environment: Environment, [of]: readonly string[]): Promise<ExitCode> {
  const { print, printError } = environment
  switch (of) {
    case 'config':
      print(JSON.stringify(configSchema(), null, 2))
      return 0
    case 'post':
      print(JSON.stringify(postSchema(), null, 2))
      return 0
    case 'vscode':
      return setUpVsCode(resolve(environment.folder, options.root ?? '.'), options, environment)
    default:
      printError('lectern schema needs to know of what: lectern schema config, post, or vscode, which sets up VS Code')
      return 2
  }
}

// Schemas are ours and follow the program; settings are the author's.
function setUpVsCode(root: string, { quiet }: Options, { printError: tell, calledAs }: Environment): ExitCode {
  const settings = settingsFiles(calledAs)
  const created = createFiles(root, [...settings, ...schemaFiles()])
  for (const { path, text } of schemaFiles()) if (!created.has(path)) replaceFile(join(root, path), text)
  if (quiet) return 0
  for (const { path } of schemaFiles()) tell(`Wrote ${path}`)
  for (const { path, text } of settings)
    tell(
      created.has(path)
        ? `Wrote ${path}`
        : `Kept  ${path}${isIn(join(root, path), text) ? '' : `; what belongs into it:\n${text.trimEnd()}`}`,
    )
  return 0
}

function isIn(place: string, text: string): boolean {
  return readFileSync(place, 'utf8').includes(
    text
      .trim()
      .replace(/^\{|\}$/g, '')
      .trim(),
  )
}
