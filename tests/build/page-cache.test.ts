// What a build leaves to the next: pages of which nothing has changed stay, and no build can be told from one that began anew.

import { execFile } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAsWritten } from '../../src/io/staging.ts'
import { readKeptSite } from '../../src/render/kept-site.ts'
import { planPages } from '../../src/render/plan.ts'
import { loadFolder } from '../support/load-folder.ts'
import { makeFolder, runStep } from '../support/transcript.ts'
import { parseArchive } from '../support/txtar.ts'

const archive = `
-- _config.yml --
title: Notes
url: https://notes.example
search: false
paginate: 2
-- posts/2024-01-01-first.md --
---
tags: [a]
---
The first, beside [the second](2024-01-02-second.md).
-- posts/2024-01-02-second.md --
---
tags: [a, b]
---
The second.
-- posts/2024-01-03-third.md --
The third.
-- posts/2024-01-04-fourth.md --
The fourth.
-- posts/about.md --
About.
`

let folder: string
let remove: () => void
const program = 'tests'
const bundle = join(import.meta.dirname, '..', '..', 'dist', 'main.js')

beforeEach(() => {
  const made = makeFolder(parseArchive(archive).files)
  folder = made.folder
  remove = made.remove
})

afterEach(() => remove())

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const build = (more = ''): Promise<string> => runStep(`lectern build${more}`, folder)

/** The pages that the next build would render. */
async function stale(version = program): Promise<string[]> {
  const before = readKeptSite(join(folder, '.cache/lectern/pages-public'), version)
  const loaded = loadFolder(folder, { before: before.bodies })
  const { stale } = await planPages(loaded, before, (output, stamp) => isAsWritten(join(folder, 'public', output), stamp))
  return stale.map(({ page }) => String(page.output)).sort()
}

function outputs(): Record<string, string> {
  const files = readdirSync(join(folder, 'public'), { recursive: true, withFileTypes: true, encoding: 'utf8' })
  const paths = files.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map(path => [path.slice(folder.length), readFileSync(path, 'utf8')]))
}

/** What a build without a past makes of the same folder. */
async function anew(): Promise<Record<string, string>> {
  for (const name of ['public', '.cache']) rmSync(join(folder, name), { recursive: true, force: true })
  await build()
  return outputs()
}

