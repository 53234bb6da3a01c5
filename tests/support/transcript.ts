// A transcript: commands with what they print, and the files they run on, in one text.
//
//   $ lectern build
//   Built 7 pages …
//   exit 1            (after a command that does not end well)
//   $ cat public/index.html
//   -- posts/2024-01-01-a.md --
//
//   # prose for the reader
//
// `cat`, `ls`, `rm` and `append FILE TEXT` are understood besides `lectern`. Times are shown as `0.00 s`.

import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../src/cli/run.ts'
import { terminalIn } from './terminal.ts'
import { parseArchive } from './txtar.ts'

export interface Step {
  readonly command: string
  readonly expected: string
}

export function stepsOf(text: string): { steps: readonly Step[]; files: ReadonlyMap<string, string> } {
  const { comment, files } = parseArchive(text)
  const [, ...parts] = comment.split(/^\$ (.+)\n/m)
  const steps: Step[] = []
  for (let index = 0; index < parts.length; index += 2)
    steps.push({ command: parts[index] ?? '', expected: (parts[index + 1] ?? '').replace(/\n\n(?:#.*\n)+(?=\n|$)/g, '').trim() })
  return { steps, files }
}

/** A folder with these files; `remove` takes it away. */
export function makeFolder(files: ReadonlyMap<string, string>): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs one command in the folder, and answers all that it prints. */
export async function runStep(command: string, folder: string): Promise<string> {
  const [name = '', ...args] = command.match(/"[^"]*"|\S+/g)?.map(word => word.replace(/^"|"$/g, '')) ?? []
  if (name === 'lectern') return runLectern(args, folder)
  const place = join(folder, args[0] ?? '')
  if (name === 'cat') return existsSync(place) ? readFileSync(place, 'utf8').trim() : `there is no ${args[0]}`
  if (name === 'ls') return existsSync(place) ? filesIn(place).join('\n') : `there is no ${args[0]}`
  if (name === 'rm') rmSync(place, { recursive: true })
  else if (name === 'append') appendFileSync(place, `${args.slice(1).join(' ')}\n`)
  else throw new Error(`a transcript cannot ${name}`)
  return ''
}

async function runLectern(args: readonly string[], folder: string): Promise<string> {
  const lines: string[] = []
  const exitCode = await run(args, { ...terminalIn(folder, line => lines.push(line)), now: () => Date.UTC(2030, 0, 1) })
  const text = lines.join('\n').replaceAll(folder, '{folder}')
  return exitCode === 0 ? text : `${text}\nexit ${exitCode}`
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
