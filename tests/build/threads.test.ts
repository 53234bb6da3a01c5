// A large site is rendered by several threads. Whatever their number, the site is the same to the byte.

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProgress } from '../../src/cli/progress.ts'
import type { Entry, OutputPath } from '../../src/model.ts'
import { renderPages } from '../../src/render/load-site.ts'
import { inRenderOrder, stretchesOf } from '../../src/render/order.ts'
import { makeCounter, stageShare } from '../../src/render/workers.ts'
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
}, 120_000)

test('complaints come in the order of the texts, whichever thread has met them', () => {
  const args = [program, 'build', '--root', source.folder, '--json', '--now', '2030-01-01', '--output', join(source.folder, 'complaints')]
  const { stderr } = spawnSync('node', args, { encoding: 'utf8' })
  const days = stderr.split('\n').flatMap(line => /"posts\/(\d{4}-\d\d-\d\d)/.exec(line)?.[1] ?? [])
  expect(days.length).toBe(1600)
  expect(days).toEqual(days.toSorted().reverse())
})

test('progress tells of all pages, whoever has rendered them, and never of more', async () => {
  const { loaded, input } = load('\n-- posts/2024-01-01-a.md --\nWords.\n-- posts/2024-01-02-b.md --\nWords.\n')
  const output = makeFolder(new Map())
  const [told, drawn]: [number[], string[]] = [[], []]
  let now = 0
  const progress = makeProgress(loaded.pages.length, { isInteractive: true, draw: text => drawn.push(text), now: () => (now += 1000) })
  const next = makeCounter()
  // As if another thread had taken the first stretch.
  Atomics.add(new Int32Array(next), 0, 1)
  const order = { folder: output.folder, staging: join(output.folder, '.lectern-1'), fresh: new Set<OutputPath>(), next }
  mkdirSync(order.staging)
  await stageShare(loaded, input, { ...order, part: 0, parts: 2 }, done => {
    told.push(done)
    progress.reach(done)
  })
  expect([told[0], told.at(-1)]).toEqual([2, loaded.pages.length])
  expect(drawn.at(-1)).toBe(`\r${'█'.repeat(24)} ${loaded.pages.length} of ${loaded.pages.length} pages`)
  output.remove()
})

test('every page is in exactly one stretch, soon after the texts that it shows', () => {
  const posts = Array.from(
    { length: 20 },
    (_, index) => `-- posts/2024-01-${String(index + 1).padStart(2, '0')}-p.md --\n---\ntags: [a]\n---\nWords.\n`,
  )
  const { pages } = load(`\n${posts.join('')}`).loaded
  const stretches = stretchesOf(inRenderOrder(pages), 3)
  expect(stretches.flat().length).toBe(pages.length)
  expect(new Set(stretches.flat())).toEqual(new Set(pages))
  const order = stretches.flat().map(({ output }) => String(output))
  expect(order.indexOf('feed.xml')).toBeGreaterThan(order.indexOf('2024/01/11/p/index.html'))
  expect(order.indexOf('feed.xml')).toBeLessThan(order.indexOf('2024/01/10/p/index.html'))
  expect(order.at(-1)).toBe('robots.txt')
})

test('a body is rendered once, and forgotten after the last page that shows it', async () => {
  const { loaded } = load('\n-- posts/2024-01-01-a.md --\nWords.\n-- posts/2024-01-02-b.md --\nWords.\n')
  const [asked, forgotten]: [Set<Promise<unknown>>, string[]] = [new Set(), []]
  const renderer = {
    ...loaded.renderer,
    body: (entry: Entry) => {
      const body = loaded.renderer.body(entry)
      asked.add(body)
      return body
    },
    forget: (entry: Entry) => {
      forgotten.push(entry.source)
      loaded.renderer.forget(entry)
    },
  }
  for await (const _ of renderPages({ ...loaded, renderer }));
  expect([asked.size, forgotten.sort()]).toEqual([2, ['posts/2024-01-01-a.md', 'posts/2024-01-02-b.md']])
})
