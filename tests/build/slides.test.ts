// Pages of a PDF file that a lecture shows as pictures: `![words](slides.pdf#page=3)`. Real files, drawn by the engine that an author installs.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { imageSize } from 'image-size'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withSlidePages } from '../../src/io/slide-pages.ts'
import { makePdf } from '../support/make-pdf.ts'
import { load } from '../support/site.ts'
import { makeFolder, runStep } from '../support/transcript.ts'

const lecture = (number: number, body: string): [string, string] => [
  `posts/l${number}/2024-01-0${number}-lecture-${number}.md`,
  `---\ntitle: Attention (CS 330) Lecture ${number}\n---\n${body}\n`,
]
const source = makeFolder(
  new Map([
    ['_config.yml', 'title: Notes\nurl: https://notes.example\nbaseurl: /n\nsearch: false\n'],
    lecture(
      1,
      '![What attention does](My%20deck.pdf#page=2 "Slide 2")\n\n![Small](<My deck.pdf#page=3&zoom=100>){: width="300"} beside [its page](My%20deck.pdf#page=1)\n\n![By [its] name][deck]\n\n[deck]: ./My%20deck.pdf',
    ),
    lecture(2, '![Across](/l1/My%20deck.pdf#page=2)\n\n<img src="../l1/My%20deck.pdf#page=3" alt="In HTML">'),
    lecture(3, 'Words.\n\n![None](../l1/My%20deck.pdf#page=7)\n\n![Broken](broken.pdf)'),
  ]),
)
let report: string
const read = (path: string): string => readFileSync(join(source.folder, 'public', path), 'utf8')
const drawn = (): string[] => readdirSync(join(source.folder, 'public/assets/slides')).sort()
const bodyOf = (number: number): string => {
  const page = read(`2024/01/0${number}/lecture-${number}/index.html`)
  return page.slice(page.indexOf('e-content'))
}

beforeAll(async () => {
  writeFileSync(join(source.folder, 'posts/l1/My deck.pdf'), makePdf(['One', 'Two', 'Three']))
  writeFileSync(join(source.folder, 'posts/l3/broken.pdf'), '%PDF-1.4\nnothing more')
  report = await runStep('lectern build', source.folder)
})
afterAll(() => source.remove())

test('an image of a page of a PDF file is a picture of it, with its size, and leads to the page itself', () => {
  expect(bodyOf(1)).toMatch(
    /<figure class="lectern-wrap"><p><a class="slide lectern-wrap" href="\/n\/l1\/My%20deck\.pdf#page=2"><img width="1600" height="900" src="(\/n\/assets\/slides\/my-deck-\w{12}-2\.png)" alt="What attention does" title="Slide 2"><\/a><\/p><figcaption[^>]*>Slide 2</,
  )
  const [, path = ''] = /src="\/n\/(assets\/slides\/[^"]*-2\.png)"/.exec(bodyOf(1)) ?? []
  expect(imageSize(readFileSync(join(source.folder, 'public', path)))).toMatchObject({ width: 1600, height: 900, type: 'png' })
})

test('without #page it is the first, by its name below the text it is found too, and a link stays a link', () => {
  expect(bodyOf(1)).toMatch(/-1\.png" alt="By \[its\] name"/)
  expect(bodyOf(1)).toMatch(/height="169" src="[^"]*-3\.png" alt="Small" width="300"/)
  expect(bodyOf(1)).toContain('<a href="/n/l1/My%20deck.pdf#page=1">its page</a>')
})

test('another lecture shows the same pictures, by an address from the root and in HTML', () => {
  expect(bodyOf(2)).toMatch(/src="\/n\/assets\/slides\/my-deck-\w{12}-2\.png" alt="Across"/)
  expect(bodyOf(2)).toMatch(/src="\/n\/assets\/slides\/my-deck-\w{12}-3\.png" alt="In HTML"/)
  expect(drawn()).toHaveLength(3)
})

test('a page that there is not, and a file that cannot be read, are told where they are shown, and linked to', () => {
  expect(report).toContain('posts/l3/2024-01-03-lecture-3.md:6:9: warning posts/l1/My deck.pdf has no page 7 [slides/no-such-page]')
  expect(report).toContain('it has 3 pages, which are counted from 1: #page=3')
  expect(report).toContain('posts/l3/2024-01-03-lecture-3.md:8:11: warning posts/l3/broken.pdf cannot be read')
  expect(bodyOf(3)).toContain('<p><a href="/n/l1/My%20deck.pdf#page=7">None</a></p>')
  expect(bodyOf(3)).toContain('<p><a href="/n/l3/broken.pdf">Broken</a></p>')
})

test('the course on one page, its book and the feed show them too', () => {
  expect(read('courses/cs330/all/index.html').match(/assets\/slides\/my-deck-\w{12}-2\.png" alt="What attention does"/g)).toHaveLength(1)
  const book = unzipSync(readFileSync(join(source.folder, 'public/courses/cs330/cs330.epub')))
  expect(Object.keys(book).filter(path => path.endsWith('.png'))).toHaveLength(3)
  expect(read('feed.xml')).toMatch(/https:\/\/notes\.example\/n\/assets\/slides\/my-deck-\w{12}-2\.png/)
})

test('without the package that draws them one line for each file says what to install, where it is first shown', () => {
  const { input } = load(
    '-- posts/2024-01-01-a.md --\n![a](deck.pdf#page=3) ![b](deck.pdf#page=4)\n-- posts/2024-01-02-b.md --\n![a](deck.pdf#page=3)\n-- posts/deck.pdf --\n%PDF\n',
  )
  const cache = join(source.folder, 'nothing-kept')
  const root = makeFolder(new Map([['posts/deck.pdf', '%PDF']]))
  const { value, diagnostics } = withSlidePages(input, { root: root.folder, cache, missing: ['@hyzyla/pdfium'] })
  root.remove()
  expect(value.themeFiles).toEqual(input.themeFiles)
  expect(diagnostics.map(({ message, hint, file, position }) => [`${file}:${position?.line}:${position?.column}`, message, hint])).toEqual([
    [
      'posts/2024-01-01-a.md:1:6',
      'Pages of posts/deck.pdf are not shown as pictures, since @hyzyla/pdfium is not installed here; links to them stand there',
      'install it (npm install @hyzyla/pdfium), or link to the page yourself: [words](file.pdf#page=3)',
    ],
  ])
})

test('what is drawn is drawn once, and a page that changes is drawn anew', async () => {
  const kept = join(source.folder, '.cache/lectern/slides')
  const before = readdirSync(kept)
    .filter(name => name.startsWith('my-deck'))
    .map(name => join(kept, name))
  const times = before.map(file => statSync(file).mtimeMs)
  await runStep('lectern build', source.folder)
  expect(before.map(file => statSync(file).mtimeMs)).toEqual(times)
  const [old = ''] = drawn()
  writeFileSync(join(source.folder, 'posts/l1/My deck.pdf'), makePdf(['Other', 'Two', 'Three']))
  await runStep('lectern build', source.folder)
  expect(drawn()).toHaveLength(3)
  expect(existsSync(join(source.folder, 'public/assets/slides', old))).toBe(false)
})
