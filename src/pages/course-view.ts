// Courses and lectures as templates see them.

import { fileBeside } from '../course/beside.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Placed } from '../course/places.ts'
import type { Entry, SourcePath, StandalonePage } from '../model.ts'
import type { NeighbourLink } from '../templates/contract.ts'
import type { CourseLink, CourseState, LectureOfCourse, LectureRow } from '../templates/course-contract.ts'
import type { Say } from '../words/words.ts'
import type { SiteView } from './view.ts'

export function courseLink(course: Course, view: SiteView): CourseLink {
  return view.linkTo(course, () => makeLink(course, view))
}

function makeLink({ kind, name, code, permalink, lectures }: Course, { config, say }: SiteView): CourseLink {
  const written = lectures.filter(({ entry }) => entry !== undefined)
  return {
    title: name,
    code,
    url: config.baseurl + permalink,
    count: written.length,
    planned: lectures.length - written.length,
    lectures: say(kind === 'course' ? 'lectureCount' : 'partCount', { count: written.length }),
    isSeries: kind === 'series',
  }
}

/** The first file that names a course; undefined where all of it is planned in the data. */
export function fileNaming({ lectures, besides }: Course): SourcePath | undefined {
  return [...lectures.flatMap(({ entry }) => entry ?? []), ...besides][0]?.source
}

/** A course and how far it is. */
export function courseState(course: Course, view: SiteView): CourseState {
  const dates = course.lectures.flatMap(({ entry }) => entry?.date ?? [])
  const newest = dates.toSorted((a, b) => b.epoch - a.epoch)[0]
  return { ...courseLink(course, view), newest }
}

/** What a lecture is called by its number: `Lecture 3`, `Part 2`, `Guest lecture`; empty where it has none. */
export function labelOf({ kind }: Course, { number }: Lecture, say: Say): string {
  if (number === '') return ''
  if (number === 'guest') return say('guestLecture')
  if (!/^\d/.test(number)) return number
  return say(kind === 'course' ? 'lecture' : 'part', { number })
}

/** The lectures of a course as lists show them. */
export function lectureRows(course: Course, view: SiteView): readonly LectureRow[] {
  return view.rowsOf(course, () => course.lectures.map(lecture => lectureRow(course, lecture, view)))
}

function lectureRow(course: Course, lecture: Lecture, view: SiteView): LectureRow {
  const { entry, number, subject, module, keywords } = lecture
  const label = labelOf(course, lecture, view.say)
  return {
    number: /^\d/.test(number) ? number : '',
    label,
    title: subject || label || entry?.title || '',
    url: entry === undefined ? '' : view.config.baseurl + entry.permalink,
    module,
    keywords,
    date: entry?.date,
    ...filesOf(lecture, view),
  }
}

/** Addresses of the slides and the recording; a file beside the text has that of the file. */
export function filesOf({ entry, slides, video }: Lecture, view: SiteView): { readonly slides: string; readonly video: string } {
  return { slides: addressOf(slides, entry, view), video: addressOf(video, entry, view) }
}

// What is not there is no link; that it is missing has been told.
function addressOf(written: string, entry: Entry | undefined, { site, config }: SiteView): string {
  const beside = entry === undefined ? undefined : fileBeside(entry, written)
  if (beside === undefined) return written.startsWith('/') && !written.startsWith('//') ? config.baseurl + written : written
  const file = site.files.find(({ source }) => source === beside)
  return file === undefined ? '' : config.baseurl + file.permalink + (/[?#].*$/s.exec(written)?.[0] ?? '')
}

/** Lists on a lecture's page show this many lectures on either side. */
const mostBeside = 30

/** What the page of a lecture tells of its course. */
export function lectureOfCourse(placed: Placed, view: SiteView): LectureOfCourse | undefined {
  const { course, place } = placed
  const lecture = course.lectures[place]
  if (lecture === undefined) return undefined
  const { lectures } = course
  // Where not every number up to the last is there, how many there are says nothing.
  const total =
    /^\d+$/.test(lecture.number) && lectures.length > 1 && Number(lectures.at(-1)?.number) === lectures.length ? lectures.length : undefined
  const label = labelOf(course, lecture, view.say)
  return {
    course: courseLink(course, view),
    label: total === undefined ? label : view.say(course.kind === 'course' ? 'lectureOf' : 'partOf', { number: lecture.number, total }),
    ...filesOf(lecture, view),
    rows: lecturesAround(placed, view),
  }
}

/** A long course shows those around it. */
function lecturesAround({ course, place }: Placed, view: SiteView): readonly LectureRow[] {
  const from = Math.max(0, place - mostBeside)
  return lectureRows(course, view)
    .slice(from, place + mostBeside + 1)
    .map((row, index) => ({ ...row, isCurrent: from + index === place }))
}

/** The lecture that is to be read before or after one, past those that are only planned; `module` where another part of the course begins. */
export function neighbourOf({ course, place }: Placed, step: 1 | -1, view: SiteView): NeighbourLink | undefined {
  for (let at = place + step; at >= 0 && at < course.lectures.length; at += step) {
    const [lecture, row] = [course.lectures[at], lectureRows(course, view)[at]]
    if (lecture?.entry === undefined || row === undefined) continue
    const { url, title, label } = row
    const module = lecture.module !== course.lectures[place]?.module ? lecture.module : ''
    return { url, title, label: [label === title ? '' : label, module].filter(part => part !== '').join(' · ') }
  }
  return undefined
}

/** True for a page at the address of a course: it stands in front of the lectures there. */
export function isOfCourse({ permalink, layout }: StandalonePage, { courses }: Pick<SiteView, 'courses'>): boolean {
  return layout === 'page' && courses.some(course => course.permalink === permalink)
}
