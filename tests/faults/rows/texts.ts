// Rows 1 to 9, 13, 14, 29, 48, 58 and 59: what stands in a post.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { SaxesParser } from 'saxes'
import { type Fault, failed, held, judge, post, refused, textsOf, type Verdict, withPlace } from '../fault.ts'
import type { Tool } from '../tools.ts'

const at = /bad\.md:\d+:\d+|bad\.md.*line \d+/s

/** A site of one good post and one bad, which has to be refused. */
const refuses =
  (content: string | Uint8Array, ...said: readonly RegExp[]) =>
  (tool: Tool): Promise<Verdict> =>
    withPlace(tool, place => {
      place.post('2024-01-01-good.md', post('Good'))
      place.post('2024-01-02-bad.md', content)
      return refused(place.build(), /2024-01-02-bad\.md/, ...said)
    })

const bomb = `${'abcdefghi'
  .split('')
  .map(
    (name, level, all) =>
      `${name}: &${name} [${Array(9)
        .fill(level === 0 ? 'x' : `*${all[level - 1]}`)
        .join(', ')}]`,
  )
  .join('\n')}\n`

export const texts: readonly Fault[] = [
  {
    row: 1,
    input: 'YAML that is broken',
    required: 'an error with file, line and column',
    try: refuses('---\ntitle: Bad\ntags: [a, b\n---\nWords.\n', at),
  },
  {
    row: 2,
    input: 'the date 2024-02-31',
    required: 'an error that names the file',
    try: refuses(post('Bad', 'Words.', 'date: 2024-02-31\n')),
  },
  {
    row: 3,
    input: 'front matter that is never closed',
    required: 'an error that names the file',
    try: refuses('---\ntitle: Bad\n\nWords.\n'),
  },
  {
    row: 4,
    input: 'a YAML alias bomb, nine to the ninth',
    required: 'an error, or done, within ten seconds of the processor',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-02-bad.md', post('Bad', 'Words.', bomb))
        const { isKilled, code } = place.build({ seconds: 10 })
        return judge({ 'it does not end': !isKilled, 'it crashes': code !== 70 && code !== 134 })
      }),
  },
  {
    row: 5,
    input: 'bytes that are no UTF-8',
    required: 'an error that tells where',
    try: refuses(
      Buffer.concat([Buffer.from('---\ntitle: Bad\n---\nCaf'), Buffer.from([0xe9]), Buffer.from(' au lait.\n')]),
      /byte|line|:\d+:\d+|invalid/i,
    ),
  },
  {
    row: 6,
    input: 'a byte order mark',
    required: 'a post like any other',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-02-bom.md', `\uFEFF${post('Marked')}`)
        const { code } = place.build()
        const pages = textsOf(place.site(), '.html').filter(page => /<h1[^>]*>\s*Marked/.test(page))
        return judge({
          'it fails': code === 0,
          'its front matter is not read': pages.length > 0 && pages.every(page => !page.includes('title: Marked')),
        })
      }),
  },
  {
    row: 7,
    input: 'a file in UTF-16',
    required: 'an error that tells what to do',
    try: refuses(Buffer.from(`\uFEFF${post('Bad')}`, 'utf16le'), /utf-?(?:8|16)|encod/i),
  },
  {
    row: 8,
    input: 'a binary file named .md',
    required: 'an error that names the file',
    try: refuses(Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))),
  },
  {
    row: 9,
    input: 'a NUL in the text',
    required: 'an error, or no NUL in the page',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-02-nul.md', post('Nul', 'One\0two.'))
        const { code, text } = place.build()
        if (code !== 0) return /2024-01-02-nul/.test(text) ? held : failed(text)
        return judge({ 'a page holds it': textsOf(place.site(), '.html').every(page => !page.includes('\0')) })
      }),
  },
  {
    row: 13,
    input: 'U+0008 in a text and a title',
    required: 'feeds that are well-formed',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-02-bell.md', '---\ntitle: "A\\bB"\n---\nOne\btwo \u000b three.\n')
        const { code, text } = place.build()
        if (code !== 0) return /2024-01-02-bell/.test(text) ? held : failed(text)
        const feeds = textsOf(place.site(), '.xml')
        return judge({ 'there is no feed': feeds.length > 0, 'a feed is ill-formed': feeds.every(isWellFormed) })
      }),
  },
  {
    row: 14,
    input: 'a title that breaks out of an attribute',
    required: 'escaped wherever it is shown',
    notFor: ['As Jekyll'],
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-02-title.md', post(`'"><img src=x onerror=alert(1)><script>alert(2)</script>'`))
        const { code } = place.build()
        const pages = textsOf(place.site(), '.html')
        return judge({
          'it fails': code === 0,
          'it becomes an element': pages.length > 0 && pages.every(page => !/onerror|alert/.test(activeParts(page))),
        })
      }),
  },
  {
    row: 29,
    input: 'titles and tags of the wrong type',
    required: 'works, or an error that names the file',
    try: tool =>
      withPlace(tool, place => {
        const odd = [
          'title: [a, b]',
          'title: 7\ntags: {a: 1}',
          'title: null\ntags: 5',
          'title: true\ntags: [[a], 1.5, null]',
          'tags:\n  - {x: y}\ncategories: 3',
        ]
        for (const [index, front] of odd.entries()) place.post(`2024-01-0${index + 1}-bad${index}.md`, `---\n${front}\n---\nWords.\n`)
        const { code, text } = place.build()
        return judge({ 'it crashes': code === 0 || (code === 1 && /bad\d\.md/.test(text)) })
      }),
  },
  {
    row: 48,
    input: 'front matter in JavaScript',
    required: 'is not run',
    try: tool =>
      withPlace(tool, place => {
        const marker = join(place.folder, 'marker')
        const front = `{ title: (require('fs').writeFileSync(${JSON.stringify(marker)}, ''), 'Bad') }`
        for (const [index, name] of ['js', 'javascript', 'coffee'].entries())
          place.post(`2024-01-0${index + 1}-bad.md`, `---${name}\n${front}\n---\nWords.\n`)
        place.build()
        return judge({ 'it is run': !existsSync(marker) })
      }),
  },
  {
    row: 58,
    input: 'a link to a post that is not there',
    notFor: ['As Jekyll'],
    required: 'an error that tells where',
    isOurs: true,
    try: refuses(post('Bad', 'See [this](2024-01-01-gone.md).'), /bad\.md:4:\d+: error/),
  },
]

function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser({ xmlns: true })
  let isGood = true
  parser.on('error', () => (isGood = false))
  parser.write(xml).close()
  return isGood
}

/** What a browser would run or load of a page: the attributes and texts of its scripts and of elements with handlers. */
function activeParts(html: string): string {
  const found: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) found.push(...node.attrs.filter(({ name }) => name.startsWith('on')).map(({ name, value }) => `${name}=${value}`))
    if (node.nodeName === 'script' && 'attrs' in node && !node.attrs.some(({ name, value }) => name === 'type' && value.includes('json')))
      found.push(...('childNodes' in node ? node.childNodes.map(child => ('value' in child ? child.value : '')) : []))
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found.join('\n')
}