describe('pages that stay', () => {
  test('nothing is rendered again where nothing has changed', async () => {
    await build()
    expect(await stale()).toEqual([])
  })

  test('a changed text is rendered again, with the pages that show it', async () => {
    await build()
    appendFileSync(join(folder, 'posts/2024-01-01-first.md'), '\nMore.\n')
    // The second shows what the first says of it.
    expect(await stale()).toEqual([
      '2024/01/01/first/index.html',
      '2024/01/02/second/index.html',
      'feed.json',
      'feed.xml',
      'page2/index.html',
      'tags/a/feed.xml',
    ])
  })

  test('a page shows the sentence of another that links to it as it is now', async () => {
    await build()
    const second = (): string => outputs()['/public/2024/01/02/second/index.html'] ?? ''
    expect(second()).toContain('The first, beside <b>the second</b>.')
    write('posts/2024-01-01-first.md', '---\ntags: [a]\n---\nThe first, in front of [[second|the second]].\n')
    await build()
    expect(second()).toContain('The first, in front of <b>the second</b>.')
    write('posts/2024-01-04-fourth.md', 'After [the second](/2024/01/02/second/) and the third.\n')
    await build()
    expect(second()).toMatch(/After <b>the second<\/b> and[\s\S]*The first, in front of/)
    const incremental = outputs()
    expect(await anew()).toEqual(incremental)
    write('posts/2024-01-01-first.md', 'The first.\n')
    await build()
    expect(second()).not.toContain('The first, in front of')
  })

  test('a link by name follows its text to another title and another address', async () => {
    write('posts/2024-01-04-fourth.md', 'After [[2024-01-02-second]] and [[second#Part]].\n')
    await build()
    const fourth = (): string => outputs()['/public/2024/01/04/fourth/index.html'] ?? ''
    expect(fourth()).toContain('<a href="/2024/01/02/second/">Second</a>')
    write('posts/2024-01-02-second.md', '---\ntitle: The other\npermalink: /other/\n---\n## Part {#here}\n\nText.\n')
    await build()
    expect(fourth()).toContain('<a href="/other/">The other</a> and <a href="/other/#here">The other &gt; Part</a>')
  })

  const feeds = ['feed.json', 'feed.xml']

  test.each<[what: string, change: () => void, rendered: readonly string[]]>([
    [
      'a title: its page, its neighbours, and the lists that name it',
      () => write('posts/2024-01-03-third.md', '---\ntitle: Other\n---\nThe third.\n'),
      [
        '2024/01/02/second/index.html',
        '2024/01/03/third/index.html',
        '2024/01/04/fourth/index.html',
        '404.html',
        'archive/index.html',
        ...feeds,
        'index.html',
        '2024/index.html',
      ],
    ],
    [
      'a tag: its page, and whatever shows tags',
      () => write('posts/2024-01-03-third.md', '---\ntags: [b]\n---\nThe third.\n'),
      [
        '2024/01/02/second/index.html',
        '2024/01/03/third/index.html',
        '2024/01/04/fourth/index.html',
        '404.html',
        'archive/index.html',
        ...feeds,
        'index.html',
        'page2/index.html',
        'tags/b/feed.xml',
        'tags/b/index.html',
        'tags/index.html',
        '2024/index.html',
      ],
    ],
    [
      'a new text: its page, the one before it, and the lists that it stands in',
      () => write('posts/2024-01-05-fifth.md', 'The fifth.\n'),
      [
        '2024/01/04/fourth/index.html',
        '2024/01/05/fifth/index.html',
        '404.html',
        'archive/index.html',
        ...feeds,
        'index.html',
        'page2/index.html',
        'page3/index.html',
        'sitemap.xml',
        '2024/index.html',
      ],
    ],
    [
      'a text that is gone: its neighbours and its lists',
      () => rmSync(join(folder, 'posts/2024-01-03-third.md')),
      [
        '2024/01/02/second/index.html',
        '2024/01/04/fourth/index.html',
        '404.html',
        'archive/index.html',
        ...feeds,
        'index.html',
        'page2/index.html',
        'sitemap.xml',
        '2024/index.html',
      ],
    ],
    [
      'the target of a link that goes away: the page of the text that links there, too',
      () => renameSync(join(folder, 'posts/2024-01-02-second.md'), join(folder, 'posts/2024-01-02-other.md')),
      [
        '2024/01/01/first/index.html',
        '2024/01/02/other/index.html',
        '2024/01/03/third/index.html',
        '404.html',
        'archive/index.html',
        ...feeds,
        'page2/index.html',
        'sitemap.xml',
        'tags/a/feed.xml',
        'tags/a/index.html',
        'tags/b/feed.xml',
        'tags/b/index.html',
        '2024/index.html',
      ],
    ],
    [
      'a date: its page, its neighbours, and the lists that show or sort by it',
      () => write('posts/2024-01-03-third.md', '---\ndate: 2024-01-03 12:00\n---\nThe third.\n'),
      [
        '2024/01/02/second/index.html',
        '2024/01/03/third/index.html',
        '2024/01/04/fourth/index.html',
        '404.html',
        'archive/index.html',
        ...feeds,
        'index.html',
        'sitemap.xml',
        '2024/index.html',
      ],
    ],
    ['a file that no text asks for: nothing', () => write('posts/data.csv', '1'), []],
    ['an include that no text uses: nothing', () => write('_includes/other.html', 'Other'), []],
    ['a data file that no text uses: nothing', () => write('_data/other.yml', 'a: 1'), []],
  ])('after %s', async (_what, change, rendered) => {
    await build()
    expect(await stale()).toEqual([])
    change()
    expect(await stale()).toEqual([...rendered].sort())
  })

  const rendered = (): string[] => {
    const paths = Object.keys(outputs()).map(path => path.slice('/public/'.length))
    return paths.filter(path => !path.startsWith('assets/')).sort()
  }

  test('the configuration is given to every page, so all are rendered again', async () => {
    await build()
    write('_config.yml', 'title: Others\nurl: https://notes.example\nsearch: false\npaginate: 2\n')
    expect(await stale()).toEqual(rendered())
  })

  test.each([
    ['template', 'templates/page.eta', '<p><%~ it.page.content %></p>'],
    ['partial', 'templates/partials/labels.eta', '<p>Labels</p>'],
  ])('any page may include a %s, so all are rendered again, but for feeds and what robots read', async (_what, file, text) => {
    await build()
    write(file, text)
    expect(await stale()).toEqual(rendered().filter(path => path.endsWith('.html')))
  })

  test.each([
    ['an include', '_includes/sign.html', 'Signed', 'Signed anew', '{% include sign.html %}'],
    ['a data file', '_data/people.yml', 'ann: Ann', 'ann: Anne', '{{ site.data.people.ann }}'],
  ])('what shows %s is made anew each time, and says what the file says', async (_what, file, before, after, liquid) => {
    write(file, before)
    appendFileSync(join(folder, 'posts/about.md'), `\n${liquid}\n`)
    await build()
    expect(await stale()).toEqual(['about/index.html'])
    write(file, after)
    expect(await stale()).toEqual(['about/index.html'])
    await build()
    expect(readFileSync(join(folder, 'public/about/index.html'), 'utf8')).toContain(after.replace('ann: ', ''))
  })

  test('what was wrong with a page that stays is told again', async () => {
    appendFileSync(join(folder, 'posts/2024-01-02-second.md'), '\n[Nowhere](nowhere.csv)\n')
    expect(await build()).toContain('nowhere.csv')
    expect(await stale()).toEqual([])
    expect(await build()).toContain('nowhere.csv')
  })

  test('another version of the program trusts nothing', async () => {
    await build()
    expect((await stale('later')).length).toBeGreaterThan(8)
  })

  test.each([
    ['the time', '<%= new Date().getFullYear() %>'],
    ['chance', '<%= Math.random() < 2 %>'],
    ['the process', '<%= process.pid > 0 %>'],
    ['what all programs share', '<%= globalThis.Date.now() > 0 %>'],
    ['the time, in a partial', "<%~ include('partials/now') %>"],
  ])('a page whose template asks for %s is made anew each time', async (_what, template) => {
    write('templates/partials/now.eta', '<%= Date.now() > 0 %>')
    write('templates/page.eta', template)
    await build()
    expect(await stale()).toEqual(['about/index.html'])
  })

  test('a page whose template reckons with the dates that it is given stays', async () => {
    write('templates/page.eta', '<%= new Date(0).getUTCFullYear() %> <%= Math.max(1, 2) %>')
    await build()
    expect(await stale()).toEqual([])
  })

  test('a text with Liquid may show anything, so its page is made anew each time', async () => {
    appendFileSync(join(folder, 'posts/about.md'), '\nBuilt {{ site.time }}.\n')
    await build()
    expect(await stale()).toEqual(['about/index.html'])
  })

  test('a page that shows another text is rendered again with it, and with what that shows and asks for', async () => {
    write('posts/about.md', 'About.\n\n![[second]]\n')
    write('posts/2024-01-02-second.md', 'The second.\n\n![[third#Part]]\n')
    write('posts/2024-01-03-third.md', 'The third.\n\n## Part\n\nOf it, [beside](2024-01-04-fourth.md).\n\n## Other\n\nOther.\n')
    await build()
    expect(await stale()).toEqual([])
    const about = (): string => readFileSync(join(folder, 'public/about/index.html'), 'utf8')
    expect(about()).toContain('Of it')
    appendFileSync(join(folder, 'posts/2024-01-02-second.md'), '\nMore.\n')
    expect(await stale()).toContain('about/index.html')
    await build()
    write('posts/2024-01-03-third.md', 'The third.\n\n## Part\n\nOf all, [beside](2024-01-04-fourth.md).\n')
    expect(await stale()).toContain('about/index.html')
    await build()
    expect(about()).toContain('Of all')
    write('posts/2024-01-04-fourth.md', '---\npermalink: /four/\n---\nThe fourth.\n')
    expect(await stale()).toContain('about/index.html')
    await build()
    expect(about()).toContain('href="/four/"')
    appendFileSync(join(folder, 'posts/2024-01-04-fourth.md'), '\nMore.\n')
    expect(await stale()).not.toContain('about/index.html')
  })

  test('what shows a text with Liquid is made anew each time', async () => {
    write('posts/about.md', 'About.\n\n![[second]]\n')
    appendFileSync(join(folder, 'posts/2024-01-02-second.md'), '\nBuilt {{ site.time }}.\n')
    await build()
    expect(await stale()).toContain('about/index.html')
  })

  test('a picture that has another size is shown with it', async () => {
    const picture = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`
    writeFileSync(join(folder, 'posts/p.svg'), picture(20))
    appendFileSync(join(folder, 'posts/about.md'), '\n![P](p.svg)\n')
    await build()
    expect(await stale()).toEqual([])
    writeFileSync(join(folder, 'posts/p.svg'), picture(30))
    expect(await stale()).toEqual(['about/index.html'])
  })
})

describe('the pages of courses', () => {
  const lecture = (course: string, number: number, text = `Text ${number}.`): void =>
    write(
      `posts/2024-02-0${number}-${course}-${number}.md`,
      `---\ntitle: ${course} Lecture ${number}\ncourse: ${course}\nlecture: ${number}\n---\n${text}\n`,
    )

  beforeEach(() => {
    for (const number of [1, 2, 3]) lecture('heaps', number)
    for (const number of [4, 5]) lecture('trees', number)
  })

  const lists = [
    '2024/index.html',
    '404.html',
    'archive/index.html',
    'feed.json',
    'feed.xml',
    'index.html',
    'page2/index.html',
    'page3/index.html',
    'page4/index.html',
    'sitemap.xml',
  ]
  const whole = ['courses/heaps/all/index.html', 'courses/heaps/feed.xml', 'courses/heaps/heaps.epub']

  test.each<[what: string, change: () => void, rendered: readonly string[]]>([
    [
      'the text of a lecture: its course on one page, its book and its feed, and no other course',
      () => lecture('heaps', 2, 'Other.'),
      ['2024/02/02/heaps-2/index.html', 'courses/heaps/index.html', ...whole, 'feed.json', 'feed.xml', 'page2/index.html'],
    ],
    [
      'a new lecture: the pages of its course',
      () => lecture('heaps', 6),
      [
        '2024/02/01/heaps-1/index.html',
        '2024/02/02/heaps-2/index.html',
        '2024/02/03/heaps-3/index.html',
        '2024/02/06/heaps-6/index.html',
        ...lists,
        'courses/heaps/index.html',
        'courses/index.html',
        ...whole,
        'page5/index.html',
      ],
    ],
    [
      'a lecture that is gone: the pages of its course',
      () => rmSync(join(folder, 'posts/2024-02-03-heaps-3.md')),
      [
        '2024/02/01/heaps-1/index.html',
        '2024/02/02/heaps-2/index.html',
        ...lists,
        'courses/heaps/index.html',
        'courses/index.html',
        ...whole,
      ],
    ],
    [
      'a post that is none: no course',
      () => appendFileSync(join(folder, 'posts/2024-01-01-first.md'), '\nMore.\n'),
      ['2024/01/01/first/index.html', '2024/01/02/second/index.html', 'feed.json', 'feed.xml', 'page5/index.html', 'tags/a/feed.xml'],
    ],
  ])('after %s', async (_what, change, rendered) => {
    await build()
    expect(await stale()).toEqual([])
    change()
    expect(await stale()).toEqual([...rendered].sort())
  })

  test('a picture is in a book, so a changed one has books made anew', async () => {
    const picture = (width: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`
    write('posts/p.svg', picture(20))
    lecture('heaps', 2, '![P](p.svg)')
    await build()
    write('posts/p.svg', picture(20).replace('/>', ' id="other"/>'))
    expect(await stale()).toEqual(['courses/heaps/heaps.epub', 'courses/trees/trees.epub'])
  })
})

