// How to cite a post: a sentence, and an entry for BibTeX.

import type { Config } from '../config/config.ts'
import type { Post } from '../model.ts'
import type { Citation } from '../templates/contract.ts'
import { strftime } from '../text/strftime.ts'
import { dateIn } from '../words/dates.ts'

export function citationOf(post: Post, config: Config): Citation {
  const url = config.url + config.baseurl + post.permalink
  const authors = post.authors.map(({ name }) => name).filter(name => name !== '')
  const who = authors.length > 0 ? authors : config.title === '' ? [] : [config.title]
  const where = config.title !== '' && who[0] !== config.title ? [config.title] : []
  const sentence = [
    ...(who.length > 0 ? [who.join(', ')] : []),
    `“${post.title}”`,
    ...where,
    dateIn(post.lang ?? config.lang)(post.date, 'long'),
    ...(config.url === '' ? [] : [url]),
  ]
  const fields = [
    ['title', post.title],
    ...(who.length > 0 ? [['author', who.join(' and ')]] : []),
    ...(where.length > 0 ? [['journal', config.title]] : []),
    ['year', strftime(post.date, '%Y')],
    ['month', strftime(post.date, '%b').toLowerCase()],
    ['day', strftime(post.date, '%-d')],
    ...(config.url === '' ? [] : [['url', url]]),
  ] as const
  const rows = fields.map(
    ([name = '', value = '']) => `  ${name.padEnd(7)} = ${name === 'month' ? value : `{${name === 'url' ? value : bibtexText(value)}}`}`,
  )
  return {
    sentence: `${sentence.join('. ').replaceAll('”. ', '.” ')}.`.replace(/\.\.$/, '.'),
    bibtex: `@online{${citationKey(post, who[0] ?? '')},\n${rows.join(',\n')}\n}`,
  }
}

// Lamport2024time: the author's last name, the year, the first word of the title that is not among the shortest.
function citationKey(post: Post, author: string): string {
  const word = post.title.split(/[^\p{L}\p{N}]+/u).find(part => part.length > 3) ?? 'post'
  const plain = (text: string): string => text.normalize('NFD').replace(/[^A-Za-z0-9]/g, '')
  return `${plain(author.split(/\s+/).at(-1) ?? '').toLowerCase()}${strftime(post.date, '%Y')}${plain(word).toLowerCase() || post.slug}`
}

// TeX's special characters stand for themselves behind a backslash; braces keep the capitals of names.
function bibtexText(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/[#$%&_]/g, sign => `\\${sign}`)
    .replace(/\b\w*[A-Z]\w*[A-Z]\w*\b/g, word => `{${word}}`)
}
