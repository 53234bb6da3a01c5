// What a body asks the site for while it is written, and what the site answers: where links lead, what has a label or a name elsewhere, what is cited.

import { type Body, isEmbed, type Link, type NamedLink } from '../body.ts'
import type { Course } from '../course/course.ts'
import type { Findings } from '../course/find-courses.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Entry, Site } from '../model.ts'
import { lectureKeysOf } from '../posts/lecture-keys.ts'
import { entryFinder, type FindEntry } from '../site/find-entry.ts'
import { namesOf, type Subject } from '../site/names.ts'
import { type Addresses, checkLinks, isOfSite, isThere, resolveLink } from '../site/resolve-links.ts'
import { lazily } from '../text/lazily.ts'
import type { Picture } from '../text/picture.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import { type Citations, citedIn } from './citations.ts'
import { type AskedByOne, answersTo, type Fingerprints, type KeptBody } from './freshness.ts'
import { makeLabels, referredElsewhere } from './labels.ts'
import { type MentionedIn, makeMentionedIn } from './mentioned-in.ts'
import { type AskedName, makeNamedLinks } from './named-links.ts'
import type { Surroundings } from './page-frame.ts'
import { readText, type TextReader } from './read-text.ts'
import { allShown, type Known, makeShownTexts, notShown, type Showing } from './shown-texts.ts'
import type { Titles } from './titles.ts'

/** What a body asks for, which is kept with the answers. */
export type Asked = Pick<KeptBody, 'links' | 'refersTo' | 'cites' | 'names' | 'shows'>

export interface SiteAnswers extends Pick<Surroundings, 'address' | 'picture' | 'videoOf' | 'entryAt'> {
  readonly mentionedIn: MentionedIn
  readonly known: (entry: Entry, body: Body) => Promise<Known>
  /** What nothing answers to. */
  readonly problems: (entry: Entry, body: Body, known: Known) => Promise<Diagnostic[]>
  readonly asked: (entry: Entry, body: Body, known: Known) => Asked
  /** All answers, in a hash. */
  readonly answers: (entry: Entry, asked: Asked) => string
}

export interface SiteAnswersOf {
  readonly site: Site
  readonly fingerprints: Fingerprints
  readonly reader: TextReader
  readonly addresses: () => Addresses
  readonly picture: (address: string) => Picture | undefined
  readonly courses: Findings
  readonly citations: Citations
  readonly titles: Titles
}

function subjectsOf({ lectures }: Course): readonly Subject[] {
  return lectures.flatMap(({ entry, subject }) => (entry === undefined ? [] : [{ entry, subject }]))
}

export function makeSiteAnswers(of: SiteAnswersOf): SiteAnswers {
  const { site, fingerprints, reader, addresses, picture, courses, citations, titles } = of
  const address = (entry: Entry, link: Link): string => resolveLink(entry, link, addresses)
  const videoOf = makeVideos(courses, reader.config.baseurl, addresses)
  const read = async (entry: Entry): Promise<Body> => (await readText(entry, reader)).value
  const sayFor = (entry: Entry) => reader.sayIn(entry.lang ?? reader.config.lang)
  const labels = makeLabels({ courses, fingerprints, read: async entry => (await read(entry)).labels, sayFor })
  const names = lazily(() => namesOf(site, courses.courses.map(subjectsOf)))
  const links = makeNamedLinks({ names, fingerprints, read, titles })
  const finder = lazily(() => entryFinder(site, reader.config))
  const entryAt: FindEntry = (address, from) => finder()(address, from)
  const toLinks = { address, isThere: (entry: Entry, link: Link) => isThere(entry, link, addresses), picture }
  const known = async (entry: Entry, body: Body, showing?: Showing): Promise<Known> => {
    const [labelled, named] = [await labels.elsewhere(entry, body), await links.meant(entry, body)]
    const cited = await citations.cited(entry, body.citations)
    return { labelled, named, cited, shown: await shownIn(entry, body, named, showing) }
  }
  const shownIn = makeShownTexts({ placeOf: links.placeOf, read, known })
  const bySource = lazily(() => new Map([...site.posts, ...site.pages].map(entry => [entry.source, entry])))
  const answersToOne = (entry: Entry, asked: AskedByOne): string =>
    answersTo(asked.links, entry, toLinks) +
    labels.answers(entry, asked.refersTo) +
    citations.answers(entry, asked.cites) +
    links.answers(entry, asked.names) +
    (videoOf(entry) ?? '')
  return {
    address,
    picture,
    videoOf,
    entryAt,
    mentionedIn: makeMentionedIn({ site, url: reader.config.url, names, address, entryAt, targets: reader.memory.targets }),
    known,
    problems: async (entry, body, { labelled, shown }) => [
      ...checkLinks(entry, body.links, addresses),
      ...labels.problems(entry, body, labelled),
      ...(await citations.problems(entry, body.citations)),
      ...(await links.problems(entry, body)),
      ...notShown(entry, body, shown),
    ],
    asked: askedBy,
    answers: (entry, { shows, ...asked }) => {
      const within = shows.map(each => {
        const shown = bySource().get(each.source)
        return shown === undefined ? '' : answersToOne(shown, each)
      })
      return [answersToOne(entry, asked), ...within].join(' ')
    },
  }
}

function askedBy(entry: Entry, body: Body, { shown }: Known): Asked {
  const shows = allShown(shown).map(each => ({ source: each.entry.source, ...askedByOne(each.entry, each.body) }))
  return { ...askedByOne(entry, body), shows }
}

function askedByOne(entry: Entry, body: Body): AskedByOne {
  return {
    links: body.links.filter(link => link.kind === 'image' || isOfSite(entry, link)),
    refersTo: referredElsewhere(body),
    cites: citedIn(body),
    names: body.namedLinks.map(askedName),
  }
}

function askedName(link: NamedLink): AskedName {
  const { name, heading } = link
  return { name, heading, ...(isEmbed(link) && { isShown: true }) }
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
