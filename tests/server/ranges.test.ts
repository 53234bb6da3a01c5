// A recording in the preview: browsers ask for parts of it, and some play nothing that they cannot have in parts.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rangeOf } from '../../src/server/send-file.ts'
import { type RunningPreview, runPreview } from '../support/preview.ts'

let preview: RunningPreview
beforeAll(async () => {
  preview = await runPreview(
    '-- _config.yml --\ntitle: Notes\nsearch: false\n-- posts/2024-01-01-one.md --\nWords.\n-- posts/clip.mp4 --\n0123456789\n',
  )
  writeFileSync(join(preview.folder, 'posts', 'clip.mp4'), '0123456789')
})
afterAll(() => preview.close())

const ask = async (headers: Record<string, string>, method = 'GET') => {
  const response = await fetch(`${preview.url}/clip.mp4`, { headers, method })
  const told = ['content-range', 'content-length', 'accept-ranges', 'content-type'].map(name => response.headers.get(name))
  return [response.status, await response.text(), ...told]
}

test('a file says that it can be had in parts, and is sent whole to whoever asks for no part', async () => {
  expect(await ask({})).toEqual([200, '0123456789', null, '10', 'bytes', 'video/mp4'])
  expect(await ask({ range: 'bytes=2-3' }, 'HEAD')).toEqual([200, '', null, '10', 'bytes', 'video/mp4'])
  expect(await ask({ range: 'bytes=2-3', 'if-range': '"an older one"' })).toEqual([200, '0123456789', null, '10', 'bytes', 'video/mp4'])
})

test.each([
  ['bytes=0-1', '01', 'bytes 0-1/10'],
  ['bytes=4-', '456789', 'bytes 4-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-300', '0123456789', 'bytes 0-9/10'],
  ['bytes=8-100', '89', 'bytes 8-9/10'],
])('%s is %s', async (range, text, told) => {
  expect(await ask({ range })).toEqual([206, text, told, String(text.length), 'bytes', 'video/mp4'])
})

test('of a film no more than the part is read, and a reader who goes away harms nobody', async () => {
  writeFileSync(join(preview.folder, 'posts', 'clip.mp4'), Buffer.alloc(3_000_000, 'film'))
  const leaving = new AbortController()
  const film = await fetch(`${preview.url}/clip.mp4`, { signal: leaving.signal })
  await film.body?.getReader().read()
  leaving.abort()
  const [status, text, told] = await ask({ range: 'bytes=4-2000003' })
  expect([status, String(text).length, String(text).slice(0, 8), told]).toEqual([206, 2_000_000, 'filmfilm', 'bytes 4-2000003/3000000'])
  writeFileSync(join(preview.folder, 'posts', 'clip.mp4'), '0123456789')
})

test('what lies behind its end is refused, with its size', async () => {
  expect(await ask({ range: 'bytes=10-' })).toEqual([416, '', 'bytes */10', '0', 'bytes', 'video/mp4'])
})

test('of an empty file nothing can be had in parts', () => {
  expect(rangeOf('bytes=0-', 0)).toBe('outside')
  expect(rangeOf('bytes=-1', 0)).toBe('outside')
  expect(rangeOf('bytes=-0', 10)).toBe('outside')
})

test.each(['bytes=5-2', 'bytes=0-1,4-5', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes 0-1'])(
  '%s is read as nothing, and the whole is sent',
  range => {
    expect(rangeOf(range, 10)).toBeUndefined()
  },
)
