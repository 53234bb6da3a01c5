// `lectern dev`: the live preview. A second one in the same folder, called with `--open`, brings the browser of the first to a post.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { replaceFile } from '../../io/replace-file.ts'
import type { DevServer } from '../../server/dev-server.ts'
import type { Environment, ExitCode, Terminal } from '../command.ts'
import { counted } from '../counted.ts'
import { cacheFolder, overridesOf } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { tellNew } from '../tell-new.ts'

const defaultPort = 4000

export async function dev(options: Options, terminal: Environment): Promise<ExitCode> {
  const root = resolve(terminal.folder, options.root ?? '.')
  const output = resolve(options.output === undefined ? root : terminal.folder, options.output ?? 'public')
  const cache = cacheFolder(output)
  const file = options.open === undefined ? undefined : resolve(terminal.folder, options.open)
  if (file !== undefined && (await showInRunning(cache, file))) return 0
  const port = Number(options.port ?? defaultPort)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return misuse(`--port takes a number from 0 to 65535, not ${options.port}`, terminal)
  // Loaded here, since no other command needs it.
  const { startDevServer } = await import('../../server/dev-server.ts')
  const tell = tellNew(options, terminal)
  const server = await startDevServer({ ...devOptions(options, terminal, root, output, cache), onChange: tell, port })
  if (!('preview' in server)) return printDiagnostics(server, options, terminal)
  const url = `http://${options.host ?? 'localhost'}:${server.port}`
  remember(cache, server.port)
  terminal.printError(`Preview of ${counted(server.preview.shown().loaded.site.posts.length, 'post')} at ${url}${homeOf(server)}`)
  tell(await server.preview.problems(), false)
  if (file !== undefined) terminal.browse(url + (server.addressOf(file) ?? homeOf(server)))
  await terminal.ended()
  await server.close()
  rmSync(placeOf(cache), { force: true })
  return 0
}

function misuse(message: string, terminal: Terminal): ExitCode {
  terminal.printError(message)
  return 2
}

function devOptions(options: Options, terminal: Environment, root: string, output: string, cache: string) {
  return {
    root,
    output,
    cache,
    configs: options.config?.split(',').map(path => resolve(terminal.folder, path)),
    theme: terminal.theme,
    mathAssets: terminal.mathAssets,
    // What is not published yet is what a writer wants to see.
    overrides: { ...overridesOf(options), show_drafts: true, future: true },
    now: terminal.now,
    loadPagefind: terminal.loadPagefind,
    host: options.host ?? '127.0.0.1',
    clientScript: terminal.previewScript,
    follows: options.follow === true,
    onTrouble: (reason: string) => terminal.printError(reason),
  }
}

function homeOf({ preview }: DevServer): string {
  return `${preview.shown().input.config.baseurl}/`
}

// A preview leaves its port where another one finds it.
function placeOf(cache: string): string {
  return join(cache, 'preview.json')
}

function remember(cache: string, port: number): void {
  mkdirSync(dirname(placeOf(cache)), { recursive: true })
  replaceFile(placeOf(cache), JSON.stringify({ port }))
}

async function showInRunning(cache: string, file: string): Promise<boolean> {
  try {
    if (!existsSync(placeOf(cache))) return false
    const { port } = JSON.parse(readFileSync(placeOf(cache), 'utf8')) as { readonly port: number }
    const url = `http://127.0.0.1:${port}`
    const response = await fetch(`${url}/__lectern/show`, { method: 'POST', headers: { origin: url }, body: file })
    return response.ok
  } catch {
    return false
  }
}
