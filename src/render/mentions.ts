// The sentences in which a text links to others of its site, for the pages of those.

import type { Token } from 'markdown-it'
import { type Body, type Frame, isNamedLink, type Link } from '../body.ts'
import { copyOf } from '../markdown/copy-of.ts'
import { type Entry, type Html, html } from '../model.ts'
import type { Mention } from '../pages/page.ts'
import { escapeHtml, textOfHtml } from '../text/escape.ts'
import { sentenceAround } from '../text/sentences.ts'

export interface MentionsOf {
  /** Writes a body in words. */
  readonly write: (body: Body) => Html
  readonly address: (link: Link) => string
  readonly named: Frame['named']
  /** The text of the site that has an address which a page of `entry` shows. */
  readonly entryAt: (address: string) => Entry | undefined
}

/** Each text that `entry` links to, with the first sentence that says more than the link. */
export function mentionsIn(entry: Entry, body: Body, of: MentionsOf): readonly Mention[] {
  if (body.links.length === 0 && body.namedLinks.length === 0) return []
  const found = new Map<Entry, Mention>()
  for (const block of body.tokens) {
    if (block.type !== 'inline') continue
    for (const [index, token] of (block.children ?? []).entries()) {
      const target = targetOf(token, body, of)
      if (target === undefined || target === entry || found.get(target)?.sentence) continue
      found.set(target, { to: target.source, sentence: sentenceOf(block, index, body, of) })
    }
  }
  return [...found.values()]
}

function targetOf({ type, meta }: Token, { links, namedLinks }: Body, { address, named, entryAt }: MentionsOf): Entry | undefined {
  if (type === 'link_open') {
    const link = links[Number(meta?.['link'] ?? -1)]
    return link && entryAt(address(link))
  }
  const link = isNamedLink(type) ? namedLinks[Number(meta?.['index'])] : undefined
  const target = link && named(link)
  return target && entryAt(address({ url: target.address, kind: 'link', line: 0 }))
}

// Where the link begins and ends, in signs that no text has.
const [start, end] = ['\u0002', '\u0003']

function sentenceOf(block: Token, index: number, body: Body, { write }: MentionsOf): Html | '' {
  const line = block.children ?? []
  const link = line[index] as Token
  const isNamed = isNamedLink(link.type)
  const close = isNamed ? index : line.findIndex(({ type }, place) => place > index && type === 'link_close')
  const marked = [
    ...line.slice(0, index),
    signAt(link, start),
    ...line.slice(index, close + 1),
    signAt(link, end),
    ...line.slice(close + 1),
  ]
  const text = textOfHtml(write({ ...body, tokens: [copyOf(block, { children: marked })] }))
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) return ''
  const words = text.slice(from + 1, to)
  const { before, behind } = sentenceAround(text.slice(0, from), words, text.slice(to + 1))
  if (!/[\p{L}\p{N}]/u.test(before + behind)) return ''
  return html(`${escapeHtml(before)}<b>${escapeHtml(words)}</b>${escapeHtml(behind)}`)
}

function signAt(link: Token, sign: string): Token {
  return copyOf(link, { type: 'text', content: sign })
}
