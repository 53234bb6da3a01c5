// Rows 35 to 47, 49, 52, 54, 55 and 59: the preview.

import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { type Fault, failed, held, judge, partly, post, type Verdict, withPlace } from '../fault.ts'
import { resources, underLoad } from '../load.ts'
import { isLectern, type Place, type Served, serve, sleep, type Tool, until } from '../tools.ts'

/** A preview of a site of two posts. */
function previewed(
  tool: Tool,
  act: (served: Served, place: Place) => Promise<Verdict>,
  prepare: (place: Place) => void = () => {},
): Promise<Verdict> {
  return withPlace(tool, async place => {
    place.post('2024-01-01-one.md', post('One', 'First words.'))
    place.post('2024-01-02-two.md', post('Two', 'Second words.'))
    prepare(place)
    const served = await serve(place)
    try {
      return await act(served, place)
    } finally {
      await served.end('SIGKILL')
    }
  })
}

/** The bytes that are answered to these bytes. */
function raw(port: number, bytes: string | Buffer, milliseconds = 10_000): Promise<string> {
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const end = (): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', chunk => (answer += chunk.toString('latin1')))
    for (const event of ['end', 'error', 'close']) socket.on(event, end)
    socket.setTimeout(milliseconds, end)
  })
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}): string =>
  `GET ${path} HTTP/1.1\r\n${Object.entries({ Host: 'localhost', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}Connection: close\r\n\r\n`

async function isAlive({ port }: Served): Promise<boolean> {
  const answer = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined)
  return answer?.status === 200
}

/** Asks for the page of the first post until it shows a word. */
async function shows(served: Served, place: Place, word: string): Promise<boolean> {
  return until(async () => (await textAt(served, addressOf(place, 'one'))).includes(word))
}

async function textAt({ port }: Served, path: string): Promise<string> {
  return (await fetch(`http://localhost:${port}${path}`)).text()
}

function addressOf({ tool }: Place, slug: string): string {
  if (tool.name === 'Jekyll' || tool.name === 'As Jekyll') return `/2024/01/0${slug === 'one' ? 1 : 2}/${slug}.html`
  if (tool.name === 'Eleventy') return `/posts/${slug}/`
  return `/2024/01/0${slug === 'one' ? 1 : 2}/${slug}/`
}

const traversals = [
  '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/..\\secret.txt', '/..%5csecret.txt', '//secret.txt',
  '/./../secret.txt', '/assets/../../secret.txt', '/%252e%252e/secret.txt', '/..;/secret.txt', '/one/..%00/secret.txt', '/@fs/secret.txt', '/secret.txt?raw',
] // biome-ignore format: a list is read as one

