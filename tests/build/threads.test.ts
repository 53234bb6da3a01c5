// A large site is rendered by several threads. Whatever their number, the site is the same to the byte.

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProgress } from '../../src/cli/progress.ts'
import type { Entry, OutputPath } from '../../src/model.ts'
import type { Page } from '../../src/pages/page.ts'
import { nothingKept } from '../../src/render/kept-site.ts'
import { chunksOf } from '../../src/render/order.ts'
import { planPages } from '../../src/render/plan.ts'
import { renderPages } from '../../src/render/render-pages.ts'
import { makeCounter, renderShare } from '../../src/render/share.ts'
import { buildInto } from '../support/browser.ts'
import { load } from '../support/site.ts'
import { makeFolder } from '../support/transcript.ts'

const program = join(import.meta.dirname, '..', '..', 'dist', 'main.js')
const source = makeFolder(new Map([['_config.yml', 'title: Notes\nurl: https://notes.example\nsearch: false\n']]))

beforeAll(() => {
  mkdirSync(join(source.folder, 'posts'))
  for (let post = 0; post < 1600; post += 1) {
    const day = new Date(Date.UTC(2020, 0, 1 + (post % 900))).toISOString().slice(0, 10)
    const front = `---\ntitle: Lecture ${post}\ntags: [t${post % 13}, u${post % 7}]\n---\n`
    writeFileSync(
      join(source.folder, 'posts', `${day}-lecture-${post}.md`),
      `${front}Words ${post} and $$x_{${post}}$$.\n\n![None](none-${post % 3}.png)\n`,
    )
  }
})

afterAll(() => source.remove())

function hashesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort()
}

test('one thread and several make the same bytes, anew and over an earlier build', async () => {
  // From its sources the program has no other threads; the bundled one has.
  const alone = await buildInto(source.folder, ['--now', '2030-01-01'])
  const output = join(source.folder, 'public')
  const build = () =>
    execFileSync('node', [program, 'build', '--root', source.folder, '--now', '2030-01-01', '--output', output], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  build()
  expect(hashesIn(output)).toEqual(hashesIn(alone.output))
  writeFileSync(join(output, 'index.html'), 'spoilt')
  build()
  expect(hashesIn(output)).toEqual(hashesIn(alone.output))
  alone.remove()
  // With pages that were kept, and none that can stay.
  writeFileSync(join(source.folder, '_config.yml'), 'title: Others\nurl: https://notes.example\nsearch: false\n')
  build()
  const other = await buildInto(source.folder, ['--now', '2030-01-01'])
  expect(hashesIn(output)).toEqual(hashesIn(other.output))
  other.remove()
}, 600_000)

test('complaints come in the order of the texts, whichever thread has met them', () => {
  const args = [program, 'build', '--root', source.folder, '--json', '--now', '2030-01-01', '--output', join(source.folder, 'complaints')]
  const { stderr } = spawnSync('node', args, { encoding: 'utf8' })
  const days = stderr.split('\n').flatMap(line => /"posts\/(\d{4}-\d\d-\d\d)/.exec(line)?.[1] ?? [])
  expect(days.length).toBe(1600)
  expect(days).toEqual(days.toSorted().reverse())
})

const twoPosts = '\n-- posts/2024-01-01-a.md --\nWords.\n-- posts/2024-01-02-b.md --\nWords.\n'

test('progress tells of all pages, whoever has rendered them, and never of more', async () => {
  const { loaded } = load(twoPosts)
  const { stale: planned } = await planPages(loaded, nothingKept, () => false)
  const [told, drawn]: [number[], string[]] = [[], []]
  let now = 0
  const progress = makeProgress({ isInteractive: true, draw: text => drawn.push(text), now: () => (now += 1000) })
  const next = makeCounter()
  // As if another thread had taken the first chunk.
  Atomics.add(new Int32Array(next), 0, 1)
  const onPage = (done: number): void => {
    told.push(done)
    progress.reach(done, planned.length)
  }
  await renderShare(loaded, { planned, threads: 2, next, write: () => ({ size: 0, modified: 0 }), onPage })
  expect([told[0], told.at(-1)]).toEqual([2, loaded.pages.length])
  expect(drawn.at(-1)).toBe(`\r${'█'.repeat(24)} ${loaded.pages.length} of ${loaded.pages.length} pages`)
})

test('every page is in exactly one chunk, one that shows several texts just before their own', async () => {
  const posts = Array.from(
    { length: 20 },
    (_, index) => `-- posts/2024-01-${String(index + 1).padStart(2, '0')}-p.md --\n---\ntags: [a]\n---\nWords.\n`,
  )
  const { loaded } = load(`\n${posts.join('')}`)
  const { stale } = await planPages(loaded, nothingKept, () => false)
  const chunks = chunksOf(stale, 3).flat()
  expect(chunks.length).toBe(loaded.pages.length)
  expect(new Set(chunks.map(({ page }) => page))).toEqual(new Set(loaded.pages))
  const order = chunks.map(({ page }) => String(page.output))
  expect(order.indexOf('feed.xml')).toBeLessThan(order.indexOf('2024/01/20/p/index.html'))
  expect(order.indexOf('2024/01/11/p/index.html')).toBeLessThan(order.indexOf('2024/01/10/p/index.html'))
  expect(order.at(-1)).toBe('robots.txt')
})

test('while another thread makes a page the next ones are rendered, and one that fails there fails the build', async () => {
  const { loaded } = load(twoPosts)
  const { stale: planned } = await planPages(loaded, nothingKept, () => false)
  const written: string[] = []
  const shareOf = (content: () => Promise<string>) => ({
    renderer: {
      ...loaded.renderer,
      begin: async (page: Page) => {
        if (page !== planned[0]?.page) return loaded.renderer.begin(page)
        return { rendered: content().then(text => ({ content: text, diagnostics: [], isRepeatable: true })) }
      },
    },
  })
  const write = (path: OutputPath, content: string | Uint8Array) => {
    written.push(path)
    return { size: content.length, modified: 0 }
  }
  const whenSecondIsWritten = async (): Promise<string> => {
    while (written.length < 1) await new Promise(resolve => setImmediate(resolve))
    return 'made'
  }
  const share = { planned, threads: 1, write }
  const { made } = await renderShare(shareOf(whenSecondIsWritten), { ...share, next: makeCounter() })
  expect(written[0]).toBe(planned[1]?.page.output)
  expect(made.find(({ output }) => output === planned[0]?.page.output)?.stamp.size).toBe('made'.length)
  const failing = async (): Promise<string> => {
    throw new Error('the thread has failed')
  }
  await expect(renderShare(shareOf(failing), { ...share, next: makeCounter() })).rejects.toThrow('the thread has failed')
})

test('a text is read once, and forgotten after the last page that shows it', async () => {
  const { loaded } = load(twoPosts)
  const forgotten: string[] = []
  const renderer = {
    ...loaded.renderer,
    forget: (entry: Entry) => {
      forgotten.push(entry.source)
      loaded.renderer.forget(entry)
    },
  }
  const before = await Promise.all(loaded.entries.map(entry => loaded.renderer.text(entry)))
  expect(await Promise.all(loaded.entries.map(entry => loaded.renderer.text(entry)))).toEqual(before)
  for await (const _ of renderPages({ ...loaded, renderer }));
  expect(forgotten.sort()).toEqual(['posts/2024-01-01-a.md', 'posts/2024-01-02-b.md'])
})
