// A course as a book for readers of their own (EPUB).

import type { Book, Chapter } from '../book/book.ts'
import type { Course } from '../course/course.ts'
import type { SourcePath } from '../model.ts'
import { isOfAuthor } from '../site/images.ts'
import { directionOf } from '../text/direction.ts'
import { decodePath, isAbsoluteUrl } from '../text/url.ts'
import { type GivenParts, partsGiven, placesOf, referencesOf, type Ways } from './course-parts.ts'
import { fileNaming } from './course-view.ts'
import { bookAddress } from './courses.ts'
import { newestChange } from './feed-entries.ts'
import type { Ask, Page } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { generatedPage, type SiteView } from './view.ts'

export const courseBooks: PageKind = view =>
  view.courses.filter(({ lectures }) => lectures.some(({ entry }) => entry !== undefined)).map(course => courseBook(course, view))

interface GivenToBook extends GivenParts {
  readonly about: Omit<Course, 'lectures' | 'besides'>
  readonly modules: readonly string[]
  /** Pictures of the site that texts may show, each with the moment of its last change: a book holds what is in them. */
  readonly pictures: readonly (readonly [SourcePath, number])[]
}

function courseBook(course: Course, view: SiteView): Page {
  const { lectures, besides, ...about } = course
  const pictures = view.site.files.filter(file => isOfAuthor(file) && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(file.source))
  const given = async (ask: Ask): Promise<GivenToBook> => ({
    about,
    modules: lectures.flatMap(({ entry, module }) => (entry === undefined ? [] : [module])),
    pictures: pictures.map(({ source, modified = 0 }) => [source, modified]),
    ...(await partsGiven(course, view, ask)),
  })
  const template = { kind: 'book', tell: (all: GivenToBook) => bookOf(all, view) } as const
  return generatedPage(
    `the book of the course ${course.name}`,
    bookAddress(course),
    { given: async ask => ({ ...(await given(ask)) }), template },
    { inSitemap: false, replaceable: false, namedIn: fileNaming(course) },
  )
}

function bookOf(given: GivenToBook, view: SiteView): Book {
  const { config, site, say } = view
  const { about, modules, entries } = given
  const posts = entries.flatMap(entry => (entry.kind === 'post' ? [entry] : []))
  const changed = new Date(newestChange(posts, site.now).epoch)
  const { lang, dir } = inLanguage(entries[0]?.lang ?? config.lang)
  return {
    identifier: config.url === '' ? `tag:lectern.invalid,2021:${about.permalink}` : config.url + config.baseurl + about.permalink,
    title: about.name,
    facts: [about.code, about.term, about.instructor].filter(fact => fact !== ''),
    description: about.description,
    authors: config.author,
    publisher: config.title,
    lang,
    dir,
    modified: `${changed.toISOString().slice(0, 19)}Z`,
    contents: say('contents'),
    chapters: chaptersOf(given, modules, lang, view),
    files: new Map(
      site.files.flatMap(({ source, permalink }) =>
        [config.baseurl + permalink, decodePath(config.baseurl + permalink)].map(address => [address, source] as const),
      ),
    ),
  }
}

function inLanguage(written: string): Pick<Book, 'lang' | 'dir'> {
  const lang = written.replace('_', '-')
  return { lang, dir: directionOf(lang) }
}

function chaptersOf(given: GivenParts, modules: readonly string[], bookLang: string, view: SiteView): Chapter[] {
  const langs = new Map(given.entries.map(({ permalink, lang }) => [view.config.baseurl + permalink, lang]))
  const lectures = placesOf(given, view, inBook).map(({ id, label, title, url, text, place }, index) => {
    const inward = (address: string): string => outOfBook(place.inward(address), url, view)
    return {
      id,
      label,
      title,
      ...inLanguage(langs.get(url) ?? bookLang),
      module: modules[index] === modules[index - 1] ? '' : (modules[index] ?? ''),
      content: text.within({ ...place, dress: 'plain', topHeading: 2, inward }),
    }
  })
  const references = referencesOf(given, '', inBook)
  if (references === '') return lectures
  return [
    ...lectures,
    { id: 'references', label: '', title: view.say('references'), ...inLanguage(bookLang), module: '', content: references },
  ]
}

// Every lecture is a file.
const inBook: Ways = {
  leads: (id, anchor) => (anchor === '' ? `${id}.xhtml` : `${id}.xhtml#${id}-${anchor}`),
  toReference: id => `references.xhtml#${id}`,
}

// A link to elsewhere in the site, in full; where the site does not know its own address it stays as it is, and the book leaves the link out.
function outOfBook(address: string, page: string, { config, site }: SiteView): string {
  if (address.startsWith('#') || isAbsoluteUrl(address) || /^[\w-]+\.xhtml(?:#|$)/.test(address)) return address
  const path = new URL(address, `https://lectern.invalid${page}`)
  const rooted = path.pathname + path.search + path.hash
  const isPicture = site.files.some(({ permalink }) => config.baseurl + permalink === path.pathname)
  return config.url === '' || (isPicture && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(path.pathname)) ? rooted : config.url + rooted
}
