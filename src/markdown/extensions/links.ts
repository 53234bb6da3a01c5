// Links and images that may mean a file beside the post leave as placeholders, with their line; `site/resolve-links.ts` puts them in.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { noAltText } from '../../diagnostics.ts'
import { unescapeHtml } from '../../text/escape.ts'
import { below, positionOnLine } from '../../text/position.ts'
import { isAbsoluteUrl } from '../../text/url.ts'
import { envOf, type MarkdownEnv } from '../env.ts'

export function links(markdown: MarkdownIt): void {
  // Every scheme stays: the text is the author's own, and markdown-it's filter would show `data:` images as text.
  markdown.validateLink = url => !/^\s*(?:javascript|vbscript):/i.test(url)
  markdown.core.ruler.push('pending_links', markLinks)
}

function markLinks(state: StateCore): void {
  const env = envOf(state.env)
  for (const block of state.tokens) {
    const line = (block.map?.[0] ?? 0) + env.bodyLine
    if (block.type === 'html_block') block.content = markMarkup(block.content, line, env)
    for (const token of block.children ?? []) markToken(token, line, env)
  }
}

function markToken(token: Token, line: number, env: MarkdownEnv): void {
  if (token.type === 'html_inline') token.content = markMarkup(token.content, line, env)
  const attribute = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined
  const url = String((attribute === undefined ? null : token.attrGet(attribute)) ?? '')
  if (token.type === 'image' && token.content.trim() === '' && (token.children ?? []).length === 0) complain(env, line, url)
  if (attribute !== undefined && mayBeOurs(url)) token.attrSet(attribute, placeholder(url, line, env, token.type === 'image'))
  for (const child of token.children ?? []) markToken(child, line, env)
}

function markMarkup(markup: string, line: number, env: MarkdownEnv): string {
  for (const [image] of markup.matchAll(/<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi))
    if (!/\salt\b/i.test(image)) complain(env, line, /\ssrc\s*=\s*["']?([^\s"'>]*)/i.exec(image)?.[1] ?? '')
  return markup.replace(/<(?:a|img|source|video|audio|iframe|embed|object|track)\b[^>]*>/gi, tag =>
    tag.replace(/(\s(?:href|src|poster|data)\s*=\s*)(["'])(.*?)\2/gi, (whole, before: string, quote: string, value: string) => {
      const url = unescapeHtml(value)
      return mayBeOurs(url) ? `${before}${quote}${placeholder(url, line, env, /^<img/i.test(tag))}${quote}` : whole
    }),
  )
}

function mayBeOurs(url: string): boolean {
  return url !== '' && !url.startsWith('#') && !/\{[{%]|%7B(?:%7B|%25)/.test(url) && !isAbsoluteUrl(url)
}

function placeholder(url: string, line: number, env: MarkdownEnv, isImage: boolean): string {
  env.links.push({ url, line, isImage })
  return `\0${env.links.length - 1}\0`
}

function complain(env: MarkdownEnv, line: number, url: string): void {
  const position = below(positionOnLine(env.body, line - env.bodyLine + 1, url), env.bodyLine)
  env.diagnostics.push(noAltText({ file: env.file, position }, url))
}
