// A preview of a site in a folder of its own, as `lectern dev` runs it.

import { join } from 'node:path'
import type { LoadPagefind } from '../../src/io/index-search.ts'
import { type DevServer, startDevServer } from '../../src/server/dev-server.ts'
import type { OnProblems } from '../../src/server/tell-problems.ts'
import { defaultTheme, mathAssets } from './site.ts'
import { makeFolder } from './transcript.ts'
import { parseArchive } from './txtar.ts'

export interface RunningPreview {
  readonly folder: string
  readonly url: string
  readonly server: DevServer
  /** The text of a page, without the script that only the preview has. */
  readonly page: (path: string) => Promise<string>
  readonly close: () => Promise<void>
}

export const buildMoment = Date.UTC(2030, 0, 1)

export async function runPreview(
  archive: string,
  options: {
    readonly theme?: string
    readonly follows?: boolean
    readonly loadPagefind?: LoadPagefind
    readonly onChange?: OnProblems
  } = {},
): Promise<RunningPreview> {
  const { folder, remove } = makeFolder(parseArchive(archive).files)
  const server = await startDevServer({
    root: folder,
    configs: undefined,
    theme: options.theme ?? defaultTheme,
    mathAssets,
    overrides: { show_drafts: true, future: true },
    now: () => buildMoment,
    loadPagefind: options.loadPagefind ?? (() => import('pagefind')),
    cache: join(folder, '.cache', 'lectern'),
    host: '127.0.0.1',
    port: 0,
    clientScript: join(import.meta.dirname, '..', '..', 'dist', 'preview.js'),
    output: join(folder, 'public'),
    follows: options.follows ?? false,
    onTrouble: reason => {
      throw new Error(reason)
    },
    onChange: options.onChange ?? (() => {}),
  })
  if (!('preview' in server)) throw new Error(JSON.stringify(server))
  const url = `http://127.0.0.1:${server.port}`
  return {
    folder,
    url,
    server,
    page: async path => withoutScript(await (await fetch(url + path)).text()),
    close: async () => {
      await server.close()
      remove()
    },
  }
}

export function withoutScript(html: string): string {
  return html.replace(/<script src="\/__lectern\/preview\.js"[^>]*><\/script>/, '')
}

/** Asks until the answer is as wanted, for at most two seconds. */
export async function until<Value>(ask: () => Value | Promise<Value>, isWanted: (value: Value) => boolean): Promise<Value> {
  const end = performance.now() + 4000
  for (;;) {
    const value = await ask()
    if (isWanted(value) || performance.now() > end) return value
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
