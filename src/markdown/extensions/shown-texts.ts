// Texts that stand in the midst of another, as Obsidian has them: `![[Title]]`, `![[Title#Heading]]`, `![[Title#^name]]` on a line of its own. Which
// text has that name, and what stands there, depends on the site, so it is said when the text is written; what cannot be shown is a link.

import type { StateCore, Token } from 'markdown-it'
import { isEmbed } from '../../body.ts'
import { envOf } from '../env.ts'
import type { Extension, Write } from '../extension.ts'
import { isPicture, writeLink } from './wikilinks.ts'

export const shownTexts: Extension = {
  name: 'shown texts',
  tokens: state => {
    if (envOf(state.env).namedLinks.some(link => isEmbed(link) && !isPicture(link))) markShown(state)
  },
  // What is shown is a block, and a link instead of it a paragraph.
  write: { shown_open: () => '', shown_text: (...written) => writeShown(...written), shown_close: () => '' },
}

interface Place {
  /** The level of the heading above it; undefined where there is none. */
  readonly level: number | undefined
  /** It stands in a line of a tight list. */
  readonly isInTightList: boolean
}

function markShown({ tokens, env }: StateCore): void {
  const { namedLinks } = envOf(env)
  let level: number | undefined
  tokens.forEach((open, index) => {
    const [line, close] = [tokens[index + 1], tokens[index + 2]]
    if (open.type === 'heading_open') level = Number(open.tag.slice(1))
    if (open.type !== 'paragraph_open' || line?.children == null || close === undefined) return
    const isShown = ({ type, meta }: Token): boolean => {
      const link = type === 'wikilink' ? namedLinks[Number(meta?.['index'])] : undefined
      return link !== undefined && isEmbed(link) && !isPicture(link)
    }
    const shown = line.children.filter(isShown)
    if (shown.length === 0 || !line.children.every(child => isShown(child) || isSpace(child))) return
    open.type = 'shown_open'
    close.type = 'shown_close'
    for (const token of shown) {
      const { index } = token.meta as { readonly index: number }
      const link = namedLinks[index]
      if (link !== undefined) namedLinks[index] = { ...link, isAlone: true }
      token.type = 'shown_text'
      token.meta = { ...token.meta, place: { level, isInTightList: open.hidden } satisfies Place }
    }
    line.children = shown
  })
}

function isSpace({ type, content }: Token): boolean {
  return /^(?:soft|hard)break$/.test(type) || (type === 'text' && content.trim() === '')
}

const writeShown: Write = (tokens, index, writing, renderer) => {
  const token = tokens[index] as Token
  const { frame, body, headingShift } = writing
  const { index: number, place } = token.meta as { readonly index: number; readonly place: Place }
  const link = body.namedLinks[number]
  const topHeading = place.level === undefined ? frame.topHeading : Math.min(6, place.level + headingShift + 1)
  const shown = link && frame.dress !== 'words' ? frame.shown?.({ link, id: `shown-${number + 1}`, topHeading, frame }) : undefined
  if (shown !== undefined) return shown
  const written = writeLink(tokens, index, writing, renderer)
  return place.isInTightList ? written : `<p>${written}</p>\n`
}
