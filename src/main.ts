// The process: arguments in, exit code out. The only file that knows there is one.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Installation } from './cli/command.ts'
import { run } from './cli/run.ts'
import { errorCode } from './text/error-code.ts'

/** Runs the command that the process was started with. `loadPagefind` imports the library of that name. */
export async function start({ program, loadPagefind }: Pick<Installation, 'program' | 'loadPagefind'>): Promise<void> {
  // A reader that has seen enough (`lectern export | head`) closes the pipe; that is no failure.
  process.stdout.on('error', error => {
    if (errorCode(error) === 'EPIPE') process.exit(0)
    throw error
  })

  const isInteractive = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI']

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
      mathAssets: fileURLToPath(new URL('katex', import.meta.url)),
      folder: process.cwd(),
      calledAs: process.env['npm_command'] === 'exec' ? 'npx lectern' : 'lectern',
      previewScript: fileURLToPath(new URL('../dist/preview.js', import.meta.url)),
      workerScript: workerScript(),
      browse: url => void browse(url),
      loadPagefind,
      timezone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      ask,
      // Only a command that waits takes the signals; every other is ended by them.
      ended: () =>
        new Promise(resolve => {
          for (const signal of endingSignals) process.once(signal, () => resolve())
        }),
      undisturbed,
    })
  } catch (error) {
    // Authors' mistakes are diagnostics; whatever gets here is ours.
    process.stderr.write(
      `Lectern failed, and the fault is ours. Please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exitCode = 70
  }
  // All is done, and what was printed is on its way. Left alone, Node frees the memory piece by piece first: 60 to 100 ms of a build of 1,000 posts
  // in which nothing changed, which takes 1.2 s.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

// Only where somebody can see the question and answer it.
async function ask(question: string, byDefault: string): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY || process.env['CI']) return byDefault
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question}${byDefault === '' ? '' : ` (${byDefault})`}: `).finally(() => terminal.close())
  return answer.trim() || byDefault
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function undisturbed<Result>(act: () => Result): Promise<Result> {
  let received: NodeJS.Signals | undefined
  const wait = (signal: NodeJS.Signals): void => {
    received = signal
  }
  for (const signal of endingSignals) process.on(signal, wait)
  try {
    return act()
  } finally {
    // What has come meanwhile is delivered now.
    await new Promise(resolve => setImmediate(resolve))
    for (const signal of endingSignals) process.off(signal, wait)
    if (received !== undefined) process.kill(process.pid, received)
  }
}

async function browse(url: string): Promise<void> {
  const { spawn } = await import('node:child_process')
  const [program, args] =
    process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['explorer', [url]] : ['xdg-open', [url]]
  // Where there is no browser the printed address has to do.
  spawn(program as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

// Where the program runs from its sources there is no bundled thread.
function workerScript(): string | undefined {
  const script = fileURLToPath(new URL('worker.js', import.meta.url))
  return existsSync(script) ? script : undefined
}
