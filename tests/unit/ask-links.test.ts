// Links to other sites, asked of servers on this machine.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeLinks } from '../../src/check/external.ts'
import { askLinks } from '../../src/cli/ask-links.ts'
import { load } from '../support/site.ts'

const asked: string[] = []
let server: Server
let base = ''
const folder = mkdtempSync(join(tmpdir(), 'lectern-links-'))
const day = 86_400_000

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const path = request.url ?? '/'
    if (path === '/moved') response.writeHead(301, { location: `${base.replace('127.0.0.1', 'localhost')}/good` }).end()
    else if (path === '/no-head') response.writeHead(request.method === 'HEAD' ? 405 : 200).end()
    else if (path === '/silent') return
    else response.writeHead({ '/good': 200, '/private': 403 }[path] ?? 404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function linksOf(urls: readonly string[]) {
  const { loaded } = load(`-- posts/2024-01-01-a.md --\n---\ntitle: A\n---\n${urls.map(url => `A [link](${url}).\n`).join('\n')}`)
  const [entry] = loaded.entries
  if (entry === undefined) throw new Error('no entry')
  const { value } = await loaded.renderer.wholeText(entry)
  return value.written.map(link => ({ entry, link }))
}

const ask = (links: Awaited<ReturnType<typeof linksOf>>, now: number) =>
  askLinks(links, { file: join(folder, 'links.json'), now: () => now, onAnswer: () => {}, pause: 0, patience: 300 })

test('dead links are told at their place; what asks for a password or dislikes HEAD is alive', async () => {
  const links = await linksOf([
    `${base}/good#part`,
    `${base}/gone`,
    `${base}/private`,
    `${base}/no-head`,
    `${base}/moved`,
    `${base}/silent`,
    'http://127.0.0.1:1/',
  ])
  const found = judgeLinks(links, await ask(links, 0)).map(
    ({ code, position, message }) => `${position?.line} ${code} ${message.replaceAll(base, '')}`,
  )
  expect(found).toEqual([
    '6 link/external The link to /gone leads nowhere: the answer is 404',
    '12 link/moved /moved has moved',
    '14 link/external The link to /silent leads nowhere: nobody answered in time',
    expect.stringMatching(/^16 link\/external The link to http:\/\/127\.0\.0\.1:1\/ leads nowhere: /),
  ])
})

test('an address is asked for once, however often it is linked, and a good one not again for a week', async () => {
  const links = await linksOf([`${base}/good`, `${base}/good#x`, `${base}/gone`])
  await ask(links, 100 * day)
  asked.length = 0
  await ask(links, 101 * day)
  expect(asked).toEqual(['HEAD /gone', 'GET /gone'])
  asked.length = 0
  await ask(links, 108 * day)
  expect(asked.filter(line => line.endsWith('/good'))).toEqual(['HEAD /good'])
})