export const malformed: readonly (string | Buffer)[] = [
  'GET / HTTP/1.1\r\nHost: a b[::\r\n\r\n',
  Buffer.concat([Buffer.from('GET / HTTP/1.1\r\nHost: '), Buffer.from([0xff, 0xfe]), Buffer.from('\r\n\r\n')]),
  get('/', { Origin: '::::' }),
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\n\r\n',
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: localhost\r\n${'X-A: b\r\n'.repeat(10_000)}\r\n`,
  Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
  '\0\0\0\0',
  'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  get('/%'), get('/%ff%fe'), get('/%00'), 'GET http://evil.test/ HTTP/1.1\r\nHost: localhost\r\n\r\n', 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n',
  get('/').repeat(20),
  `POST /__lectern/open HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5\r\n\r\n{"a":`,
  `POST /__lectern/show HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 50000\r\n\r\n${'x'.repeat(50_000)}`,
] // biome-ignore format: a list is read as one

export const preview: readonly Fault[] = [
  {
    row: 35,
    input: 'the address that the preview listens on',
    required: 'this machine only',
    needs: ['linux'],
    try: tool =>
      previewed(tool, async ({ port }) =>
        judge({
          'other machines reach it': listeners(port).every(address =>
            /^(?:0100007F|0{24}01000000|0000000000000000FFFF00000100007F)$/.test(address),
          ),
        }),
      ),
  },
  {
    row: 36,
    input: 'Host: evil.test',
    required: 'is refused',
    try: tool =>
      previewed(tool, async ({ port }) =>
        judge({ 'it is answered': !/^HTTP\/1\.1 200/.test(await raw(port, get('/', { Host: 'evil.test' }))) }),
      ),
  },
  {
    row: 37,
    input: 'a request of another site',
    required: 'no header that lets it read the answer',
    try: tool =>
      previewed(tool, async ({ port }) =>
        judge({ 'it may read': !/^access-control-allow-origin/im.test(await raw(port, get('/', { Origin: 'http://evil.test' }))) }),
      ),
  },
  {
    row: 38,
    input: `${traversals.length} addresses that climb out`,
    required: 'nothing of what lies outside',
    try: tool =>
      previewed(
        tool,
        async ({ port }) => {
          const answers = await Promise.all(traversals.map(path => raw(port, get(path))))
          return judge({ 'a file outside is shown': answers.every(answer => !answer.includes('a secret')) })
        },
        place => {
          for (const path of ['secret.txt', '../secret.txt']) writeFileSync(join(place.folder, path), 'a secret')
          // What lies in the folder of a Jekyll site is a part of it.
          if (tool.posts === '_posts') rmSync(join(place.folder, 'secret.txt'))
        },
      ),
  },
  {
    row: 39,
    input: 'a link out of the folder that is served',
    required: 'is not found',
    try: tool =>
      previewed(tool, async ({ port }, place) => {
        mkdirSync(place.output, { recursive: true })
        writeFileSync(join(place.folder, '..', 'secret.txt'), 'a secret')
        const folders = tool.name === 'Hugo' ? ['static'] : [tool.output, ...(isLectern(tool) ? [tool.posts] : [])]
        for (const folder of folders) {
          mkdirSync(join(place.folder, folder), { recursive: true })
          symlinkSync(join(place.folder, '..', 'secret.txt'), join(place.folder, folder, 'link.txt'))
          writeFileSync(join(place.folder, folder, 'plain.txt'), 'no secret')
        }
        // Once a file that came later is shown, the link has been seen.
        await until(async () => (await raw(port, get('/plain.txt'))).includes('no secret'), 20)
        return judge({ 'it is shown': !(await raw(port, get('/link.txt'))).includes('a secret') })
      }),
  },
  {
    row: 40,
    input: `${malformed.length} malformed requests`,
    required: 'it lives, and answers the next',
    try: tool =>
      previewed(tool, async served => {
        for (const [index, bytes] of malformed.entries()) {
          const answer = await raw(served.port, bytes, 400)
          if (isLectern(tool) && /fault is ours|\n\s+at /.test(answer))
            return failed(`request ${index} shows our code: ${answer.slice(0, 200)}`)
          if (!(await isAlive(served))) return failed(`request ${index} ends it`)
        }
        return held
      }),
  },
  {
    row: 41,
    input: 'its events asked for by another site',
    required: 'are refused',
    try: tool =>
      previewed(tool, async ({ port }) => {
        const evil = { Origin: 'http://evil.test' }
        const upgrade = { ...evil, Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==' }
        const socketPort = tool.name === 'Jekyll' ? port + 1 : port
        const path = tool.name === 'Jekyll' || tool.name === 'Hugo' ? '/livereload' : '/'
        const answers = await Promise.all([
          raw(socketPort, get(path, upgrade).replace('Connection: close', 'Connection: Upgrade')),
          ...['http://evil.test', 'null', 'http://localhost.evil.test', 'http://127.0.0.1:9'].map(Origin =>
            raw(port, get('/__lectern/events', { Origin })),
          ),
        ])
        return judge({
          'a socket is opened': !/^HTTP\/1\.1 101/.test(answers[0] ?? ''),
          'events are told': answers.every(answer => !answer.includes('event-stream')),
        })
      }),
  },
  {
    row: 42,
    input: 'an error in a template while it runs',
    required: 'it lives, and the browser is told',
    try: tool =>
      previewed(tool, async (served, place) => {
        await breakTemplate(place)
        const path = addressOf(place, 'one')
        const isTold = await until(async () => {
          const report = await textAt(served, isLectern(tool) ? `/__lectern/report?path=${path}` : path)
          return /template|error/i.test(report) && /post\.eta|single\.html|post\.html|post\.liquid/.test(report)
        }, 20)
        if (!served.isAlive()) return failed('it has ended')
        return isTold ? held : partly('it lives, and the browser is told nothing')
      }),
  },
  {
    row: 43,
    input: 'the template mended again',
    required: 'the page shows it',
    try: tool =>
      previewed(tool, async (served, place) => {
        const good = await breakTemplate(place)
        await sleep(1500)
        place.put(tool.template, good)
        await sleep(500)
        place.post('2024-01-01-one.md', post('One', 'Mended words.'))
        return judge({ 'it does not recover': await shows(served, place, 'Mended words') })
      }),
  },
  {
    row: 44,
    input: 'saves by renaming, as editors make them',
    required: 'are seen',
    try: tool =>
      previewed(tool, async (served, place) => {
        await sleep(1000)
        const file = join(place.folder, tool.posts, '2024-01-01-one.md')
        writeFileSync(`${file}.tmp`, post('One', 'Renamed words.'))
        renameSync(`${file}.tmp`, file)
        if (!(await shows(served, place, 'Renamed words'))) return failed('a file renamed over it')
        // As vim does it: a probe, the old file as a backup, a new one, and the backup goes.
        writeFileSync(join(place.folder, tool.posts, '4913'), '')
        rmSync(join(place.folder, tool.posts, '4913'))
        renameSync(file, `${file}~`)
        writeFileSync(file, post('One', 'Backed words.'))
        rmSync(`${file}~`)
        return judge({ 'a save with a backup': await shows(served, place, 'Backed words') })
      }),
  },
  {
    row: 45,
    input: 'a post that is removed',
    required: 'is not found any more, and in no list',
    try: tool =>
      previewed(tool, async (served, place) => {
        await sleep(1000)
        rmSync(join(place.folder, tool.posts, '2024-01-02-two.md'))
        const isGone = await until(
          async () => (await fetch(`http://localhost:${served.port}${addressOf(place, 'two')}`)).status === 404,
          20,
        )
        if (!isGone) return failed('it is still shown')
        return judge({ 'a list shows it': await until(async () => !/>\s*Two\s*</.test(await textAt(served, '/')), 20) })
      }),
  },
  {
    row: 46,
    input: '200 saves in a storm',
    required: 'the last is shown',
    try: tool =>
      previewed(tool, async (served, place) => {
        await sleep(1000)
        for (let save = 1; save <= 200; save += 1) {
          place.post('2024-01-01-one.md', post('One', `Storm ${save} words.`))
          if (save % 10 === 0) await sleep(5)
        }
        return judge({ 'another is shown': await shows(served, place, 'Storm 200 words') })
      }),
  },
  {
    row: 47,
    input: 'SIGINT',
    required: 'it ends within two seconds',
    try: tool => previewed(tool, async served => judge({ 'it takes longer': (await served.end('SIGINT')) < 2000 })),
  },
  {
    row: 49,
    input: 'a system that allows few watchers',
    required: 'it is told, and edits are seen all the same',
    isOurs: true,
    needs: ['unshare', 'linux'],
    try: tool =>
      withPlace(tool, async place => {
        for (let number = 1; number < 28; number += 1) place.post(`2024-02-${String(number).padStart(2, '0')}-p.md`, post(`P ${number}`))
        place.post('2024-01-01-one.md', post('One'))
        for (const limit of ['max_inotify_watches', 'max_inotify_instances']) {
          const script = `echo ${limit === 'max_inotify_watches' ? 10 : 0} > /proc/sys/user/${limit}; exec "$0" "$@"`
          const served = await serve(place, command => ['unshare', '-Ur', 'sh', '-c', script, ...command])
          try {
            await sleep(1500)
            place.post('2024-01-01-one.md', post('One', `Words under ${limit}.`))
            if (!(await shows(served, place, `Words under ${limit}`)))
              return failed(`${limit}: the edit is not seen; ${served.said().slice(-200)}`)
            if (!/too few file watchers/.test(served.said())) return failed(`${limit}: it is not told`)
          } finally {
            await served.end('SIGKILL')
          }
        }
        return held
      }),
  },
  {
    row: 52,
    input: 'a storm of 600 edits on 40 posts, 10,000 in the long form',
    required: 'in the end what a build makes',
    isOurs: true,
    try: (tool, isLong) =>
      previewed(tool, async (served, place) => {
        await sleep(1000)
        const edits = isLong ? 10_000 : 600
        for (let edit = 0; edit < edits; edit += 1) {
          place.post(`2024-03-${String((edit % 28) + 1).padStart(2, '0')}-storm.md`, post(`Storm ${edit % 28}`, `Edit ${edit}.`))
          if (edit % (isLong ? 50 : 20) === 0) await sleep(isLong ? 100 : 5)
        }
        place.post('2024-01-01-one.md', post('One', 'The storm is over.'))
        if (!(await shows(served, place, 'The storm is over'))) return failed('the last edit is not shown')
        place.build({ seconds: 120 })
        const words = (text: string): string | undefined => /Edit \d+\./.exec(text)?.[0]
        const pages = [...(place.site() ?? [])].filter(([path]) => /^2024.*\.html$/.test(path))
        let differing = pages
        // Of a storm's last files one may be noticed later than another.
        await until(async () => {
          const shown = await Promise.all(pages.map(([path]) => textAt(served, `/${path.replace(/index\.html$/, '')}`)))
          differing = pages.filter(([, content], index) => words(shown[index] ?? '') !== words(content.toString()))
          return differing.length === 0
        })
        if (pages.length < 30) return failed(`the build makes ${pages.length} pages`)
        return judge({ [`${differing.length} pages differ`]: differing.length === 0 })
      }),
  },
  {
    row: 54,
    input: 'a thousand listeners that come and go, idle and slow clients',
    required: 'no descriptor and no memory is kept',
    isOurs: true,
    needs: ['linux'],
    try: tool =>
      previewed(tool, async served => {
        const before = resources(served.pid)
        for (let round = 0; round < 3; round += 1) {
          const sockets = Array.from({ length: 1000 }, () => {
            const socket = connect(served.port, '127.0.0.1', () => socket.write(get('/__lectern/events')))
            socket.on('error', () => {})
            return socket
          })
          await sleep(1000)
          if (!(await isAlive(served))) return failed('it does not answer beside a thousand listeners')
          for (const socket of sockets) socket.destroy()
        }
        const slow = Array.from({ length: 200 }, () => connect(served.port, '127.0.0.1').on('error', () => {}))
        for (const socket of slow) socket.write('GET / HT')
        await sleep(500)
        if (!(await isAlive(served))) return failed('it does not answer beside slow clients')
        for (const socket of slow) socket.destroy()
        let after = before
        await until(() => {
          after = resources(served.pid)
          return after.files - before.files < 20
        })
        return judge({
          [`${after.files - before.files} descriptors are kept`]: after.files - before.files < 20,
          [`${Math.round(after.megabytes - before.megabytes)} MB more`]: after.megabytes - before.megabytes < 120,
        })
      }),
  },
  {
    row: 55,
    input: '100 connections for 5 s (20 in the long form) while an edit a second arrives',
    required:
      'no error, memory level; in the long form 99 of 100 answers within 50 ms, or four times what a server that only sends needs beside',
    isOurs: true,
    needs: ['wrk', 'linux'],
    try: (tool, isLong) =>
      previewed(tool, async (served, place) =>
        underLoad(served, place, { path: addressOf(place, 'one'), isLong, shows: word => shows(served, place, word) }),
      ),
  },
  {
    row: 59,
    input: 'a broken post saved twice, and broken before the preview starts',
    required: 'told each time',
    isOurs: true,
    try: tool =>
      previewed(
        tool,
        async (served, place) => {
          const isTold = (...said: readonly string[]): Promise<boolean> =>
            until(async () => {
              const report = await textAt(served, '/__lectern/report?path=/')
              return said.every(words => report.includes(words))
            })
          if (!(await isTold('2024-01-05-broken.md'))) return failed('what was broken at the start is not told')
          // The second time it is broken in another line, so the first report is none of it.
          for (const before of ['', 'layout: post\n']) {
            place.post('2024-01-01-one.md', `---\n${before}title: [One\n---\nBroken.\n`)
            if (!(await isTold('2024-01-01-one.md', 'title: [One', before === '' ? ':2' : ':3')))
              return failed(`broken ${before === '' ? 'once' : 'twice'}, it is not told`)
          }
          return judge({ 'the last good page is gone': await shows(served, place, 'First words') })
        },
        place => place.post('2024-01-05-broken.md', '---\ntags: [a\n---\nWords.\n'),
      ),
  },
]

async function breakTemplate(place: Place): Promise<string> {
  await sleep(1000)
  const { template, name } = place.tool
  const source = name === 'Lectern' ? join(import.meta.dirname, '..', '..', '..', template) : join(place.folder, template)
  const good = readFileSync(source, 'utf8')
  place.put(
    template,
    name === 'Lectern'
      ? '<h1><%= it.nothing.at.all %></h1>'
      : name === 'Hugo'
        ? '{{ .NoSuch.Thing }}'
        : '{% if %}{% nosuchtag %}{{ page | }}',
  )
  return good
}

/** The local addresses, as Linux writes them, on which somebody listens on a port. */
function listeners(port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap(line => {
        const [, local = '', , state] = line.trim().split(/\s+/)
        const [address = '', at] = local.split(':')
        return at === wanted && state === '0A' ? [address] : []
      }),
  )
}
