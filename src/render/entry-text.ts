// A body as the pages of its site show it: links led to where they go, pictures with their sizes, in the dress that is asked for.

import type { Config } from '../config/config.ts'
import type { MarkdownReader } from '../markdown/markdown.ts'
import type { Body, Entry, Frame, Html, Link, Picture } from '../model.ts'
import type { EntryText } from '../pages/page.ts'
import { longestDescription } from '../pages/view.ts'
import { textOfHtml } from '../text/escape.ts'
import { lazily } from '../text/lazily.ts'
import { readingMinutes, shorten } from '../text/reading-time.ts'

/** What the site decides about the text of an entry. */
export interface Surroundings {
  readonly config: Config
  readonly address: (entry: Entry, link: Link) => string
  readonly picture: (address: string) => Picture | undefined
}

/** Headings of a text stand below the title of its page. */
const topHeading = 2

export function entryText(entry: Entry, body: Body, { writeBody, writeHeadings }: MarkdownReader, around: Surroundings): EntryText {
  const address = (link: Link): string => around.address(entry, link)
  const page: Frame = { dress: 'page', address, picture: around.picture, topHeading, idPrefix: '', firstFootnote: 1 }
  const plain: Frame = { ...page, dress: 'plain' }
  const head = body.excerpt ?? body
  const excerpt = lazily(() => writeBody(head, plain))
  // Where there are no formulas and no footnotes, as in most texts, the words are those of the excerpt.
  const inWords = (): Html => (head.needs.size === 0 ? excerpt() : writeBody(head, { ...plain, dress: 'words' }))
  const description = lazily(() => shorten(textOfHtml(inWords()), longestDescription))
  const { url, baseurl } = around.config
  const full = (link: Link): string => fullAddress(address(link), url + baseurl + entry.permalink)
  const elsewhere = lazily(() => writeBody(body, url === '' ? plain : { ...plain, address: full }))
  const minutes = lazily(() => readingMinutes({ text: body.words, lang: entry.lang ?? around.config.lang, figures: body.figures }))
  return {
    content: () => writeBody(body, page),
    headings: () => writeHeadings(body, page),
    plain: () => writeBody(body, plain),
    elsewhere,
    links: () => body.links.map(link => ({ ...link, url: address(link) })),
    needs: body.needs,
    words: body.words,
    get excerpt() {
      return excerpt()
    },
    get description() {
      return description()
    },
    get minutes() {
      return minutes()
    },
  }
}

function fullAddress(address: string, base: string): string {
  try {
    return new URL(address, base).href
  } catch {
    return address
  }
}
