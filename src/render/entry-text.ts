// A body as the pages of its site show it: links led to where they go, pictures with their sizes, in the dress that is asked for.

import type { Body, Frame, Link, Need } from '../body.ts'
import { dialectOf } from '../config/config.ts'
import { withCitationNotes } from '../markdown/citation-notes.ts'
import type { MarkdownReader } from '../markdown/markdown.ts'
import { type Entry, type Html, html } from '../model.ts'
import type { EntryText, Mention, Summary } from '../pages/page.ts'
import { lazily } from '../text/lazily.ts'
import { mentionsIn } from './mentions.ts'
import { pageFrame, type Surroundings } from './page-frame.ts'
import { allShown, type ShownTexts } from './shown-texts.ts'
import { summaryOf } from './summary.ts'
import { writeShown } from './write-shown.ts'

/** A text with all that is known of it. */
export interface WholeText extends EntryText {
  /** In plain dress, with the addresses that pages have. */
  readonly plain: () => Html
  /** Without markup, code included. */
  readonly words: string
  /** Its links, as their author wrote them. */
  readonly written: readonly Link[]
}

export function entryText(entry: Entry, read: Body, { writeBody, writeHeadings }: MarkdownReader, around: Surroundings): WholeText {
  const body = withCitationNotes(read, around.cited)
  const address = (link: Link): string => around.address(entry, link)
  const { url, baseurl, lang } = around.config
  const host = { around, lang: entry.lang ?? lang, write: writeBody }
  const page: Frame = { ...pageFrame(entry, around), shown: place => writeShown(place, host) }
  const plain: Frame = { ...page, dress: 'plain' }
  const inFull = (written: string): string => fullAddress(written, url + baseurl + entry.permalink)
  const full = (link: Link): string => inFull(address(link))
  const fullTime = (seconds: number): string | undefined => {
    const written = page.atTime?.(seconds)
    return written === undefined ? undefined : inFull(written)
  }
  const writeSummary = (part: Body, frame: Frame): Html => {
    const { shown: _, ...bare } = withoutList(frame)
    return writeBody(withCitationNotes(part, bare.cited), bare)
  }
  const mentions = (): readonly Mention[] =>
    mentionsIn(entry, body, {
      write: part => writeSummary(part, { ...plain, dress: 'words' }),
      address,
      named: page.named,
      entryAt: address => around.entryAt(address, entry),
    })
  return {
    ...(around.isOwnLook ? noSummary : { ...summaryOf(body, writeSummary, plain, entry.lang ?? lang), mentions: mentions() }),
    content: lazily(() => asLines(writeBody(body, page), entry, around)),
    headings: lazily(() => writeHeadings(body, page.cited?.notes === undefined ? page : withoutList(page))),
    elsewhere: lazily(() => writeBody(body, url === '' ? plain : { ...plain, address: full, atTime: fullTime })),
    links: lazily(() => body.links.map(link => ({ ...link, url: address(link) }))),
    needs: needsOf(body, around.shown),
    footnotes: body.footnotes.length,
    citations: body.citations,
    within: ({ inward, ...place }) => writeBody(body, { ...page, ...place, address: link => inward(address(link)) }),
    plain: () => writeBody(body, plain),
    words: body.words,
    written: body.links,
  }
}

// A page brings along what those need that stand in the midst of its text, and what their boxes do.
function needsOf({ needs }: Body, shown: ShownTexts): ReadonlySet<Need> {
  const within = allShown(shown)
  return within.length === 0 ? needs : new Set([...needs, 'blocks', ...within.flatMap(({ body }) => [...body.needs])])
}

// Of an excerpt the list of references is elsewhere, and so are the notes.
function withoutList({ cited, ...frame }: Frame): Frame {
  const noNotes = cited?.notes === undefined ? {} : { notes: [] }
  return { ...frame, cited: cited && { ...cited, list: [], leads: undefined, ...noNotes } }
}

// Lists of a Jekyll site ask for an excerpt by itself.
const noSummary: Summary = { excerpt: html(''), description: '', minutes: 0, mentions: [] }

/** A body that is an excerpt by itself. */
export function writeExcerpt(entry: Entry, body: Body, { writeBody }: MarkdownReader, around: Surroundings): Html {
  return asLines(writeBody(body, { ...pageFrame(entry, around), dress: 'plain' }), entry, around)
}

// Of an empty text kramdown leaves the end of its line, by which layouts see that it is not empty.
function asLines(written: Html, { format }: Entry, { isOwnLook, config }: Surroundings): Html {
  return isOwnLook && written === '' && format === 'markdown' && dialectOf(config) === 'kramdown' ? html('\n') : written
}

/**
 * A text that a page has shown and others will: all that they show of it is written, and its tokens, which take much more room, are let go, unless it
 * is a lecture, which its course shows once more in another place.
 */
export function writtenOut(
  { excerpt, description, minutes, mentions, needs, footnotes, citations, within, ...text }: EntryText,
  isLecture: boolean,
): EntryText {
  const [content, headings, elsewhere, links] = [text.content(), text.headings(), text.elsewhere(), text.links()]
  return {
    excerpt,
    description,
    minutes,
    mentions,
    needs,
    footnotes,
    citations,
    within: isLecture ? within : noTokens,
    content: () => content,
    headings: () => headings,
    elsewhere: () => elsewhere,
    links: () => links,
  }
}

/** A text whose page is made, in layouts of the site's own: each of them may ask for its HTML again, and none for anything else. */
export function contentOnly({ excerpt, description, minutes, mentions, needs, footnotes, citations, content }: EntryText): EntryText {
  const written = content()
  const summary = { excerpt, description, minutes, mentions }
  return { ...summary, needs, footnotes, citations, content: () => written, headings: letGo, elsewhere: letGo, links: letGo, within: letGo }
}

function letGo(): never {
  throw new Error('a text in layouts of its own site was asked for more than its HTML after it was written')
}

function noTokens(): never {
  throw new Error('a text that is no lecture was asked for among others after it was written')
}

function fullAddress(address: string, base: string): string {
  try {
    return new URL(address, base).href
  } catch {
    return address
  }
}
