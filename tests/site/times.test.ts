// `[12:34]` in a lecture that has a recording leads into it; in any other text it is text.

import { expect, test } from 'vitest'
import { load, site } from '../support/site.ts'

const pageOf = async (keys: string, body: string, more = ''): Promise<string> => {
  const { main } = await site(`${more}-- posts/2024-01-01-a.md --\n---\ntitle: CS 101 Lecture 1\ntags: [cs101]\n${keys}\n---\n${body}\n`)
  return main('2024/01/01/a/index.html')
}

test.each([
  ['https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abc&amp;t=754s'],
  ['https://youtu.be/abc', 'https://youtu.be/abc?t=754s'],
  ['https://youtu.be/abc?t=10', 'https://youtu.be/abc?t=754s'],
  ['https://www.youtube.com/embed/abc?start=3', 'https://www.youtube.com/embed/abc?start=754'],
  ['https://vimeo.com/76979871', 'https://vimeo.com/76979871#t=754s'],
  ['https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv', 'https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=754s'],
  ['https://tube.example/videos/watch/9c9de5e8-0a1e', 'https://tube.example/videos/watch/9c9de5e8-0a1e?start=754s'],
  ['https://www.bilibili.com/video/BV1xx/', 'https://www.bilibili.com/video/BV1xx/?t=754'],
  ['https://uni.example/Panopto/Pages/Viewer.aspx?id=1', 'https://uni.example/Panopto/Pages/Viewer.aspx?id=1&amp;start=754'],
  ['https://archive.org/download/x/x.mp4', 'https://archive.org/download/x/x.mp4#t=754'],
  ['https://media.ccc.de/v/35c3-1', 'https://media.ccc.de/v/35c3-1#t=754'],
])('a time leads into %s', async (video, address) => {
  expect(await pageOf(`video: ${video}`, 'Clocks [12:34].')).toContain(`<p>Clocks <a href="${address}" class="time">12:34</a>.</p>`)
})

test('a time of an hour, several on a line, and a file beside the text', async () => {
  const file = '-- posts/talk.mp4 --\nx\n'
  const page = await pageOf('video: talk.mp4', 'From [1:02:03] to [59:59], *and [0:05]*.', file)
  expect([...page.matchAll(/<a href="([^"]*)" class="time">([^<]*)/g)].map(([, url, said]) => `${said} ${url}`)).toEqual([
    '1:02:03 /talk.mp4#t=3723',
    '59:59 /talk.mp4#t=3599',
    '0:05 /talk.mp4#t=5',
  ])
})

test('minutes may be more than sixty, and a range leads to where it begins', async () => {
  const page = await pageOf('video: https://youtu.be/abc', 'At [75:30] and [1:00–1:30], not a[12:34].')
  expect([...page.matchAll(/<a href="([^"]*)" class="time">([^<]*)/g)].map(([, url, said]) => `${said} ${url}`)).toEqual([
    '75:30 https://youtu.be/abc?t=4530s',
    '1:00–1:30 https://youtu.be/abc?t=60s',
  ])
})

test('the plan of a course may say where the recording is', async () => {
  const plan = '-- _data/courses/cs101.yml --\nlectures:\n  - {title: One, video: "https://youtu.be/abc"}\n'
  expect(await pageOf('', '[1:00]', plan)).toContain('href="https://youtu.be/abc?t=60s"')
})

test.each(['[12:34](https://a.example)', '`[12:34]`', '[12:99]', '[1:2:3]', '[112:34]', '![12:34](a.png)'])('%s is no time', async text => {
  expect(await pageOf('video: https://youtu.be/abc', text)).not.toContain('class="time"')
})

test('without a recording, or with one that is not there, a time is the text that it is', async () => {
  expect(await pageOf('', 'At [12:34].')).toContain('<p>At [12:34].</p>')
  expect(await pageOf('video: lost.mp4', 'At [12:34].')).toContain('<p>At [12:34].</p>')
})

test('a feed leads to the whole address', async () => {
  const archive = `-- _config.yml --\nurl: https://notes.example\n-- posts/talk.mp4 --\nx\n-- posts/2024-01-01-a.md --
---
title: CS 101 Lecture 1
video: talk.mp4
---
At [12:34].
`
  expect((await site(archive)).file('feed.xml')).toContain('https://notes.example/talk.mp4#t=754')
  expect(load(archive).loaded.diagnostics).toEqual([])
})
