import { expect, test } from 'vitest'
import { plainScalar } from '../../src/config/plain-scalar.ts'
import { typeOf } from '../../src/server/content-types.ts'
import { parseDate, toIso } from '../../src/text/dates.ts'
import { escapeXml, jsonForHtml, textOfHtml } from '../../src/text/escape.ts'
import { nearest } from '../../src/text/nearest.ts'
import { positionAt, positionsIn } from '../../src/text/position.ts'
import { readingMinutes, shorten } from '../../src/text/reading-time.ts'
import { slugify, tagSlug } from '../../src/text/slug.ts'
import { strftime } from '../../src/text/strftime.ts'
import { joinPath } from '../../src/text/url.ts'
import { findZone } from '../../src/text/zone.ts'

function told(text: string, zoneName: string): string | undefined {
  const zone = findZone(zoneName)
  const moment = zone && parseDate(text, zone)
  return moment && toIso(moment)
}

test.each([
  // Jekyll's own vectors (features/site_configuration.feature), then forms that authors write.
  ['2013-04-10 03:14 +0400', 'Pacific/Honolulu', '2013-04-09T13:14:00-10:00'],
  ['2013-04-09 23:22 +0400', 'Australia/Eucla', '2013-04-10T04:07:00+08:45'],
  ['2015-12-26 03:00', 'America/New_York', '2015-12-26T03:00:00-05:00'],
  ['2015-12-26T03:00:00Z', 'America/New_York', '2015-12-25T22:00:00-05:00'],
  ['2015-12-26', 'America/New_York', '2015-12-26T00:00:00-05:00'],
  ['15-1-2', 'UTC', '2015-01-02T00:00:00+00:00'],
  ['2024/1/2', 'UTC', '2024-01-02T00:00:00+00:00'],
  ['January 11, 2021', 'UTC', '2021-01-11T00:00:00+00:00'],
  ['Mon, 11 Jan 2021 10:05:00 GMT', 'UTC', '2021-01-11T10:05:00+00:00'],
  ['2021-01-11 9:05 pm', 'UTC', '2021-01-11T21:05:00+00:00'],
  ['2021-01-11 12:00:00 +530', 'UTC', '2021-01-11T06:30:00+00:00'],
  // The clock jumps over 02:30 on that day, and shows 01:30 twice on the other.
  ['2024-03-10 02:30', 'America/Los_Angeles', '2024-03-10T03:30:00-07:00'],
  ['2024-11-03 01:30', 'America/Los_Angeles', '2024-11-03T01:30:00-07:00'],
  ['2024-02-29', 'UTC', '2024-02-29T00:00:00+00:00'],
  ['2023-02-29', 'UTC', undefined],
  ['2024-01-01 24:30', 'UTC', undefined],
  ['soon', 'UTC', undefined],
])('date: %s in %s is %s', (text, zone, iso) => {
  expect(told(text, zone)).toBe(iso)
})

test.each([
  ['UTC', 0],
  ['Etc/GMT+8', -480],
  ['UTC+3', -180],
  ['Asia/Kolkata', 330],
])('zone: %s is %d minutes east of Greenwich', (name, minutes) => {
  expect(findZone(name)?.offsetAt(0)).toBe(minutes)
})

test('zone: a name that is none is none', () => {
  expect(findZone('Germany/Berlin')).toBeUndefined()
})

test.each([
  ['The _config.yml file?', 'default', 'the-config-yml-file'],
  ['The _config.yml file?', 'pretty', 'the-_config.yml-file'],
  ['The _config.yml file?', 'raw', 'the-_config.yml-file?'],
  ['fürtive glance!!!!', 'ascii', 'f-rtive-glance'],
  ['fürtive glance!!!!', 'latin', 'furtive-glance'],
  ['5時〜6時 三・一四', 'default', '5時-6時-三-一四'],
  ['Customizing Git - Git Hooks', 'default', 'customizing-git-git-hooks'],
] as const)('slug: %s in mode %s is %s, as in Jekyll', (text, mode, slug) => {
  expect(slugify(text, mode)).toBe(slug)
})

test.each([
  ['C++', 'cpp'],
  ['C#', 'c-sharp'],
  ['Notepad+', 'notepad-plus'],
  ['e\u0301tude', 'étude'],
  ['İstanbul', 'i̇stanbul'],
  ['🎉', '1f389'],
])('tag slug: %s is %s', (name, slug) => {
  expect(tagSlug(name)).toBe(slug)
})

