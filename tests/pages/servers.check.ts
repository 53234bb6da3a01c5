// The site on real web servers, with the configuration that the manual tells: every file of it is asked for, from the root of a host and
// from a folder of it, and read in Chromium.

import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { chromiumArgs, chromiumPath } from '../support/browser.ts'
import { terminalIn } from '../support/terminal.ts'
import { isInstalled, type ServerName, serveBy } from '../support/web-servers.ts'

const root = join(import.meta.dirname, '..', '..')
const parent = mkdtempSync(join(tmpdir(), 'lectern-served-'))
const source = join(parent, 'source')

// Where the server leads on by itself there is no page to be seen.
const isOld = (path: string): boolean => /^\/old[/-]/.test(path)

const moved = `---
title: Moved, über alles
redirect_from: [/old/address/, /old-page.html]
tags: [C++, 機械学習]
---
Text with $x^2$ and a [file](data (1).csv).
`

beforeAll(async () => {
  // Servers give up the rights of the one who starts them.
  chmodSync(parent, 0o755)
  for (const name of ['posts', '_data', '_config.yml']) cpSync(join(root, name), join(source, name), { recursive: true })
  writeFileSync(join(source, 'posts', '2024-10-01-moved-über.md'), moved)
  writeFileSync(join(source, 'posts', 'data (1).csv'), 'a,b\n1,2\n')
  writeFileSync(join(source, '_config.yml'), `${readFileSync(join(source, '_config.yml'), 'utf8')}\ndeploy: [nginx, caddy, apache]\n`)
  for (const baseurl of ['', '/notes']) await build(baseurl)
})

afterAll(() => rmSync(parent, { recursive: true, force: true }))

const outputFor = (baseurl: string): string => (baseurl === '' ? join(parent, 'root') : join(parent, 'host', baseurl))

async function build(baseurl: string): Promise<void> {
  const said: string[] = []
  const args = ['build', '--quiet', '--output', outputFor(baseurl), '--baseurl', baseurl]
  const exitCode = await run(
    args,
    terminalIn(source, text => said.push(text)),
  )
  if (exitCode !== 0) throw new Error(said.join('\n'))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.epub': 'application/epub+zip',
}

const typeOf = (path: string): string =>
  path.endsWith('feed.xml') ? 'application/atom+xml; charset=utf-8' : path.endsWith('.xml') ? '/xml' : (types[extname(path)] ?? '')

for (const name of ['nginx', 'caddy', 'apache'] as const)
  for (const baseurl of ['', '/notes'])
    describe.runIf(isInstalled(name))(`${name}, ${baseurl === '' ? 'the root of a host' : 'the folder /notes/'}`, () =>
      served(name, baseurl),
    )

