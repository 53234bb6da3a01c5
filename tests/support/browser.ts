// Chromium and a server for the pages of a site, for tests that look at them as a reader's browser does.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { run } from '../../src/cli/run.ts'
import { terminalIn } from './terminal.ts'
import { makeFolder } from './transcript.ts'
import { parseArchive } from './txtar.ts'

/** Where Debian puts it; CHROMIUM names another. Undefined where there is none. */
export const chromiumPath: string | undefined = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(path => path !== undefined && existsSync(path))

/** Without these it looks up its maker's servers at every start. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/json',
}

/** Serves a folder as a good host does: compressed, cached, with the site's own page for what is not there. `write` sends a page
 * otherwise, a slow connection for instance. */
export async function serve(
  folder: string,
  write?: (response: ServerResponse, bytes: Buffer) => void,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const [status, found] = existsSync(file) ? [200, file] : [404, join(folder, '404.html')]
    const type = types[extname(found)] ?? 'application/octet-stream'
    const bytes = existsSync(found) ? readFileSync(found) : Buffer.alloc(0)
    if (write && type.startsWith('text/html')) return write(response.writeHead(status, { 'content-type': type }), bytes)
    const isPacked = /text|json|xml/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']))
    const headers = { 'content-type': type, 'cache-control': 'max-age=31536000', ...(isPacked ? { 'content-encoding': 'gzip' } : {}) }
    response.writeHead(status, headers).end(isPacked ? gzipSync(bytes) : bytes)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

/** Builds the site in `root` into a folder of its own, by the command that authors use. */
export async function buildInto(
  root: string,
  args: readonly string[] = [],
): Promise<{ readonly output: string; readonly remove: () => void }> {
  const parent = mkdtempSync(join(tmpdir(), 'lectern-built-'))
  const output = join(parent, 'public')
  const messages: string[] = []
  const exitCode = await run(
    ['build', '--output', output, '--quiet', ...args],
    terminalIn(root, text => messages.push(text)),
  )
  if (exitCode !== 0) throw new Error(`the build failed:\n${messages.join('\n')}`)
  return { output, remove: () => rmSync(parent, { recursive: true, force: true }) }
}

/** A site that is built, served, and open in Chromium. */
export interface BrowsedSite {
  readonly browser: Browser
  readonly url: string
  readonly close: () => Promise<void>
}

/** Builds the site of an archive, and opens a browser for it. */
export async function browseSite(archive: string): Promise<BrowsedSite> {
  const source = makeFolder(parseArchive(archive).files)
  const built = await buildInto(source.folder)
  const server = await serve(built.output)
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
  const close = async (): Promise<void> => {
    await browser.close()
    server.close()
    built.remove()
    source.remove()
  }
  return { browser, url: server.url, close }
}

/** A port that nothing listens on, for programs that have to be told one. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

/** How many pixels a page is wider than its window. All of it is laid out for this: what a phone leaves for later is cut, and would not count. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })()`)
}