test.each([
  ['coments', 'comments'],
  ['tgas', 'tags'],
  ['permalnik', 'permalink'],
  ['lecturer', undefined],
])('nearest: %s means %s', (word, near) => {
  expect(nearest(word, ['comments', 'tags', 'permalink', 'layout'])).toBe(near)
})

test('position: lines and columns count from one, and the line comes along', () => {
  expect(positionAt('ab\ncd\r\nef', 4)).toEqual({ line: 2, column: 2, length: 1, lineText: 'cd' })
})

test('position: many in one text are the same as one by one', () => {
  const text = '\nab\n\ncd\r\nef'
  const at = positionsIn(text)
  for (let offset = 0; offset <= text.length; offset += 1) expect(at(offset, 2)).toEqual(positionAt(text, offset, 2))
})

test('position: of a line as long as a book only what stands around the place comes along', () => {
  const { column, lineText, left = 0 } = positionAt(`a\n${'b'.repeat(90_000)}c${'d'.repeat(90_000)}`, 90_002)
  expect([column, lineText.length, lineText[column - 1 - left]]).toEqual([90_001, 1000, 'c'])
})

test.each([
  ['yes', true],
  ['No', false],
  ['~', null],
  ['1_000', 1000],
  ['010', 8],
  ['1.10', 1.1],
  ['6.0', Object(6)],
  ['5.', Object(5)],
  ['1.0e+3', Object(1000)],
  ['1e3', '1e3'],
  ['12345678901234567890', '12345678901234567890'],
  ['12:30', '12:30'],
  ['2021-01-11', '2021-01-11'],
  ['2021-01-11 10:00:00', new Date('2021-01-11T10:00:00Z')],
  ['2021-01-11 10:00:00 +0100', Object('2021-01-11 10:00:00 +0100')],
  ['2021-01-11T10:00:00.5-5:30', Object('2021-01-11 10:00:00 -0530')],
  ['2021-01-11 10:00:00 Z', Object('2021-01-11 10:00:00 UTC')],
  ['2021-02-31 10:00:00', '2021-02-31 10:00:00'],
  [':symbol', ':symbol'],
])('yaml: the bare word %s means %s', (text, value) => {
  expect(plainScalar(text)).toEqual(value)
})

test.each([
  ['%-d %B %Y', '3 January 2021'],
  ['%a %b %e', 'Sun Jan  3'],
  ['%G-W%V-%u', '2020-W53-7'],
  ['%j %y %I %p %z %:z', '003 21 04 AM +0130 +01:30'],
  ['%F %T %% %Q', '2021-01-03 04:05:06 % %Q'],
  ['%^a %-m %_m', 'SUN 1  1'],
])('strftime: %s', (format, text) => {
  expect(strftime({ epoch: Date.UTC(2021, 0, 3, 2, 35, 6), offset: 90 }, format)).toBe(text)
})

test('url: joined paths never climb above their start', () => {
  expect(joinPath('posts/a', '../img/./x.png')).toBe('posts/img/x.png')
  expect(joinPath('posts', '../../../etc/passwd')).toBe('etc/passwd')
})

test('escape: XML keeps what it can hold, and JSON may stand in a script', () => {
  expect(escapeXml('a\u0008<b>\ud800"')).toBe('a&lt;b&gt;\ufffd&quot;')
  expect(jsonForHtml('</script>\u2028')).toBe('"\\u003c/script\\u003e\\u2028"')
  expect(textOfHtml('<p>a &amp; <em>b</em></p>\n<p>c</p>')).toBe('a & b c')
})

test('reading time: words in Latin script, characters in Chinese', () => {
  const minutes = (text: string, lang: string, figures = 0): number => readingMinutes({ text, lang, figures })
  expect(minutes('word '.repeat(684), 'en')).toBe(3)
  expect(minutes('Wort '.repeat(684), 'de-AT')).toBe(4)
  expect(minutes('字'.repeat(1500), 'zh')).toBe(3)
  expect(minutes('word', 'en', 15)).toBe(2)
  expect(shorten('One two, three', 8)).toBe('One two…')
})

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['assets/site.JS', 'text/javascript; charset=utf-8'],
  ['feed.xml', 'text/xml; charset=utf-8'],
  ['feed.json', 'application/json'],
  ['plot.svg', 'image/svg+xml'],
  ['favicon.ico', 'image/x-icon'],
  ['files/marks.csv', 'text/csv; charset=utf-8'],
  ['CNAME', 'application/octet-stream'],
  ['notes.v2/README', 'application/octet-stream'],
])('content type: %s is sent as %s', (path, type) => {
  expect(typeOf(path)).toBe(type)
})
