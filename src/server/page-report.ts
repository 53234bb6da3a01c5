// What the writer's bar tells about a page: how long it is, what state it is in, how it will be found, and what is worth a look.

import { gzipSync } from 'node:zlib'
import type { Diagnostic } from '../diagnostic.ts'
import type { Entry } from '../model.ts'
import type { WholeText } from '../render/entry-text.ts'
import type { Moment } from '../text/dates.ts'
import { textOfHtml } from '../text/escape.ts'
import { countWords } from '../text/reading-time.ts'

export interface PageReport {
  readonly title: string
  readonly source: string
  readonly words: number
  readonly minutes: number
  readonly badges: readonly ('draft' | 'future' | 'unpublished')[]
  readonly description: string
  /** What is worth a look, each in a sentence. */
  readonly checks: readonly string[]
}

export interface ReportedPage {
  readonly entry: Entry
  readonly text: WholeText
  /** The whole page. */
  readonly html: string
  readonly description: string
  readonly now: Moment
  /** Guesses about the text that a build has made too. */
  readonly hints: readonly Diagnostic[]
}

export function reportPage(page: ReportedPage): PageReport {
  const { entry, text, description, now } = page
  return {
    title: entry.title,
    source: entry.source,
    words: countWords(text.words),
    minutes: text.minutes,
    badges: badgesOf(entry, now),
    description,
    checks: [...page.hints.map(inASentence), ...checks.flatMap(check => check(page) ?? [])],
  }
}

function inASentence({ message, hint, position }: Diagnostic): string {
  return `${position === undefined ? '' : `Line ${position.line}: `}${message}${hint === undefined ? '' : `; ${hint}`}`
}

function badgesOf(entry: Entry, now: Moment): PageReport['badges'] {
  const isDraft = entry.kind === 'post' && entry.draft
  const isFuture = entry.kind === 'post' && entry.date.epoch > now.epoch
  return [
    ...(isDraft ? (['draft'] as const) : []),
    ...(isFuture ? (['future'] as const) : []),
    ...(entry.data['published'] === false ? (['unpublished'] as const) : []),
  ]
}

// THE LIST of checks; each answers a sentence, or nothing if all is well.
const checks: readonly ((page: ReportedPage) => string | undefined)[] = [
  ({ entry }) => (entry.title.length > 70 ? `The title has ${entry.title.length} characters; search results show about 60` : undefined),
  ({ entry, description }) =>
    entry.description === undefined && description.length < 50
      ? 'The description is short; write one as description: in the front matter'
      : undefined,
  ({ text }) => {
    const count = text.links().filter(link => link.kind === 'image' && (link.text ?? '') === '').length
    return count === 0 ? undefined : `${count} ${count === 1 ? 'image says' : 'images say'} nothing to those who cannot see it`
  },
  ({ text }) => {
    const headings = text.headings()
    const jump = headings.find((heading, index) => heading.level > (headings[index - 1]?.level ?? 2) + 1)
    return jump === undefined ? undefined : `The heading “${textOfHtml(jump.html)}” skips a level`
  },
  ({ text }) => {
    const vague = text.links().find(link => link.kind === 'link' && isVague(link.text ?? ''))?.text
    return vague === undefined ? undefined : `A link is called “${vague}”, which says nothing out of its sentence`
  },
  ({ html }) => {
    const size = gzipSync(html).length
    return size > 100_000 ? `The page has ${Math.round(size / 1000)} KB compressed` : undefined
  },
]

function isVague(text: string): boolean {
  return /^(?:here|click here|this|this link|link|read more|more)$/i.test(text)
}
