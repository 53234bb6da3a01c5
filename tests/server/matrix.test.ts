// The preview over bare sockets, as no browser would ask: every form of an address, with every method, host and origin.

import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningPreview, runPreview } from '../support/preview.ts'

let preview: RunningPreview
beforeAll(async () => {
  preview = await runPreview(
    '-- _config.yml --\ntitle: Notes\nsearch: false\n-- posts/2024-01-01-one.md --\nWords.\n-- private.md --\na secret\n',
  )
})
afterAll(() => preview.close())

const paths = [
  ...[
    '/',
    '/index.html',
    '/2024/01/01/one/',
    '/2024/01/01/one',
    '/2024/01/01/one/?x=1',
    '/2024/01/01/one/#y',
    '/nowhere',
    '/assets/site.css',
    '/?',
    '/%2F',
  ],
  ...[
    '/..',
    '/../private.md',
    '/%2e%2e/private.md',
    '/%2e%2e%2fprivate.md',
    '/..%2fprivate.md',
    '/..%5cprivate.md',
    '/..\\private.md',
    '/./private.md',
  ],
  ...[
    '/private.md',
    '//private.md',
    '///',
    '/.//../private.md',
    '/posts/2024-01-01-one.md',
    '/_config.yml',
    '/.cache/lectern',
    '/.git/config',
    '/%00',
    '/a%00b',
  ],
  ...[
    '/%',
    '/%zz',
    '/%ff%fe',
    '/%c0%ae%c0%ae/private.md',
    '/%252e%252e/private.md',
    '/private.md::$DATA',
    '/PRIVAT~1.MD',
    '/__proto__',
    '/constructor',
  ],
  ...[
    '/__lectern/',
    '/__lectern/nothing',
    '/__lectern/__proto__',
    '/__lectern/report',
    '/__lectern/preview.js/..',
    '*',
    'nowhere',
    'http://evil.test/',
  ],
]
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE']
const hosts = ['localhost', '127.0.0.1', 'evil.test', 'localhost.evil.test']
const origins = [undefined, 'http://evil.test', 'null', '::::']

interface Asked {
  readonly path: string
  readonly method: string
  readonly host: string
  readonly origin: string | undefined
}

/** The whole answer, to the end of the connection. */
function ask({ path, method, host, origin }: Asked): Promise<string> {
  const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...(origin === undefined ? [] : [`Origin: ${origin}`]), 'Connection: close']
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(Number(new URL(preview.url).port), '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n`))
    socket.on('data', chunk => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

/** What is wrong with an answer, if anything is. */
function wrong({ path, method, host, origin }: Asked, answer: string): string | undefined {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
  if (![200, 301, 400, 403, 404, 405].includes(status)) return `status ${status}`
  if (/a secret|title: Notes/.test(answer)) return 'it shows a file of the folder'
  if (/^access-control-allow/im.test(answer)) return 'another site may read it'
  const isForeign = /evil/.test(host) || origin !== undefined
  if (isForeign && status < 400) return 'another site is answered'
  if (method !== 'GET' && method !== 'HEAD' && status < 400) return `${method} is answered`
  return path === '/' && method === 'GET' && !isForeign && status !== 200 ? 'the site is not answered' : undefined
}

test(`${paths.length} addresses by ${methods.length} methods, ${hosts.length} hosts and ${origins.length} origins`, {
  timeout: 120_000,
}, async () => {
  const all = paths.flatMap(path =>
    methods.flatMap(method => hosts.flatMap(host => origins.map((origin): Asked => ({ path, method, host, origin })))),
  )
  const found: string[] = []
  // A few at once, as many connections as a browser opens.
  for (let first = 0; first < all.length; first += 20) {
    const some = all.slice(first, first + 20)
    const answers = await Promise.all(some.map(ask))
    for (const [index, asked] of some.entries()) {
      const problem = wrong(asked, answers[index] ?? '')
      if (problem !== undefined) found.push(`${JSON.stringify(asked)}: ${problem}`)
    }
  }
  expect(found).toEqual([])
})

test('requests that come together on one connection are answered in their order', async () => {
  const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  const bytes =
    ['/nowhere', '/', '/assets/site.css'].map(request).join('') + request('/').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')
  const answer = await new Promise<string>(resolve => {
    let text = ''
    const socket = connect(Number(new URL(preview.url).port), '127.0.0.1', () => socket.end(bytes))
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 200'])
})

test.each([
  '',
  '{}',
  'null',
  '[]',
  '5',
  '{'.repeat(5000),
  '{"file":"/etc/passwd"}',
  '{"file":"../private.md","line":1}',
  '{"file":["a"],"line":{}}',
  '{"__proto__":{"file":"a"}}',
  '{"path":"\\u0000","text":5}',
])('an editor that is asked for by %.40j is not opened, and that is told', async body => {
  const answer = await fetch(`${preview.url}/__lectern/open`, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin', origin: new URL(preview.url).origin },
  })
  expect([answer.status, await answer.json()]).toEqual([200, { trouble: expect.stringMatching(/./) }])
})
