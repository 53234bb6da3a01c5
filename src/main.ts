#!/usr/bin/env node
// The process: arguments in, exit code out. The only file that knows there is one.

import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './cli/run.ts'

// A reader that has seen enough (`lectern export | head`) closes the pipe; that is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

const isInteractive = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI']

function browse(url: string): void {
  const [program, args] =
    process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['explorer', [url]] : ['xdg-open', [url]]
  // Where there is no browser the printed address has to do.
  spawn(program as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

// The names of the other chunks hold what is in them, and stand in this one; the grammars are the one library that no chunk holds.
function program(): string {
  const { version } = createRequire(import.meta.url)('highlight.js/package.json') as { version: string }
  return `${hash('sha1', readFileSync(fileURLToPath(import.meta.url)), 'base64')} ${version} ${process.version}`
}

try {
  process.exitCode = await run(process.argv.slice(2), {
    print: text => process.stdout.write(`${text}\n`),
    printError: text => process.stderr.write(`${text}\n`),
    draw: text => process.stderr.write(text),
    isInteractive,
    colour: process.env['FORCE_COLOR'] ? process.env['FORCE_COLOR'] !== '0' : isInteractive && !process.env['NO_COLOR'],
    now: Date.now,
    program,
    // Templates lie beside `dist` as they lie beside `src`.
    theme: fileURLToPath(new URL('../templates', import.meta.url)),
    mathAssets: dirname(createRequire(import.meta.url).resolve('katex')),
    folder: process.cwd(),
    previewScript: fileURLToPath(new URL('../dist/preview.js', import.meta.url)),
    browse,
    // Only a command that waits takes the signals; every other is ended by them.
    ended: () =>
      new Promise(resolve => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
      }),
  })
} catch (error) {
  // Authors' mistakes are diagnostics; whatever gets here is ours.
  process.stderr.write(
    `Lectern failed, and the fault is ours. Please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 70
}