describe('what is not trusted', () => {
  test.each([
    ['changed', (file: string) => writeFileSync(file, 'spoilt')],
    ['removed', (file: string) => rmSync(file)],
    [
      'replaced by a folder',
      (file: string) => {
        rmSync(file)
        mkdirSync(file)
      },
    ],
    ['touched', (file: string) => utimesSync(file, 1, 1)],
  ])('a page that somebody has %s is rendered again', async (_how, spoil) => {
    await build()
    spoil(join(folder, 'public/about/index.html'))
    expect(await stale()).toEqual(['about/index.html'])
  })

  test('a removed page comes back', async () => {
    await build()
    const before = outputs()
    rmSync(join(folder, 'public/about'), { recursive: true })
    await build()
    expect(outputs()).toEqual(before)
  })

  test.each([
    ['empty', () => ''],
    ['cut short', (text: string) => text.slice(0, -10)],
    ['changed by a letter', (text: string) => text.replace('fourth', 'fifth!')],
    ['foreign', () => '{"pages":null}'],
    ['full of zeros', (text: string) => '\0'.repeat(text.length)],
  ])('a cache that is %s', async (_how, spoil) => {
    await build()
    const file = join(folder, '.cache/lectern/pages-public')
    writeFileSync(file, spoil(readFileSync(file, 'utf8')))
    expect((await stale()).length).toBeGreaterThan(8)
    await build()
    expect(await stale()).toEqual([])
  })

  test('a cache that cannot be written is none, and the site is made all the same', async () => {
    mkdirSync(join(folder, '.cache/lectern/pages-public'), { recursive: true })
    expect(await build()).toMatch(/^Built /m)
    expect(await build()).toMatch(/^Built .* 0 files changed/m)
    expect(readdirSync(join(folder, '.cache/lectern')).filter(name => name.startsWith('pages'))).toEqual(['pages-public'])
  })

  test('a build with errors leaves the cache to the last good site', async () => {
    await build()
    const file = join(folder, 'posts/2024-01-03-third.md')
    const [text, { mtimeMs }] = [readFileSync(file, 'utf8'), statSync(join(folder, '.cache/lectern/pages-public'))]
    writeFileSync(file, '---\ntags: [\n---\n')
    expect(await build()).toContain('exit 1')
    writeFileSync(file, text)
    expect(statSync(join(folder, '.cache/lectern/pages-public')).mtimeMs).toBe(mtimeMs)
    expect(await stale()).toEqual([])
  })
})

