// The pages of courses: a list of all, and for each a page with its lectures, and one with all of their texts.

import type { Need } from '../body.ts'
import type { Course } from '../course/course.ts'
import { type Entry, html, permalink, type StandalonePage } from '../model.ts'
import type { CommonPage } from '../templates/contract.ts'
import type { CourseLink, LectureRow } from '../templates/course-contract.ts'
import type { CoursePart } from '../templates/course-page.ts'
import { cardHeight, cardWidth, courseCard } from './cards.ts'
import { partsGiven, placesOf, referencesOf } from './course-parts.ts'
import { courseLink, fileNaming, isOfCourse, lectureRows } from './course-view.ts'
import { courseThing } from './metadata.ts'
import { type EntryText, eta, type Page, type Summary } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { commonData, generatedPage, type SiteView } from './view.ts'

export const courses: PageKind = view =>
  view.courses.length === 0
    ? []
    : [listOfCourses(view), ...view.courses.flatMap(course => [coursePage(course, view), wholeCourse(course, view)])]

const listAddress = permalink('/courses/')

function listOfCourses(view: SiteView): Page {
  const { config, say } = view
  const description = say('coursesOf', { site: config.title || say('theSite') })
  const facts = { kind: 'courses', title: say('courses'), permalink: listAddress, description }
  const made = eta(
    'courses',
    async () => ({ courses: view.courses.map(course => courseLink(course, view)) }),
    given => ({ ...commonData(config, facts), ...given }),
  )
  return generatedPage('the list of courses', listAddress, made)
}

/** What both pages of a course are given alike. */
interface GivenToCourse {
  readonly course: CourseLink
  readonly rows: readonly LectureRow[]
  readonly summaries: readonly (Summary | undefined)[]
  readonly introduction: EntryText | undefined
}

function coursePage(course: Course, view: SiteView): Page {
  const { config, site } = view
  const own = site.pages.find(page => page.permalink === course.permalink && isOfCourse(page, view))
  const made = eta(
    'course',
    async ({ summary, text }) => ({
      own,
      course: courseLink(course, view),
      rows: lectureRows(course, view),
      summaries: await Promise.all(course.lectures.map(async ({ entry }) => (entry === undefined ? undefined : summary(entry)))),
      introduction: own && (await text(own)),
      besides: course.besides.map(entry => linkTo(entry, view)),
      about: [course.description, course.term, course.instructor, course.url],
    }),
    given => {
      const rows = given.rows.map((row, index) => ({ ...row, ...minutesOf(given.summaries[index]) }))
      const common = { ...courseCommon(course, view, own, given), ...(own === undefined ? {} : { title: own.title }) }
      return {
        ...common,
        course: given.course,
        besides: given.besides,
        about: course.description,
        modules: byModule(rows),
        facts: [course.term, course.instructor].filter(fact => fact !== ''),
        website: course.url,
        minutes: rows.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
        content: given.introduction?.content() ?? html(''),
        math: given.introduction?.needs.has('math') ?? false,
        notes: given.introduction?.needs.has('footnotes') ?? false,
        blocks: given.introduction?.needs.has('blocks') ?? false,
        onePage: `${config.baseurl}${wholeAddress(course)}`,
        book: `${config.baseurl}${bookAddress(course)}`,
      }
    },
  )
  if (own === undefined)
    return generatedPage(`the page of the course ${course.name}`, course.permalink, made, {
      replaceable: false,
      namedIn: fileNaming(course),
    })
  return { permalink: own.permalink, output: own.output, from: { kind: 'source', source: own.source }, inSitemap: own.inSitemap, ...made }
}

function minutesOf(summary: Summary | undefined): { readonly minutes?: number } {
  return summary === undefined ? {} : { minutes: summary.minutes }
}

// As they follow each other: a module that is taken up again stands there again.
function byModule(rows: readonly LectureRow[]): { readonly title: string; readonly lectures: LectureRow[] }[] {
  const modules: { readonly title: string; readonly lectures: LectureRow[] }[] = []
  for (const row of rows) {
    const last = modules.at(-1)
    if (last?.title === row.module) last.lectures.push(row)
    else modules.push({ title: row.module, lectures: [row] })
  }
  return modules
}

function linkTo(entry: Entry, { config }: SiteView) {
  return { title: entry.title, url: config.baseurl + entry.permalink }
}

function courseCommon(
  course: Course,
  view: SiteView,
  own: StandalonePage | undefined,
  { course: link, rows }: Pick<GivenToCourse, 'course' | 'rows'>,
): CommonPage {
  const { config } = view
  const title = course.name
  const description = own?.description || course.description || `${title}${course.code === '' ? '' : ` (${course.code})`}: ${link.lectures}`
  const card = courseCard(course, view)
  const feeds = [{ title: `${config.title}: ${title}`, url: `${config.baseurl}${course.permalink}feed.xml` }]
  const facts = {
    kind: 'course',
    title,
    permalink: course.permalink,
    description,
    feeds,
    ...(own?.lang === undefined ? {} : { lang: own.lang }),
  }
  const image = card && { url: config.baseurl + card.permalink, alt: title, width: cardWidth, height: cardHeight }
  return commonData(config, facts, { thing: thingOf(course, link, rows, view, description), ...(image === undefined ? {} : { image }) })
}

function thingOf(course: Course, link: CourseLink, rows: readonly LectureRow[], { config }: SiteView, description: string): object {
  const written = rows.filter(({ url }) => url !== '')
  const parts = written.map(({ title, url, number }) => ({
    '@type': 'LearningResource',
    name: title,
    position: number || undefined,
    url: config.url === '' ? undefined : config.url + url,
  }))
  return {
    ...courseThing(link, config),
    description,
    provider: course.instructor === '' ? undefined : { '@type': 'Person', name: course.instructor },
    hasPart: parts,
  }
}

function wholeAddress(course: Course) {
  return permalink(`${course.permalink}all/`)
}

export function bookAddress(course: Course) {
  return permalink(`${course.permalink}${course.permalink.split('/').at(-2)}.epub`)
}

function wholeCourse(course: Course, view: SiteView): Page {
  const { config } = view
  const address = wholeAddress(course)
  const made = eta(
    'course-all',
    async ask => ({
      course: courseLink(course, view),
      rows: lectureRows(course, view),
      about: [course.term, course.instructor, course.description, course.url],
      ...(await partsGiven(course, view, ask)),
    }),
    given => {
      const places = placesOf(given, view)
      const parts: CoursePart[] = places.map(({ text, place, ...part }) => ({ ...part, content: text.within(place) }))
      const needs = (need: Need): boolean => places.some(({ text }) => text.needs.has(need))
      const facts = { kind: 'course-all', title: course.name, permalink: address, description: course.description }
      return {
        ...commonData(config, facts),
        canonical: config.url === '' ? '' : config.url + given.course.url,
        meta: [{ attribute: 'name', name: 'robots', content: 'noindex' }],
        course: given.course,
        facts: [course.term, course.instructor].filter(fact => fact !== ''),
        parts,
        references: referencesOf(given, view.say('references')),
        math: needs('math'),
        notes: needs('footnotes'),
        blocks: needs('blocks'),
      }
    },
  )
  return generatedPage(`the course ${course.name} on one page`, address, made, {
    inSitemap: false,
    replaceable: false,
    namedIn: fileNaming(course),
  })
}
