// The texts of a site: each is read when a page first asks for it and forgotten after the last that does, and what is kept of it outlives the
// build.

import { namesPlace } from '../check/anchors.ts'
import type { Findings } from '../course/find-courses.ts'
import type { Checked } from '../diagnostic.ts'
import type { Entry, Html } from '../model.ts'
import type { EntryText, Summary } from '../pages/page.ts'
import { placesIn } from '../text/tags.ts'
import { contentOnly, entryText, type WholeText, writeExcerpt, writtenOut } from './entry-text.ts'
import type { Fingerprints, KeptBody } from './freshness.ts'
import { readExcerpt, readText, type TextReader } from './read-text.ts'
import { allShown } from './shown-texts.ts'
import type { SiteAnswers } from './site-answers.ts'

export interface Texts {
  /** A text, and all that there is to say about it; read once, until it is forgotten. */
  readonly text: (entry: Entry) => Promise<Checked<EntryText>>
  /** A text with all that is known of it, read anew. */
  readonly wholeText: (entry: Entry) => Promise<Checked<WholeText>>
  /** The excerpt of a text by itself, in plain dress. */
  readonly excerpt: (entry: Entry) => Promise<Html>
  /** Says that a page has shown a text, and others are expected to. */
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
  readonly site: SiteAnswers
  readonly courses: Findings
  /** What an earlier build has kept, by fingerprint. */
  readonly before: ReadonlyMap<string, KeptBody>
}

export function makeTexts({ fingerprints, reader, courses, site, before }: TextsOf): Texts {
  const texts = new Map<Entry, Promise<Checked<EntryText>>>()
  const made = new Map<string, KeptBody>()
  const around = { config: reader.config, sayIn: reader.sayIn, isOwnLook: reader.isOwnLook, ...site }
  const wholeText = async (entry: Entry): Promise<Checked<WholeText>> => {
    const { value: body, diagnostics } = await readText(entry, reader)
    const known = await site.known(entry, body)
    const text = entryText(entry, body, reader.markdown, { ...around, ...known })
    const print = fingerprints.whole(entry)
    // What stands in the midst of it may show anything too.
    if (print !== undefined && allShown(known.shown).every(({ entry }) => fingerprints.whole(entry) !== undefined)) {
      const places = reader.isOwnLook ? {} : { places: { links: body.links.filter(namesPlace), ids: placesIn(text.content()) } }
      const asked = site.asked(entry, body, known)
      made.set(print, { ...asked, answers: site.answers(entry, asked), summary: summaryOf(text), ...places })
    }
    return { value: text, diagnostics: [...diagnostics, ...(await site.problems(entry, body, known))] }
  }
  const kept = (entry: Entry): KeptBody | undefined => {
    const body = before.get(fingerprints.whole(entry) ?? '')
    return body !== undefined && site.answers(entry, body) === body.answers ? body : undefined
  }
  return {
    text: entry => {
      const known = texts.get(entry) ?? wholeText(entry)
      texts.set(entry, known)
      return known
    },
    wholeText,
    excerpt: async entry => writeExcerpt(entry, await readExcerpt(entry, reader), reader.markdown, { ...around, ...byItself }),
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
const byItself = { labelled: () => undefined, named: () => undefined, cited: undefined, shown: new Map() }

// Lanyon's feed shows all texts. Not read again for it, 1,000 posts take 9.1 s of work instead of 10.6 on a busy machine, and 195 MB instead of 260.
function withContentOnly(text: Checked<EntryText>): Checked<EntryText> {
  return { ...text, value: contentOnly(text.value) }
}

function summaryOf({ excerpt, description, minutes, mentions }: EntryText): Summary {
  return { excerpt, description, minutes, mentions }
}