test('two builds at once leave what one would have', async () => {
  const run = (): Promise<unknown> => promisify(execFile)('node', [bundle, 'build', '--root', folder, '--quiet', '--now', '2030-01-01'])
  for (const word of ['one', 'two', 'three']) {
    const first = run()
    writeFileSync(join(folder, 'posts/about.md'), `About ${word}.\n`)
    // One of them may find the other's files half in place; it says so and ends, and the next build mends it.
    await Promise.allSettled([first, run()])
  }
  await run()
  const after = outputs()
  for (const name of ['public', '.cache']) rmSync(join(folder, name), { recursive: true, force: true })
  await run()
  expect(after).toEqual(outputs())
}, 60_000)

test('the cache is as long as the site, however often it is built', async () => {
  await build()
  const files = readdirSync(join(folder, '.cache/lectern'))
  const { size } = statSync(join(folder, '.cache/lectern/pages-public'))
  for (const word of ['one', 'two', 'three']) {
    writeFileSync(join(folder, 'posts/about.md'), `About ${word}.\n`)
    await build()
  }
  expect(readdirSync(join(folder, '.cache/lectern'))).toEqual(files)
  expect(statSync(join(folder, '.cache/lectern/pages-public')).size).toBeLessThan(size + 100)
})

test.each([1, 2, 3])('any sequence of changes ends in the bytes of a build anew (%i)', async seed => {
  let state = seed
  const chance = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >> 8) % below
  }
  const post = (): string => join(folder, `posts/2024-01-0${1 + chance(6)}-${['first', 'second', 'x'][chance(3)]}.md`)
  const changes: readonly (() => void)[] = [
    () => appendFileSync(post(), `\nWords ${chance(100)} and [a link](2024-01-02-second.md).\n`),
    () =>
      writeFileSync(
        post(),
        `---\ntitle: T${chance(9)}\ntags: [${['a', 'b', 'c'][chance(3)]}]\n---\nText ${chance(9)}.\n\n## H${chance(4)}\n`,
      ),
    () => rmSync(post(), { force: true }),
    () => writeFileSync(join(folder, '_config.yml'), `title: N${chance(3)}\nsearch: false\npaginate: ${1 + chance(3)}\n`),
    () => appendFileSync(join(folder, 'posts/about.md'), ['{{ site.posts.size }}\n', 'Plain.\n'][chance(2)] ?? ''),
    () => {
      const file = join(folder, 'public/index.html')
      if (existsSync(file)) writeFileSync(file, 'spoilt')
    },
  ]
  for (let step = 0; step < 12; step++) {
    for (let many = 1 + chance(2); many > 0; many--) changes[chance(changes.length)]?.()
    await build()
  }
  const after = outputs()
  expect(after).toEqual(await anew())
})
