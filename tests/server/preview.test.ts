// The preview without a browser: what it answers, what it refuses, and that after any edits it shows what a build would make.

import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderPages } from '../../src/render/render-pages.ts'
import { loadFolder } from '../support/load-folder.ts'
import { buildMoment, type RunningPreview, runPreview, until, withoutScript } from '../support/preview.ts'

const archive = `
-- _config.yml --
title: Notes
search: false
-- posts/2024-01-01-one.md --
---
title: One
tags: [a, b]
---
First words.
-- posts/2024-01-02-two.md --
---
title: Two
tags: [b]
---
See [one](2024-01-01-one.md).
-- posts/_drafts/idea.md --
---
title: An idea
---
Not yet.
-- posts/2035-01-01-later.md --
Later.
-- posts/img/a.txt --
A file.
-- templates/partials/extra.eta --
<p>extra</p>
`

let preview: RunningPreview

beforeEach(async () => {
  preview = await runPreview(archive)
})

afterEach(() => preview.close())

const post = (name: string): string => join(preview.folder, 'posts', name)
const watching = () => new Promise(resolve => setTimeout(resolve, 700))

describe('what is shown', () => {
  test('posts, drafts, posts of the future, files and style sheets, each with its type', async () => {
    for (const path of ['/', '/2024/01/01/one/', '/tags/', '/2035/01/01/later/'])
      expect((await fetch(preview.url + path)).status, path).toBe(200)
    expect(await preview.page('/')).toContain('An idea')
    expect((await fetch(`${preview.url}/assets/site.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await preview.page('/img/a.txt')).toBe('A file.\n')
    const missing = await fetch(`${preview.url}/nowhere/`)
    expect([missing.status, (await missing.text()).includes('Page not found')]).toEqual([404, true])
  })

  test('an address without its slash leads to the page', async () => {
    const response = await fetch(`${preview.url}/2024/01/01/one`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([301, '/2024/01/01/one/'])
  })

  test('no answer may be read by another site, or be kept', async () => {
    const { headers } = await fetch(`${preview.url}/`)
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('edits', () => {
  test('other words, a new post, a renamed and a deleted one are seen', async () => {
    await watching()
    appendFileSync(post('2024-01-01-one.md'), '\nMore words.\n')
    expect(
      await until(
        () => preview.page('/2024/01/01/one/'),
        text => text.includes('More words.'),
      ),
    ).toContain('More words.')
    writeFileSync(post('2024-01-03-three.md'), 'Third.')
    expect(
      await until(
        () => preview.page('/'),
        text => text.includes('/2024/01/03/three/'),
      ),
    ).toContain('/2024/01/03/three/')
    renameSync(post('2024-01-03-three.md'), post('2024-01-04-four.md'))
    expect(
      await until(
        () => preview.page('/'),
        text => text.includes('/2024/01/04/four/'),
      ),
    ).not.toContain('/2024/01/03/three/')
    rmSync(post('2024-01-04-four.md'))
    const gone = await until(
      () => fetch(`${preview.url}/2024/01/04/four/`),
      ({ status }) => status === 404,
    )
    expect(gone.status).toBe(404)
  })

  test('a broken post shows its last good version, and says what is wrong until it is mended', async () => {
    await watching()
    const whole = readFileSync(post('2024-01-01-one.md'), 'utf8')
    writeFileSync(post('2024-01-01-one.md'), '---\ntitle: [One\n---\nFirst words.\n')
    const problems = async () => (await preview.server.preview.problems()).map(({ code }) => code)
    expect(await until(problems, codes => codes.includes('yaml/syntax'))).toContain('yaml/syntax')
    expect(await preview.page('/2024/01/01/one/')).toContain('First words.')
    appendFileSync(post('2024-01-02-two.md'), '\nStill editable.\n')
    expect(
      await until(
        () => preview.page('/2024/01/02/two/'),
        text => text.includes('Still editable.'),
      ),
    ).toContain('Still editable.')
    expect(await problems()).toContain('yaml/syntax')
    writeFileSync(post('2024-01-01-one.md'), whole)
    expect(await until(problems, codes => codes.length === 0)).toEqual([])
  })

  test('a broken template shows the last good page, and a mended one the new', async () => {
    await watching()
    const place = join(preview.folder, 'templates', 'post.eta')
    await preview.page('/2024/01/01/one/')
    writeFileSync(place, '<% layout("base") %><%= it.page.nothing.at.all %>')
    const problems = async () => {
      await preview.page('/2024/01/01/one/')
      return (await preview.server.preview.problems()).map(({ code }) => code)
    }
    expect(await until(problems, codes => codes.includes('template/error'))).toContain('template/error')
    expect(await preview.page('/2024/01/01/one/')).toContain('First words.')
    writeFileSync(place, '<% layout("base") %><h1>New: <%= it.page.title %></h1>')
    expect(
      await until(
        () => preview.page('/2024/01/01/one/'),
        text => text.includes('New: One'),
      ),
    ).toContain('New: One')
    rmSync(place)
    expect(
      await until(
        () => preview.page('/2024/01/01/one/'),
        text => text.includes('First words.'),
      ),
    ).toContain('First words.')
  })

  test('what is wrong with one page keeps no other from showing what is new in it', async () => {
    await watching()
    await preview.page('/2024/01/01/one/')
    await preview.page('/tags/')
    // One page waits for the grammar of a language, and meanwhile the other fails.
    writeFileSync(join(preview.folder, 'templates', 'tags.eta'), '<%= it.page.nothing.at.all %>')
    appendFileSync(post('2024-01-01-one.md'), '\n```haskell\nwords = "Newer"\n```\n')
    const both = () => Promise.all([preview.page('/2024/01/01/one/'), preview.page('/tags/')])
    const [text, tags] = await until(both, ([shown]) => shown.includes('Newer'))
    expect(text).toContain('Newer')
    expect(tags).toContain('class="kind-tags"')
    expect((await preview.server.preview.problems()).map(({ code }) => code)).toEqual(['template/field', 'template/error'])
  })

  test('the configuration counts at once, and a broken one leaves the site as it was', async () => {
    await watching()
    const place = join(preview.folder, '_config.yml')
    writeFileSync(place, 'title: Other\nsearch: false\n')
    expect(
      await until(
        () => preview.page('/'),
        text => text.includes('Other'),
      ),
    ).toContain('Other')
    writeFileSync(place, 'title: "Oth\n')
    await until(
      async () => (await preview.server.preview.problems()).length,
      count => count > 0,
    )
    expect(await preview.page('/')).toContain('Other')
  })

  test('a disk that cannot be read is told, and the site stays as it was', async () => {
    await watching()
    const place = join(preview.folder, '_config.yml')
    rmSync(place)
    mkdirSync(place)
    const codes = async () => (await preview.server.preview.problems()).map(({ code }) => code)
    expect(await until(codes, found => found.includes('file/unreadable'))).toContain('file/unreadable')
    expect(await preview.page('/')).toContain('Notes')
    rmSync(place, { recursive: true })
    writeFileSync(place, 'title: Back\nsearch: false\n')
    expect(
      await until(
        () => preview.page('/'),
        text => text.includes('Back'),
      ),
    ).toContain('Back')
    expect(await codes()).toEqual([])
  })

  test('a folder that is moved away and back is gone and there again', async () => {
    await watching()
    renameSync(join(preview.folder, 'posts'), join(preview.folder, 'elsewhere'))
    await new Promise(resolve => setTimeout(resolve, 300))
    expect((await fetch(`${preview.url}/`)).status).toBe(200)
    renameSync(join(preview.folder, 'elsewhere'), join(preview.folder, 'posts'))
    expect(
      await until(
        () => preview.page('/2024/01/01/one/'),
        text => text.includes('First words.'),
      ),
    ).toContain('First words.')
  })

  test('after a storm of saves the last state is what a fresh build gives', async () => {
    await watching()
    for (let save = 0; save < 2000; save += 1) {
      const place = post('2024-01-01-one.md')
      if (save % 3 === 0) {
        writeFileSync(`${place}.tmp`, `---\ntitle: Save ${save}\ntags: [t${save % 7}]\n---\nWords ${save}.\n`)
        renameSync(`${place}.tmp`, place)
      } else writeFileSync(place, `---\ntitle: Save ${save}\ntags: [t${save % 7}]\n---\nWords ${save}.\n`)
    }
    await until(
      () => preview.page('/2024/01/01/one/'),
      text => text.includes('Words 1999.'),
    )
    await expectFresh(preview)
  }, 120_000)

  test.each([1, 2, 3])(
    'any sequence of edits ends in the bytes of a clean build (sequence %i)',
    async seed => {
      await watching()
      const next = random(seed)
      for (let step = 0; step < 25; step += 1) {
        edit(preview.folder, next)
        if (next(3) === 0) await preview.page(['/', '/2024/01/01/one/', '/tags/', '/archive/'][next(4)] ?? '/')
        await new Promise(resolve => setTimeout(resolve, next(40)))
      }
      await new Promise(resolve => setTimeout(resolve, 500))
      await expectFresh(preview)
    },
    30_000,
  )
})

// Every page of a clean build, asked of the preview.
async function expectFresh({ folder, page, server }: RunningPreview): Promise<void> {
  const loaded = loadFolder(folder, { overrides: { show_drafts: true, future: true }, now: buildMoment })
  const shown = (): string[] => server.preview.shown().loaded.pages.map(({ output }) => String(output))
  expect(shown().sort()).toEqual(loaded.pages.map(({ output }) => String(output)).sort())
  for await (const { value: output } of renderPages(loaded)) {
    const { path, content } = output
    const answer =
      path === '404.html' ? '/404.html' : `/${path.replace(/(?:^|\/)index\.html$/, match => (match.startsWith('/') ? '/' : ''))}`
    expect(withoutScript(await page(encodeURI(answer))), path).toBe(content)
  }
}

function random(seed: number): (below: number) => number {
  let state = seed * 2654435761
  return below => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 1) >>> 0
    return state % below
  }
}

function edit(folder: string, next: (below: number) => number): void {
  const name = `2024-0${1 + next(3)}-0${1 + next(5)}-${['one', 'two', 'six'][next(3)]}.md`
  const place = join(folder, 'posts', name)
  const words = `---\ntitle: T${next(4)}\ntags: [${['a', 'b', 'c'][next(3)]}]\n---\nText ${next(1000)} with $$x_${next(9)}$$.\n\n## H${next(3)}\n`
  const acts = [
    () => writeFileSync(place, words),
    () => existsSync(place) && appendFileSync(place, `\nAdded ${next(1000)}.\n`),
    () => rmSync(place, { force: true }),
    () => existsSync(place) && renameSync(place, join(folder, 'posts', name.replace('2024', '2023'))),
    () => {
      mkdirSync(join(folder, '_includes'), { recursive: true })
      writeFileSync(join(folder, 'templates', 'partials', 'extra.eta'), `<p>${next(9)}</p>`)
    },
    () => writeFileSync(join(folder, '_config.yml'), `title: N${next(3)}\nsearch: false\n`),
    () => writeFileSync(join(folder, 'posts', 'img', 'a.txt'), String(next(100))),
  ]
  acts[next(acts.length)]?.()
}

describe('safety', () => {
  const raw = (text: string): Promise<string> =>
    new Promise(resolve => {
      const socket = connect(preview.server.port, '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', chunk => {
        answer += chunk
      })
      socket.on('close', () => resolve(answer))
      socket.setTimeout(3000, () => socket.destroy())
    })

  test.each([
    'GET /../../../etc/passwd HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    'GET /img/..%5c..%5cx HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    'GET http://evil.test/ HTTP/1.1\r\nhost: evil.test\r\nconnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nhost: evil.test\r\nconnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nhost: a b[::\r\nconnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nhost: localhost\r\norigin: ::::\r\nconnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nconnection: close\r\n\r\n',
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    'TRACE / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    '\u0016\u0003\u0001\u0002\u0000\u0001',
  ])('a request that means no good is refused, and the server lives: %j', async text => {
    const answer = await raw(text)
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|403|405|431) /)
    expect(answer).not.toContain('root:')
    expect((await fetch(`${preview.url}/`)).status).toBe(200)
  })

  test('a link that leads out of the site shows nothing of what is there', async () => {
    await watching()
    symlinkSync('/etc/passwd', post('img/secret.txt'))
    await new Promise(resolve => setTimeout(resolve, 300))
    expect((await fetch(`${preview.url}/img/secret.txt`)).status).toBe(404)
    rmSync(post('img/a.txt'))
    symlinkSync('/etc/passwd', post('img/a.txt'))
    const shown = await fetch(`${preview.url}/img/a.txt`)
    expect(await shown.text()).not.toContain('root:')
  })

  test('only a file of the site can be opened in the editor', async () => {
    const response = await fetch(`${preview.url}/__lectern/open`, {
      method: 'POST',
      headers: { origin: preview.url },
      body: JSON.stringify({ file: '../../etc/passwd', line: 1 }),
    })
    expect(await response.json()).toEqual({ trouble: '../../etc/passwd is no file of this site' })
  })
})
