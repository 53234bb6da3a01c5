// The texts of a site: each is read when a page first asks for it and forgotten after the last that does, and what is kept of it outlives the
// build.

import type { Body, Link } from '../body.ts'
import { namesPlace } from '../check/anchors.ts'
import { idsIn } from '../check/check-site.ts'
import type { Findings } from '../course/find-courses.ts'
import type { Checked } from '../diagnostic.ts'
import type { Entry, Html } from '../model.ts'
import type { EntryText, Summary } from '../pages/page.ts'
import { lectureKeysOf } from '../posts/lecture-keys.ts'
import { type Addresses, checkLinks, isOfSite, isThere, resolveLink } from '../site/resolve-links.ts'
import { lazily } from '../text/lazily.ts'
import type { Picture } from '../text/picture.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import { type Citations, citedIn } from './citations.ts'
import { contentOnly, entryText, type WholeText, writeExcerpt, writtenOut } from './entry-text.ts'
import { answersTo, type Fingerprints, type KeptBody } from './freshness.ts'
import { makeLabels, referredElsewhere } from './labels.ts'
import { readExcerpt, readText, type TextReader } from './read-text.ts'

export interface Texts {
  /** A text, and all that there is to say about it; read once, until it is forgotten. */
  readonly text: (entry: Entry) => Promise<Checked<EntryText>>
  /** A text with all that is known of it, read anew. */
  readonly wholeText: (entry: Entry) => Promise<Checked<WholeText>>
  /** The excerpt of a text by itself, in plain dress. */
  readonly excerpt: (entry: Entry) => Promise<Html>
  /** Says that the page of a text is made, and only others are expected to ask for it. */
  readonly writeOut: (entry: Entry) => Promise<void>
  /** Says that nobody is expected to ask for a text again; who does gets it all the same. */
  readonly forget: (entry: Entry) => void
  /** What an earlier build has kept of a text, if it would be the same today. */
  readonly kept: (entry: Entry) => KeptBody | undefined
  /** The summary of a text that has been read, by this build or by one before. */
  readonly summary: (entry: Entry) => Summary | undefined
  /** What is kept of the texts that have been read, by their fingerprints. */
  readonly keep: () => ReadonlyMap<string, KeptBody>
}

export interface TextsOf {
  readonly fingerprints: Fingerprints
  readonly reader: TextReader
  readonly addresses: () => Addresses
  readonly picture: (address: string) => Picture | undefined
  readonly courses: Findings
  readonly citations: Citations
  /** What an earlier build has kept, by fingerprint. */
  readonly before: ReadonlyMap<string, KeptBody>
}

export function makeTexts({ fingerprints, reader, addresses, picture, courses, citations, before }: TextsOf): Texts {
  const texts = new Map<Entry, Promise<Checked<EntryText>>>()
  const made = new Map<string, KeptBody>()
  const around = { config: reader.config, sayIn: reader.sayIn, isOwnLook: reader.isOwnLook }
  const answers = {
    address: (entry: Entry, link: Link): string => resolveLink(entry, link, addresses),
    isThere: (entry: Entry, link: Link): boolean => isThere(entry, link, addresses),
    picture,
    videoOf: makeVideos(courses, reader.config.baseurl, addresses),
  }
  const labels = makeLabels({
    courses,
    fingerprints,
    read: async entry => (await readText(entry, reader)).value.labels,
    sayFor: entry => reader.sayIn(entry.lang ?? reader.config.lang),
  })
  const answersFor = (entry: Entry, { links, refersTo, cites }: Asked): string =>
    answersTo(links, entry, answers) + labels.answers(entry, refersTo) + citations.answers(entry, cites) + (answers.videoOf(entry) ?? '')
  const wholeText = async (entry: Entry): Promise<Checked<WholeText>> => {
    const { value: body, diagnostics } = await readText(entry, reader)
    const labelled = await labels.elsewhere(entry, body)
    const cited = await citations.cited(entry, body.citations)
    const text = entryText(entry, body, reader.markdown, { ...around, ...answers, labelled, cited })
    const print = fingerprints.whole(entry)
    if (print !== undefined) {
      const places = reader.isOwnLook ? {} : { places: { links: body.links.filter(namesPlace), ids: idsIn(text.content()) } }
      const asked = askedBy(entry, body)
      made.set(print, { ...asked, answers: answersFor(entry, asked), summary: summaryOf(text), ...places })
    }
    const problems = [...labels.problems(entry, body, labelled), ...(await citations.problems(entry, body.citations))]
    return { value: text, diagnostics: [...diagnostics, ...checkLinks(entry, body.links, addresses), ...problems] }
  }
  const kept = (entry: Entry): KeptBody | undefined => {
    const body = before.get(fingerprints.whole(entry) ?? '')
    return body !== undefined && answersFor(entry, body) === body.answers ? body : undefined
  }
  return {
    text: entry => {
      const known = texts.get(entry) ?? wholeText(entry)
      texts.set(entry, known)
      return known
    },
    wholeText,
    excerpt: async entry => writeExcerpt(entry, await readExcerpt(entry, reader), reader.markdown, { ...around, ...answers, ...byItself }),
    writeOut: async entry => {
      const known = await texts.get(entry)
      if (known !== undefined)
        texts.set(entry, Promise.resolve({ ...known, value: writtenOut(known.value, courses.of.get(entry)?.isBesides === false) }))
    },
    forget: entry => {
      const known = texts.get(entry)
      if (reader.isOwnLook && known !== undefined) texts.set(entry, known.then(withContentOnly))
      else texts.delete(entry)
    },
    kept,
    summary: entry => (made.get(fingerprints.whole(entry) ?? '') ?? kept(entry))?.summary,
    keep: () => made,
  }
}

// An excerpt by itself says nothing of other texts, and cites nothing.
const byItself = { labelled: () => undefined, cited: undefined }

/** What a body asks the site for. */
type Asked = Pick<KeptBody, 'links' | 'refersTo' | 'cites'>

function askedBy(entry: Entry, body: Body): Asked {
  const links = body.links.filter(link => link.kind === 'image' || isOfSite(entry, link))
  return { links, refersTo: referredElsewhere(body), cites: citedIn(body) }
}

// Lanyon's feed shows all texts. Not read again for it, 1,000 posts take 9.1 s of work instead of 10.6 on a busy machine, and 195 MB instead of 260.
function withContentOnly(text: Checked<EntryText>): Checked<EntryText> {
  return { ...text, value: contentOnly(text.value) }
}

function summaryOf({ excerpt, description, minutes }: EntryText): Summary {
  return { excerpt, description, minutes }
}

// As its author wrote it, or as the plan of its course has it; what is not there has been told.
function makeVideos({ courses }: Findings, baseurl: string, addresses: () => Addresses): (entry: Entry) => string | undefined {
  const written = lazily(
    () =>
      new Map(courses.flatMap(({ lectures }) => lectures.flatMap(({ entry, video }) => (entry && video ? [[entry, video] as const] : [])))),
  )
  return entry => {
    const url = written().get(entry) ?? lectureKeysOf(entry.data).video
    const link = { url, kind: 'link', line: 0 } as const
    if (url === '' || isAbsoluteUrl(url)) return url || undefined
    if (url.startsWith('/')) return baseurl + url
    return !isThere(entry, link, addresses) ? undefined : resolveLink(entry, link, addresses)
  }
}
