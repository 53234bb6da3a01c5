// Links by name, as Obsidian has them: `[[Title]]`, `[[file|words]]`, `[[Title#Heading]]`, and pictures, `![[image.png|300]]`. What has that name
// depends on the site, so it is said when the text is written; a name that nothing has stays the text that it is, as Jekyll shows it.

import type { StateCore, Token } from 'markdown-it'
import { isEmbed, type NamedLink } from '../../body.ts'
import { escapeHtml } from '../../text/escape.ts'
import { baseName, withoutExtension } from '../../text/url.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension, Write } from '../extension.ts'
import { sticky } from '../kramdown/cursor.ts'
import { makeElement } from '../kramdown/element.ts'
import type { SpanRule } from '../kramdown/parser.ts'
import { writeImage } from '../picture.ts'
import { cutAt, joinedTexts, replaceTexts } from '../texts-in-line.ts'
import { addressIn, tagEnd, type Writing } from '../writing.ts'

// In a row of a table the line before the words has a backslash in front.
const wikilink = /!?\[\[([^[\]|#\n]*)(?:#([^[\]|\n]*))?(?:\\?\|([^[\]\n]*))?\]\]/gu

const pictureFile = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i

// In kramdown any line with this sign may be a row of a table.
const pipe: SpanRule = {
  name: 'wikilink',
  start: sticky(String.raw`\[\[[^\[\]|\n]+(?:\|[^\[\]|\n]*)+\]\]`),
  read(parser, [written]) {
    parser.cursor.at += written.length
    parser.tree.children.push(makeElement('html', written, 0))
    return true
  },
}

export const wikilinks: Extension = {
  name: 'wikilinks',
  kramdownPipes: [pipe],
  tokens: state => {
    const { hasBlocks, body } = envOf(state.env)
    if (!hasBlocks || !body.includes('[[')) return
    const escaped = escapedIn(body)
    for (const block of state.tokens) if (block.children) block.children = withLinks(block, escaped, state)
  },
  write: { wikilink: (...written) => writeLink(...written) },
}

function withLinks(block: Token, escaped: ReadonlySet<string>, state: StateCore): Token[] {
  const { namedLinks, bodyLine } = envOf(state.env)
  const line = (block.map?.[0] ?? 0) + bodyLine
  const read = ([written = '', name = '', heading = '', words = '']: readonly string[], looks?: readonly Token[]): Token => {
    const link: NamedLink = { written, name: withoutEnding(name.trim()), heading: lastOf(heading), words: words.trim(), line }
    if (escaped.has(written) || !/[\p{L}\p{N}]/u.test(link.name + link.heading))
      return Object.assign(new state.Token('text', '', 0), { content: written })
    const index = namedLinks.push(link) - 1
    return Object.assign(new state.Token('wikilink', '', 0), { content: written, children: looks ?? null, meta: { index } })
  }
  const whole = withLooks(block.children ?? [])
  return replaceTexts(joinedTexts(whole, '[['), text => cutAt(text, wikilink, match => read(match))).map(token =>
    token.type === 'words_with_looks' ? read([...token.content.matchAll(wikilink)][0] ?? [], token.children ?? []) : token,
  )
}

const opens = /!?\[\[[^[\]|\n]*\|[^[\]\n]*$/
const closes = /^[^[\]\n]*\]\]/
const looks = /^(?:text|code_inline|(?:em|strong)_(?:open|close))$/

// Words may have looks, `[[x|*y*]]`: what is a link then comes in several tokens, and becomes one that holds its words.
function withLooks(line: readonly Token[]): readonly Token[] {
  if (!line.some(({ type }) => type === 'em_open' || type === 'strong_open' || type === 'code_inline')) return line
  const out: Token[] = []
  let token = line[0]
  for (let at = 0; token !== undefined; ) {
    const start = token.type === 'text' ? (opens.exec(token.content)?.index ?? -1) : -1
    const end = start < 0 ? undefined : endOfWords(line, at)
    const last = end === undefined ? undefined : line[end]
    if (end === undefined || last === undefined) {
      out.push(token)
      at += 1
      token = line[at]
      continue
    }
    const [from, to] = [token.content.lastIndexOf('|') + 1, last.content.indexOf(']]')]
    const words = [
      copyOf(token, { content: token.content.slice(from) }),
      ...line.slice(at + 1, end),
      copyOf(last, { content: last.content.slice(0, to) }),
    ]
    const content = `${token.content.slice(start, from)}${words.map(word => word.content).join('')}]]`
    out.push(
      copyOf(token, { content: token.content.slice(0, start) }),
      copyOf(token, { type: 'words_with_looks', content, children: words }),
    )
    // What stands behind it may begin another.
    at = end
    token = copyOf(last, { content: last.content.slice(to + 2) })
  }
  return out.filter(({ type, content }) => type !== 'text' || content !== '')
}

// Of the words that begin in the token at `start`. Undefined where something else ends first, or only a half of an element stands there.
function endOfWords(line: readonly Token[], start: number): number | undefined {
  let depth = 0
  for (let at = start + 1; at < line.length; at += 1) {
    const { type, content, nesting } = line[at] as Token
    if (!looks.test(type)) return undefined
    depth += nesting
    if (type === 'text' && /[[\]]/.test(content)) return depth === 0 && closes.test(content) ? at : undefined
  }
  return undefined
}

/** True for one that shows a picture, `![[plot.svg]]`. */
export function isPicture(link: NamedLink): boolean {
  return isEmbed(link) && pictureFile.test(link.name)
}

// Brackets behind a backslash are what their author wanted to see; where links are looked for the backslash is gone.
function escapedIn(body: string): ReadonlySet<string> {
  if (!body.includes('\\[') && !body.includes('\\!')) return new Set()
  return new Set([...body.matchAll(/\\(!?\[\[[^[\]\n]*\]\])|\[\\(\[[^[\]\n]*\]\])/g)].map(([, whole, half]) => whole ?? `[${half}`))
}

function withoutEnding(name: string): string {
  return name.replace(/\.(?:md|markdown)$/i, '')
}

// `Title#Heading#Heading below it` means the last.
function lastOf(headings: string): string {
  return headings.split('#').at(-1)?.trim() ?? ''
}

/** Writes a link by name, or the picture that it shows. */
export const writeLink: Write = (tokens, index, writing, renderer) => {
  const { body, frame } = writing
  const token = tokens[index] as Token
  const link = body.namedLinks[Number(token.meta?.['index'])]
  const target = link && frame.named(link)
  const inside = token.children === null ? '' : renderer.renderInline(token.children, {} as never, writing)
  if (link === undefined || target === undefined)
    return inside === '' ? escapeHtml(token.content) : `${escapeHtml(token.content.replace(/\|.*$/s, '|'))}${inside}]]`
  if (isPicture(link)) return writePicture(link, target.address, writing)
  const words = inside || escapeHtml(isEmbed(link) ? target.words : link.words || target.words)
  if (frame.dress === 'words' || token.meta?.['isInLink'] === true) return words
  return `<a href="${escapeHtml(addressIn({ url: target.address, kind: 'link', line: link.line }, writing))}">${words}</a>`
}

// `|300` is a width and `|300x200` width and height, behind words for who does not see it or instead of them.
function writePicture(link: NamedLink, url: string, writing: Writing): string {
  const [, words = '', width, height] = /^(.*?)(?:(?:^|\|)\s*(\d+)(?:x(\d+))?\s*)?$/s.exec(link.words) ?? []
  const alt = escapeHtml(words.trim() || withoutExtension(baseName(link.name)))
  if (writing.frame.dress === 'words') return alt
  const address = addressIn({ url, kind: 'image', line: link.line }, writing)
  const size = [width && ` width="${width}"`, height && ` height="${height}"`].join('')
  const tag = `<img src="${escapeHtml(address)}" alt="${alt}"${size}${tagEnd(writing.frame)}`
  return writeImage(tag, { address, width, height, isLazy: false, hasSources: false, mayLead: true }, writing)
}
