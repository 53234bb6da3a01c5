// Rows 10 to 12, 22 to 24, 28 and 60: addresses, names of files and of tags, dates.

import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Fault, failed, hashOf, held, judge, partly, post, refused, withPlace } from '../fault.ts'
import type { Place } from '../tools.ts'

const zones = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Australia/Lord_Howe']
const locales = ['C', 'C.UTF-8', 'tr_TR.UTF-8', 'zh_CN.UTF-8']
const oddNames = ['a b', 'a%20b', 'a#b', 'a?b', 'a&b', `a"b`, "a'b", '日本', 'e\u0301🎉']
const oddTags = ['C', 'C++', 'C#', '🎉', 'é', 'e\u0301', 'a/b']

export const addresses: readonly Fault[] = [
  {
    row: 10,
    input: 'two posts at one address',
    notFor: ['As Jekyll'],
    required: 'an error that names both',
    try: tool =>
      withPlace(tool, place => {
        for (const name of ['one', 'two']) place.post(`2024-01-01-${name}.md`, post(name, 'Words.', `permalink: /same/\nurl: /same/\n`))
        return refused(place.build(), /2024-01-01-one/, /2024-01-01-two/)
      }),
  },
  {
    row: 11,
    input: 'addresses that differ by case only',
    notFor: ['As Jekyll'],
    required: 'an error that names both',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-01-one.md', post('One', 'Words.', 'permalink: /same/\nurl: /same/\n'))
        place.post('2024-01-01-two.md', post('Two', 'Words.', 'permalink: /Same/\nurl: /Same/\n'))
        return refused(place.build(), /2024-01-01-one/, /2024-01-01-two/)
      }),
  },
  {
    row: 12,
    input: 'a permalink that climbs out of the output',
    required: 'stays inside, or an error',
    try: tool =>
      withPlace(tool, place => {
        const before = outside(place)
        for (const [index, path] of ['/../../x/', '/..%2f..%2fx/', '/%2e%2e/%2e%2e/x/', '..\\\\..\\\\x/'].entries())
          place.post(`2024-01-0${index + 1}-bad.md`, post('Bad', 'Words.', `permalink: "${path}"\nurl: "${path}"\n`))
        place.build()
        return judge({ 'a file lies outside': outside(place) === before })
      }),
  },
  {
    row: 22,
    input: 'nine odd names of files',
    required: 'nine links that lead somewhere',
    try: tool =>
      withPlace(tool, place => {
        for (const [index, name] of oddNames.entries()) place.post(`2024-01-0${index + 1}-${name}.md`, post(`Odd ${index}`))
        const { code, text } = place.build()
        if (code !== 0) return failed(text)
        const site = place.site() ?? new Map<string, Buffer>()
        const home = withPlainSpaces(site.get('index.html')?.toString() ?? '')
        const found = oddNames.filter((_, index) => leadsTo(home, `Odd ${index}`, site))
        return found.length === oddNames.length ? held : failed(`${found.length} of 9`)
      }),
  },
  {
    row: 23,
    input: 'five zones of the machine',
    required: 'the same addresses and dates',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-01-a.md', post('A'))
        place.post('2024-03-10-b.md', post('B', 'Words.', 'date: 2024-03-10 02:30\n'))
        place.post('2024-07-01-c.md', post('C', 'Words.', 'date: 2024-07-01 23:30:00 +0900\n'))
        const sites = zones.map(TZ => {
          place.build({ env: { TZ } })
          return [...(place.site()?.keys() ?? [])].join('\n')
        })
        return judge({ 'it makes nothing': sites[0] !== '', 'addresses differ': new Set(sites).size === 1 })
      }),
  },
  {
    row: 24,
    input: 'the tags C, C++, C#, 🎉, é twice and a/b',
    required: 'an address for each that is not the same, and each post reached',
    try: tool =>
      withPlace(tool, place => {
        for (const [index, tag] of oddTags.entries())
          place.post(`2024-01-0${index + 1}-p${index}.md`, post(`Tagged ${index}`, 'Words.', `tags: ["${tag}"]\n`))
        const { code, text } = place.build()
        if (code !== 0) return /C\+\+|duplicate|same/i.test(text) ? partly('it stops') : failed(text)
        const site = place.site() ?? new Map<string, Buffer>()
        const lists = [...site].filter(([path]) => /^(?:tags|tag)\//.test(path)).map(([, page]) => withPlainSpaces(page.toString()))
        const reached = oddTags.filter((_, index) => lists.some(page => page.includes(`Tagged ${index}`)))
        // é is é in whichever way it is written.
        const pages = lists.filter(page => oddTags.filter((_, index) => page.includes(`Tagged ${index}`)).length > 2)
        const isOneList = lists.some(page => oddTags.every((_, index) => page.includes(`Tagged ${index}`)) && /href="#/.test(page))
        if (isOneList) return judge({ 'tags share an address': new Set(lists.join('').match(/href="#[^"]*"/g)).size >= 6 })
        return judge({
          [`${reached.length} of 7 are reached`]: reached.length === 7,
          'tags share a page': pages.length === 0 || lists.length > 6,
        })
      }),
  },
  {
    row: 28,
    input: 'an address of 300 bytes',
    required: 'an error that names the file',
    try: tool =>
      withPlace(tool, place => {
        const slug = 'x'.repeat(300)
        place.post('2024-01-01-long.md', post('Long', 'Words.', `slug: ${slug}\npermalink: /${slug}/\nurl: /${slug}/\n`))
        return refused(place.build(), /2024-01-01-long/)
      }),
  },
  {
    row: 60,
    input: 'five zones, four locales, two folders, two orders of files',
    required: 'the same bytes',
    isOurs: true,
    try: (tool, isLong) =>
      withPlace(tool, async place => {
        const names = ['b', 'a', 'É', 'ı', '中']
        const fill = (to: Place, order: readonly string[]): void => {
          for (const name of order)
            to.post(`2024-03-${10 + names.indexOf(name)}-${name}.md`, post(name, `Words of ${name}.`, `tags: [I, i, ${name}]\n`))
        }
        fill(place, names)
        const now = [...place.command, '--now', '2030-01-01']
        const hashes = new Set<string>()
        const settings = zones.flatMap(TZ => locales.map(LC_ALL => ({ TZ, LC_ALL })))
        for (const env of isLong ? settings : settings.filter((_, index) => index % 6 === 1)) {
          place.build({ env, seconds: 60 })
          hashes.add(hashOf(place.site()))
        }
        const other = await withPlace(tool, async there => {
          fill(there, [...names].reverse())
          there.build()
          return hashOf(there.site())
        })
        return judge({
          'a zone or a locale changes bytes': hashes.size === 1,
          'a folder changes bytes': hashes.has(other),
          'no command': now.length > 1,
        })
      }),
  },
]

function outside({ folder, output }: Place): string {
  const inside = output.slice(folder.length + 1)
  const all = readdirSync(dirname(folder), { recursive: true, encoding: 'utf8' })
  return all.filter(path => /(?:^|\/)x(?:\/|$)/.test(path) && !path.startsWith(`site/${inside}/`)).join('\n')
}

// A theme may keep the last words of a title together.
function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

function leadsTo(home: string, title: string, site: ReadonlyMap<string, Buffer>): boolean {
  const href = new RegExp(`<a[^>]*href=(["'])((?:(?!\\1).)*)\\1[^>]*>\\s*${title}\\s*<`)
    .exec(home)?.[2]
    ?.replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
  if (href === undefined) return false
  const { pathname } = new URL(href, 'https://example.org')
  const path = decodeURIComponent(pathname).slice(1)
  const page = site.get(path.endsWith('/') ? `${path}index.html` : path) ?? site.get(`${path}.html`)
  return page?.includes(title) === true
}
