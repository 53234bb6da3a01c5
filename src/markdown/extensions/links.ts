// Links, images and the raw HTML of a text: every address in them is gathered with its place, and written as the frame resolves it. On a page
// images do not make the page jump (`picture.ts`).

import type { StateCore, Token } from 'markdown-it'
import type { Link } from '../../body.ts'
import { escapeHtml } from '../../text/escape.ts'
import { pdfPageOf } from '../../text/pdf-page.ts'
import { baseName, decodePath } from '../../text/url.ts'
import { envOf, type MarkdownEnv } from '../env.ts'
import type { Extension, Write } from '../extension.ts'
import { complainOfImage, cutMarkup, type Markup, nowhere, writeMarkup } from '../markup.ts'
import { type Slide, sizesGiven, writeImage } from '../picture.ts'
import { addressIn, attributesText, tagEnd, type Writing } from '../writing.ts'

const writeHtml: Write = (tokens, index, writing) => {
  const token = tokens[index] as Token
  const markup = token.meta?.['markup'] as Markup | undefined
  const written = markup === undefined ? token.content : writeMarkup(markup, writing)
  return token.meta?.['isVoid'] === true ? written.replace(/>$/, tagEnd(writing.frame)) : written
}

export const links: Extension = {
  name: 'links',
  read: {
    // Every scheme stays: the text is the author's own, and markdown-it's filter would show `data:` images as text.
    kramdown: markdown => (markdown.validateLink = isHarmless),
    commonmark: markdown => (markdown.validateLink = isHarmless),
  },
  tokens: gather,
  write: {
    link_open: (tokens, index, writing) => `<a${attributesText(tokens[index] as Token, resolved(tokens[index] as Token, writing))}>`,
    image: (tokens, index, writing, renderer) => {
      const token = tokens[index] as Token
      const alt = renderer.renderInlineAsText(token.children ?? [], {} as never, writing)
      const address = linkOf(token, writing) ?? String(token.attrGet('src') ?? '')
      const attributes = attributesText(token, (name, value) => (name === 'src' ? address : name === 'alt' ? alt : value))
      const sizes = sizesGiven(name => attributeGiven(token, name))
      const hasOwn = (name: string): boolean => token.attrGet(name) !== null
      const mayLead = token.meta?.['isLinked'] !== true && alt !== ''
      const slide = slideOf(token, alt, writing)
      const image = { address, ...sizes, isLazy: hasOwn('loading'), hasSources: hasOwn('srcset'), mayLead, ...(slide && { slide }) }
      return writeImage(`<img${attributes}${tagEnd(writing.frame)}`, image, writing)
    },
    html_block: writeHtml,
    html_inline: writeHtml,
  },
}

function isHarmless(url: string): boolean {
  return !/^\s*(?:javascript|vbscript):/i.test(url)
}

function gather(state: StateCore): void {
  const env = envOf(state.env)
  let inside = nowhere
  const cut = (token: Token, line: number): void => {
    const markup = cutMarkup(token.content, { env, line, inside })
    inside = markup.inside
    if (markup.pieces.length > 0) token.meta = { ...token.meta, markup: markup.pieces }
  }
  const take = (token: Token, line: number, next: Token | undefined): void => {
    if (token.type === 'html_inline' || token.type === 'html_block') cut(token, line)
    else if (token.type === 'link_open') token.meta = { ...token.meta, link: addLink(env, token, line, next) }
    else if (token.type === 'image') token.meta = { ...token.meta, link: addImage(env, token, line) }
    for (const child of token.children ?? []) take(child, line, undefined)
  }
  for (const block of state.tokens) {
    const line = (block.map?.[0] ?? 0) + env.bodyLine
    if (block.type === 'html_block') cut(block, line)
    for (const [index, token] of (block.children ?? []).entries()) take(token, line, block.children?.[index + 1])
    markLinkedImages(block.children ?? [])
  }
}

// A link in a link is none.
function markLinkedImages(tokens: readonly Token[]): void {
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'html_inline') depth += /^<a[\s>]/i.test(token.content) ? 1 : /^<\/a>/i.test(token.content) ? -1 : 0
    else depth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    if (token.type === 'image' && depth > 0) token.meta = { ...token.meta, isLinked: true }
  }
}

function addLink({ links }: MarkdownEnv, token: Token, line: number, next: Token | undefined): number {
  const text = next?.type === 'text' ? { text: next.content } : {}
  return links.push({ url: String(token.attrGet('href') ?? ''), kind: 'link', line, ...text } satisfies Link) - 1
}

function addImage(env: MarkdownEnv, token: Token, line: number): number {
  const [url, alt] = [String(token.attrGet('src') ?? ''), token.content.trim() || textOf(token.children ?? [])]
  if (token.content.trim() === '' && (token.children ?? []).length === 0) complainOfImage(env, line, url)
  env.figures += 1
  return env.links.push({ url, kind: 'image', line, text: alt }) - 1
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ content }) => content).join('')
}

function resolved(token: Token, writing: Writing): (name: string, value: string) => string {
  return (name, value) => (name === 'href' ? (linkOf(token, writing) ?? value) : value)
}

// Tokens that were made while others were written have no number.
function linkOf(token: Token, writing: Writing): string | undefined {
  const link = writing.body.links[Number(token.meta?.['link'] ?? -1)]
  return link && addressIn(link, writing)
}

// An image of a page of a PDF file: where that page is itself.
function slideOf(token: Token, alt: string, writing: Writing): Slide | undefined {
  const link = writing.body.links[Number(token.meta?.['link'] ?? -1)]
  if (link === undefined || pdfPageOf(link.url) === undefined || writing.frame.codeMarkup === 'rouge') return undefined
  const words = escapeHtml(alt || decodePath(baseName(link.url)))
  return { address: addressIn({ ...link, kind: 'link' }, writing), words, isLinked: token.meta?.['isLinked'] === true }
}

function attributeGiven(token: Token, name: string): string | undefined {
  const value = token.attrGet(name)
  return value === null ? undefined : escapeHtml(String(value))
}