function served(name: ServerName, baseurl: string): void {
  const site = outputFor(baseurl)
  let server: Awaited<ReturnType<typeof serveBy>>

  beforeAll(async () => {
    server = await serveBy(name, { site, baseurl, work: join(parent, `${name}${baseurl.replace('/', '-')}`) })
  })
  afterAll(() => server?.stop())

  const ask = (path: string, encoding = 'identity'): Promise<Answer> => answerOf(server.url + baseurl + encodeURI(path), encoding)

  test('every file answers with its bytes, its type and the headers', async () => {
    const files = readdirSync(site, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile() && !/\.(?:br|gz)$/.test(file.name))
      .map(file => join(file.parentPath, file.name).slice(site.length))
    const [wrong, count] = [[] as string[], { asked: 0, packed: 0 }]
    for (const file of files) {
      const path = file.replace(/\/index\.html$/, '/')
      const bytes = readFileSync(join(site, file))
      if (/\/\./.test(file)) {
        const { status } = await ask(path)
        if (status === 200) wrong.push(`${path} is shown`)
        continue
      }
      for (const encoding of ['identity', 'gzip']) {
        const { status, headers, body } = await ask(path, encoding)
        count.asked += 1
        const isPacked = headers['content-encoding'] !== undefined
        count.packed += isPacked ? 1 : 0
        if (status === 301 && isOld(path)) continue
        if (status !== 200) wrong.push(`${path}: ${status}`)
        else if (!body.equals(bytes)) wrong.push(`${path}: other bytes, ${encoding}`)
        if (!String(headers['content-type'] ?? '').includes(typeOf(file))) wrong.push(`${path}: ${headers['content-type']}`)
        if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${path}: no nosniff`)
        if (headers['referrer-policy'] === undefined) wrong.push(`${path}: no referrer policy`)
        if (encoding === 'gzip' && /\.(?:html|css|js)$/.test(file) && bytes.length > 1024 && !isPacked)
          wrong.push(`${path}: not compressed`)
        const isLasting = /\/(?:pagefind\/(?:fragment|index)|assets\/katex\/fonts)\/|\/assets\/.*\.[\da-f]{10}\.(?:css|js)$/.test(path)
        if (/immutable/.test(headers['cache-control'] ?? '') !== isLasting) wrong.push(`${path}: cache-control ${headers['cache-control']}`)
      }
    }
    console.info(
      `${name} ${baseurl || '/'}: ${files.length} files, ${count.asked} answers, ${count.packed} compressed, ${wrong.length} wrong`,
    )
    expect(files.length).toBeGreaterThan(60)
    expect(wrong).toEqual([])
  })

  test('every link of every page leads somewhere', async () => {
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html'))
    const targets = new Set(
      pages.flatMap(page =>
        [...readFileSync(join(site, page), 'utf8').matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)].map(match =>
          (match[1] ?? '').replaceAll('&amp;', '&'),
        ),
      ),
    )
    const dead: string[] = []
    for (const target of targets) {
      const { status } = await answerOf(server.url + target)
      if (status !== 200) dead.push(`${target}: ${status}`)
    }
    expect(targets.size).toBeGreaterThan(40)
    expect(dead).toEqual([])
  })

  test('a folder without its slash, an old address, and one that never was', async () => {
    const slashless = await ask('/archive')
    expect([301, 302, 308]).toContain(slashless.status)
    expect(new URL(slashless.headers['location'] ?? '', server.url).pathname).toBe(`${baseurl}/archive/`)
    const old = await ask('/old/address/')
    const newPlace = `${baseurl}/2024/10/01/moved-über/`
    if (old.status === 301) expect(decodeURI(new URL(old.headers['location'] ?? '', server.url).pathname)).toBe(newPlace)
    else expect(old.body.toString()).toContain('http-equiv="refresh"')
    const nothing = await ask('/never/was')
    expect(nothing.status).toBe(404)
    expect(nothing.body.equals(readFileSync(join(site, '404.html')))).toBe(true)
    expect(nothing.headers['content-type']).toContain('text/html')
  })

  test.runIf(chromiumPath !== undefined)('Chromium shows it: nothing fails, and the search finds', async () => {
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
    try {
      const page = await browser.newPage()
      const failed: string[] = []
      page.on('pageerror', error => failed.push(error.message))
      page.on('console', message => message.type() === 'error' && failed.push(message.text()))
      page.on('response', response => response.status() >= 400 && failed.push(`${response.status()} ${response.url()}`))
      for (const path of ['/', '/2024/09/23/a-tour-of-the-markdown/', '/tags/', '/about/', '/search/?q=lecture'])
        await page.goto(server.url + baseurl + path)
      await page.locator('main a[href*="/2024/"]').first().waitFor()
      await page.goto(server.url + baseurl + '/2024/09/23/a-tour-of-the-markdown/')
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.katex') as Element).fontFamily)).toContain('KaTeX')
      expect(failed).toEqual([])
    } finally {
      await browser.close()
    }
  })
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

function answerOf(url: string, encoding = 'identity'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const packed = response.headers['content-encoding']
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: packed === 'gzip' ? gunzipSync(body) : packed === 'br' ? brotliDecompressSync(body) : body,
        })
      })
    }).on('error', reject)
  })
}
