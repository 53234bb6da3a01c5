// Image files on a disk: their sizes in pages, the smaller files made of them, cards. Real files, since bytes are what matters here.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { imageSize } from 'image-size'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { buildInto } from '../support/browser.ts'
import { terminalIn } from '../support/terminal.ts'
import { makeFolder } from '../support/transcript.ts'

const files = {
  '_config.yml': 'title: Notes\nurl: https://notes.example\nbaseurl: /n\nsearch: false\ncards: true\n',
  'posts/2024-01-01-a.md':
    '---\ncourse: CS 1\nlecture: 2\n---\n![A large one](img/large.png "The caption")\n\n![](img/small.png)\n\n![A turned one](img/turned.jpg){: width="100"}\n\n![Missing](/img/none.png)\n\n![low](img/small.png){: height="10"}\n\n<img src="/n/img/small.png" height="5px" alt="lower">\n\n<img src="/n/img/small.png" height="5" width="5" alt="odd">\n\n![half](img/small.png){: width="50%"}\n\n<img src="/n/img/small.png" style="max-height: 9px" alt="bounded">\n\n![styled](img/small.png){: style="height: 5px"}\n',
}
const source = makeFolder(new Map(Object.entries(files)))
let built: Awaited<ReturnType<typeof buildInto>>
let page: string

beforeAll(async () => {
  const place = (name: string): string => join(source.folder, 'posts', 'img', name)
  mkdirSync(dirname(place('x')), { recursive: true })
  await sharp({
    create: { width: 1500, height: 500, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png()
    .toFile(place('large.png'))
  await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .png()
    .toFile(place('small.png'))
  await sharp({ create: { width: 80, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toFile(place('turned.jpg'))
  built = await buildInto(source.folder)
  page = readFileSync(join(built.output, '2024/01/01/a/index.html'), 'utf8')
})

afterAll(() => {
  built.remove()
  source.remove()
})

test('images have their width and height, turned as the camera says, and all but the first wait until they are near', () => {
  expect(page).toMatch(/<img width="1500" height="500" src="\/n\/img\/large.png"/)
  expect(page).toContain('<img loading="lazy" decoding="async" width="40" height="20" src="/n/img/small.png" alt="">')
  expect(page).toMatch(/<img loading="lazy" decoding="async" height="200" src="\/n\/img\/turned.jpg"/)
})

test('an image that is given one of width and height has the other in proportion, and keeps both where it is given both', () => {
  const given = Object.fromEntries([...page.matchAll(/<img [^>]*>/g)].map(([image]) => [/alt="([^"]*)"/.exec(image)?.[1], image]))
  const sizeOf = (alt: string): string[] =>
    [...(given[alt] ?? '').matchAll(/ ((?:width|height)="[^"]*")/g)].map(([, size = '']) => size).sort()
  expect(sizeOf('A turned one')).toEqual(['height="200"', 'width="100"'])
  expect(sizeOf('low')).toEqual(['height="10"', 'width="20"'])
  expect(sizeOf('lower')).toEqual(['height="5px"', 'width="10"'])
  expect(sizeOf('odd')).toEqual(['height="5"', 'width="5"'])
  expect(sizeOf('half')).toEqual(['width="50%"'])
  expect(sizeOf('styled')).toEqual(['width="10"'])
  expect(sizeOf('bounded')).toEqual([])
})

test('an image by itself with a title is a figure with a caption', () => {
  expect(page).toMatch(/<figure class="lectern-wrap"><p>.*<\/p><figcaption class="lectern-add">The caption<\/figcaption><\/figure>/)
})

test('a large image has smaller files in two formats, as wide as they say; a small one has none', () => {
  const sources = [...page.matchAll(/<source class="lectern-add" type="([^"]*)" srcset="([^"]*)"/g)].map(([, type, set]) => [
    type,
    set?.split(', ').map(item => item.split(' ')),
  ])
  expect(sources.map(([type]) => type)).toEqual(['image/avif', 'image/webp'])
  for (const [, set] of sources as [string, string[][]][])
    for (const [url = '', width = ''] of set) {
      const file = join(built.output, url.replace('/n/', ''))
      if (!url.endsWith('.avif')) expect(imageSize(readFileSync(file)).width).toBe(Number.parseInt(width, 10))
      expect(statSync(file).size).toBeLessThan(statSync(join(source.folder, 'posts/img/large.png')).size)
    }
  expect(readdirSync(join(built.output, 'assets/scaled'))).toHaveLength(6)
})

test('a card is drawn for the post, of the size that networks want', () => {
  const card = readFileSync(join(built.output, 'assets/cards/2024/01/01/a.png'))
  expect(imageSize(card)).toMatchObject({ width: 1200, height: 630 })
})

test('what was made once is taken from the cache, and made again if it is lost', async () => {
  const cache = join(dirname(built.output), '.cache', 'lectern', 'images')
  const [first = ''] = readdirSync(cache)
  const { mtimeMs } = statSync(join(cache, first))
  rmSync(join(cache, readdirSync(cache).at(-1) ?? ''))
  expect(await run(['build', '--output', built.output, '--quiet'], terminalIn(source.folder))).toBe(0)
  expect(readdirSync(cache)).toHaveLength(6)
  expect(statSync(join(cache, first)).mtimeMs).toBe(mtimeMs)
  expect(readdirSync(join(built.output, 'assets/scaled'))).toHaveLength(6)
})

test('a damaged image, and a text that is called one, break nothing', async () => {
  writeFileSync(join(source.folder, 'posts/img/small.png'), 'no image at all')
  const again = await buildInto(source.folder)
  expect(readFileSync(join(again.output, '2024/01/01/a/index.html'), 'utf8')).toContain(
    '<img loading="lazy" decoding="async" src="/n/img/small.png" alt="">',
  )
  expect(existsSync(join(again.output, 'img/small.png'))).toBe(true)
  again.remove()
})

test('an image that was cut short is told by its name, and the last good site stays', async () => {
  const whole = await sharp({
    create: { width: 1500, height: 500, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png()
    .toBuffer()
  const { folder, remove } = makeFolder(new Map([['posts/2024-01-01-a.md', '![A large one](a.png)\n']]))
  writeFileSync(join(folder, 'posts', 'a.png'), whole.subarray(0, whole.length / 2))
  const said: string[] = []
  expect(
    await run(
      ['build'],
      terminalIn(folder, text => said.push(text)),
    ),
  ).toBe(1)
  expect(said.join('\n')).toContain('posts/a.png:1:1: error The image cannot be read, so no smaller ones can be made of it')
  expect(existsSync(join(folder, 'public', 'index.html'))).toBe(false)
  remove()
})
