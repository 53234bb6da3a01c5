// One course of all that was found for it: what it is called, and its lectures in their order.

import { type Entry, permalink } from '../model.ts'
import { compareNaturally } from '../text/natural.ts'
import { encodePath } from '../text/url.ts'
import type { Course, Lecture } from './course.ts'
import type { Finding } from './finding.ts'
import { numeralOrder } from './numeral.ts'
import type { CoursePlan, PlannedLecture } from './plan.ts'

export interface MadeCourse {
  readonly course: Course
  readonly findings: readonly Finding[]
}

/** `findings` come newest first. Undefined where there is no lecture. */
export function makeCourse(key: string, findings: readonly Finding[], plan: CoursePlan | undefined): MadeCourse | undefined {
  const lectures = findings.filter(({ isBesides }) => !isBesides)
  if (lectures.length === 0 && (plan === undefined || plan.lectures.length === 0)) return undefined
  // One text without a number is no course yet, unless its author says so.
  const [only] = lectures
  const isSaid = only?.keys.course !== undefined || only?.keys.series !== undefined || plan !== undefined
  if (lectures.length === 1 && only?.number.number === '' && !isSaid) return undefined
  const kind = findings.some(({ course }) => course.kind === 'course') || findings.length === 0 ? 'course' : 'series'
  const code = plan?.code || findings.map(({ course }) => course.code).find(text => text !== '') || ''
  const name = plan?.title || commonest(findings.map(({ course }) => course.name)) || code || key
  const course = {
    kind,
    key,
    name,
    code: code === name ? '' : code,
    permalink: permalink(encodePath(`/${kind === 'course' ? 'courses' : 'series'}/${key}/`)),
    lectures: withPlan(inOrder(lectures).map(lectureOf), plan),
    besides: findings
      .filter(({ isBesides }) => isBesides)
      .map(({ entry }) => entry)
      .toSorted((one, other) => dateOf(one) - dateOf(other) || compareNaturally(one.source, other.source)),
    description: plan?.description ?? '',
    term: plan?.term ?? '',
    instructor: plan?.instructor ?? '',
    url: plan?.url ?? '',
  } as const
  return { course, findings }
}

// The first among equals is the newest lecture's.
function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])[0]
}

/** By number; a lecture without one stands where its date puts it among them. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const order = ({ number }: Finding): number | undefined => numeralOrder(number.number)
  const byTime = (one: Finding, other: Finding): number =>
    dateOf(one.entry) - dateOf(other.entry) || compareNaturally(one.entry.source, other.entry.source)
  const sorted = findings
    .filter(finding => order(finding) !== undefined)
    .sort((one, other) => (order(one) ?? 0) - (order(other) ?? 0) || byTime(one, other))
  for (const finding of findings.filter(one => order(one) === undefined).sort(byTime)) {
    const place = sorted.findIndex(other => dateOf(other.entry) > dateOf(finding.entry))
    sorted.splice(place < 0 ? sorted.length : place, 0, finding)
  }
  return sorted
}

function dateOf({ date }: Entry): number {
  return date?.epoch ?? 0
}

function lectureOf(finding: Finding): Lecture {
  const { entry, number, keys } = finding
  const { module, slides, video, keywords } = keys
  return { entry, number: number.number, subject: subjectOf(finding), module, slides, video, keywords }
}

// A title without the course and the number, which stand beside it wherever it is shown.
function subjectOf({ entry, title, number }: Finding): string {
  if (title?.number === number.number) return title.subject
  const bare = entry.title.replace(/^#?\d{1,2}(?:\.\d)?[a-c]?[\s.:–—_-]+/, '')
  return bare || entry.title
}

// What is planned under a lecture's number fills in what its author does not say again; what nobody has written yet stands where it will.
function withPlan(lectures: readonly Lecture[], plan: CoursePlan | undefined): Lecture[] {
  if (plan === undefined) return [...lectures]
  const planned = new Map(plan.lectures.map(row => [row.number, row]))
  const written = lectures.map(lecture => {
    const row = planned.get(lecture.number)
    planned.delete(lecture.number)
    return row === undefined ? lecture : filledIn(lecture, row)
  })
  const orders = written.map(({ number }) => numeralOrder(number) ?? 0)
  let highest = orders.reduce((most, order) => Math.max(most, order), 0)
  for (const row of planned.values()) {
    const order = numeralOrder(row.number) ?? 0
    // A plan is mostly in its order, so that there is nothing to look for.
    const place = order >= highest ? orders.length : orders.findIndex(other => other > order)
    highest = Math.max(highest, order)
    orders.splice(place, 0, order)
    written.splice(place, 0, plannedLecture(row))
  }
  return written
}

function filledIn(lecture: Lecture, row: PlannedLecture): Lecture {
  const keywords = lecture.keywords.length > 0 ? lecture.keywords : row.keywords
  return {
    ...lecture,
    subject: lecture.subject || row.title,
    module: lecture.module || row.module,
    slides: lecture.slides || row.slides,
    video: lecture.video || row.video,
    keywords,
  }
}

function plannedLecture({ number, title, module, keywords }: PlannedLecture): Lecture {
  return { number, subject: title, module, slides: '', video: '', keywords }
}
