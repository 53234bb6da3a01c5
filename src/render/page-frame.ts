// How the text of an entry is written on its own page, and what the site decides about it.

import type { Frame, Link } from '../body.ts'
import type { Config } from '../config/config.ts'
import { videoAt } from '../course/video.ts'
import type { Entry } from '../model.ts'
import type { FindEntry } from '../site/find-entry.ts'
import type { Picture } from '../text/picture.ts'
import type { Say } from '../words/words.ts'
import { asWritten } from './as-written.ts'
import type { Known } from './shown-texts.ts'

/** What the site decides about the text of an entry. */
export interface Surroundings extends Known {
  readonly config: Config
  /** The site is a Jekyll site with layouts of its own. */
  readonly isOwnLook: boolean
  readonly address: (entry: Entry, link: Link) => string
  readonly picture: (address: string) => Picture | undefined
  /** Where the recording of a lecture is. */
  readonly videoOf: (entry: Entry) => string | undefined
  readonly sayIn: (language: string) => Say
  readonly entryAt: FindEntry
}

/** Headings of a text stand below the title of its page. */
const topHeading = 2

export function pageFrame(
  entry: Entry,
  { config, isOwnLook, address, labelled, named, cited, picture, videoOf, sayIn }: Surroundings,
): Frame {
  const video = videoOf(entry)
  const say = sayIn(entry.lang ?? config.lang)
  // In its own layouts a text is just what Jekyll makes of it.
  if (isOwnLook) return { ...asWritten, codeMarkup: 'rouge', say }
  return {
    dress: 'page',
    codeMarkup: 'lectern',
    address: link => address(entry, link),
    labelled,
    named,
    atTime: seconds => (video === undefined ? undefined : videoAt(video, seconds)),
    cited,
    picture,
    topHeading,
    idPrefix: '',
    firstFootnote: 1,
    through: undefined,
    say,
  }
}
