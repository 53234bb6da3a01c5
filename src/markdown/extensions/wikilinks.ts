// Links by name, as Obsidian has them: `[[Title]]`, `[[file|words]]`, `[[Title#Heading]]`, and pictures, `![[image.png|300]]`. What has that name
// depends on the site, so it is said when the text is written; a name that nothing has stays the text that it is, as Jekyll shows it.

import type { StateCore, Token } from 'markdown-it'
import { isEmbed, type NamedLink } from '../../body.ts'
import { escapeHtml } from '../../text/escape.ts'
import { baseName, decodePath, withoutExtension } from '../../text/url.ts'
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

// Obsidian writes `![Words](Title.md#Heading)` too, which shows no picture.
const markdownFile = /\.(?:md|markdown)[)#\s]/i
const textShown = /^([^:?#]+\.(?:md|markdown))(?:#(.*))?$/i

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
    if (!hasBlocks || !(body.includes('[[') || markdownFile.test(body))) return
    const escaped = escapedIn(body)
    for (const block of state.tokens) if (block.children) block.children = withLinks(block, escaped, state)
  },
  write: { wikilink: (...written) => writeLink(...written) },
}

function withLinks(block: Token, escaped: ReadonlySet<string>, state: StateCore): Token[] {
  const { namedLinks, bodyLine } = envOf(state.env)
  const line = (block.map?.[0] ?? 0) + bodyLine
  const read = ([written = '', name = '', heading = '', words = '']: readonly string[], made?: Token): Token => {
    const link: NamedLink = { written, name: withoutEnding(name.trim()), heading: lastOf(heading), words: words.trim(), line }
    if (escaped.has(written) || !/[\p{L}\p{N}]/u.test(link.name + link.heading))
      return Object.assign(new state.Token('text', '', 0), { content: written })
    const index = namedLinks.push(link) - 1
    const shown = (made?.meta?.['words'] as Token[] | undefined) ?? null
    return Object.assign(new state.Token('wikilink', '', 0), {
      content: written,
      children: shown,
      meta: { index, asWritten: made?.children },
    })
  }
  const whole = withLooks(block.children ?? []).map(token => {
    const url = token.type === 'image' ? String(token.attrGet('src')) : ''
    const [, file, place = ''] = textShown.exec(url) ?? []
    const words = (token.children ?? []).map(({ content }) => content).join('') || token.content
    return file === undefined ? token : read([`![${words}](${url})`, decodePath(file), decodePath(place), words])
  })
  return replaceTexts(joinedTexts(whole, '[['), text => cutAt(text, wikilink, match => read(match))).flatMap(token => {
    if (token.type !== 'words_with_looks') return [token]
    const match = [...token.content.matchAll(wikilink)][0]
    return match === undefined || escaped.has(match[0]) ? (token.children ?? []) : [read(match, token)]
  })
}

const opens = /!?\[\[[^[\]\n]*$/
const closes = /^[^[\]\n]*\]\]/
const looks = /^(?:text|code_inline|math_inline|(?:em|strong)_(?:open|close))$/

// A name may hold a formula, `[[#The $n$-body case]]`, and words may have looks too, `[[x|*y*]]`: what is a link then comes in several tokens, and
// becomes one that holds its words.
function withLooks(line: readonly Token[]): readonly Token[] {
  if (!line.some(({ type }) => type !== 'text' && looks.test(type))) return line
  const out: Token[] = []
  let token = line[0]
  for (let at = 0; token !== undefined; ) {
    const start = token.type === 'text' ? (opens.exec(token.content)?.index ?? -1) : -1
    const end = start < 0 ? undefined : endOfWords(line, at)
    const last = end === undefined ? undefined : line[end]
    const to = (last?.content.indexOf(']]') ?? 0) + 2
    const whole = last && [partOf(token, start), ...line.slice(at + 1, end), partOf(last, 0, to)]
    const link = whole && linkOf(whole)
    if (end === undefined || last === undefined || link === undefined) {
      out.push(token)
      at += 1
      token = line[at]
      continue
    }
    out.push(partOf(token, 0, start), link)
    // What stands behind it may begin another.
    at = end
    token = partOf(last, to)
  }
  return out.filter(({ type, content }) => type !== 'text' || content !== '')
}

function partOf(text: Token, from: number, to?: number): Token {
  return copyOf(text, { content: text.content.slice(from, to) })
}

// Of its tokens, brackets and all. Undefined where a name has looks, which only that of a heading may have: `[[#On *time*]]`.
function linkOf(whole: readonly Token[]): Token | undefined {
  const [first, last] = [whole[0] as Token, whole.at(-1) as Token]
  const bar = whole.findIndex(({ type, content }) => type === 'text' && content.includes('|'))
  const at = whole[bar]?.content.indexOf('|') ?? 0
  const name = bar < 0 ? whole.slice(0, -1) : whole.slice(0, bar)
  if (name.some(({ nesting }) => nesting !== 0) && !(first.content.includes('#') && isBalanced(name))) return undefined
  if (bar < 0) return copyOf(first, { type: 'words_with_looks', content: whole.map(writtenAs).join(''), children: [...whole] })
  const named = [...name, partOf(whole[bar] as Token, 0, at)]
  const words = [partOf(whole[bar] as Token, at + 1), ...whole.slice(bar + 1, -1), ...(bar === whole.length - 1 ? [] : [last])]
  const shown = words.map((word, index) => (index === words.length - 1 ? partOf(word, 0, word.content.indexOf(']]')) : word))
  const content = `${named.map(writtenAs).join('')}|${shown.map(writtenAs).join('')}]]`
  return copyOf(first, { type: 'words_with_looks', content, children: [...whole], meta: { words: shown } })
}

function isBalanced(tokens: readonly Token[]): boolean {
  return tokens.reduce((depth, { nesting }) => depth + nesting, 0) === 0
}

// Brackets would end the link.
function writtenAs({ type, content }: Token): string {
  if (type === 'text') return content
  const inside = content.replace(/[[\]\n]/g, ' ')
  return type === 'math_inline' ? `$${inside}$` : type === 'code_inline' ? `\`${inside}\`` : inside
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
  const { asWritten } = token.meta as { readonly asWritten?: Token[] | null }
  if (link === undefined || target === undefined)
    return asWritten == null ? escapeHtml(token.content) : renderer.renderInline(asWritten, {} as never, writing)
  const inside = token.children === null ? '' : renderer.renderInline(token.children, {} as never, writing)
  if (isPicture(link)) return writePicture(link, target.address, writing)
  const words =
    inside || (isEmbed(link) || link.words === '' ? (target.html?.[frame.dress] ?? escapeHtml(target.words)) : escapeHtml(link.words))
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
