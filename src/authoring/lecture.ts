// What the next lecture takes over from the ones before it: a number one higher, the title's and the file's pattern, where the slides are, and
// whatever the last two have in common.

import { textOf } from '../config/readers.ts'
import { countedSigns, koreanSigns, lectureWords, meetingWords, partWords } from '../course/words.ts'
import type { DataMap } from '../model.ts'
import { slugify } from '../text/slug.ts'

/** A lecture that is there, as its author wrote it. */
export interface WrittenLecture {
  readonly title: string
  readonly slug: string
  /** The keys of its front matter, without defaults. */
  readonly data: DataMap
}

export interface NextLecture {
  readonly title: string
  readonly slug: string
  readonly data: DataMap
}

// The number of a lecture by the words that it stands by, the surest first: in `Lecture 17: Models, part 1` it is 17.
const numbered = (['lecture', 'meeting', 'part'] as const).map(sureness => {
  const words = { lecture: lectureWords, meeting: meetingWords, part: partWords }[sureness].join('|')
  const behind = `(?<![\\p{L}\\p{N}])(?:${words})\\.?\\s*#?0*(\\d+)(?!\\p{N})`
  const chinese = `第\\s*0*(\\d+)\\s*[${countedSigns[sureness]}]`
  const korean = `제?\\s*0*(\\d+)\\s*(?:${koreanSigns[sureness]})(?!\\p{L})`
  return new RegExp(`${behind}|${chinese}|${korean}`, 'iu')
})

function findNumber(title: string): RegExpExecArray | null {
  return numbered.map(pattern => pattern.exec(title)).find(found => found !== null) ?? null
}

/** Keys that a course has in common, where its lectures write them. */
const sharedKeys = [
  'layout',
  'course',
  'series',
  'tags',
  'categories',
  'category',
  'author',
  'authors',
  'math',
  'lang',
  'comments',
  'toc',
  'lecturer',
  'instructor',
]

/** The number of a lecture, by its key or by its title. */
export function numberOf({ title, data }: Pick<WrittenLecture, 'title' | 'data'>): number | undefined {
  const written = Number(textOf(data['lecture'] ?? null) ?? Number.NaN)
  return Number.isInteger(written) ? written : numberIn(title)
}

/** The number in `Lecture 3: Consensus`. */
export function numberIn(title: string): number | undefined {
  const found = findNumber(title)
  return found === null ? undefined : Number(found[1] ?? found[2] ?? found[3])
}

/** The lecture behind `before` (newest first, of one course), called `title` by its author, who may leave that to us. */
export function nextLecture(title: string, before: readonly WrittenLecture[], wanted: number | undefined): NextLecture {
  const [last, earlier] = before
  const number = wanted ?? numberIn(title) ?? (last === undefined ? 1 : (numberOf(last) ?? before.length) + 1)
  if (last === undefined) return firstLecture(title, number)
  const old = numberOf(last)
  const named = titleFor(title, last.title, number)
  return {
    title: named,
    slug: (old === undefined ? undefined : slugFor(title, last.slug, old, number)) ?? slugify(named),
    data: {
      ...common(last.data, earlier?.data ?? last.data),
      ...('lecture' in last.data ? { lecture: number } : {}),
      ...slidesOf(last.data, old, number),
    },
  }
}

function firstLecture(title: string, number: number): NextLecture {
  const named = title === '' ? `Lecture ${number}` : title
  return { title: named, slug: slugify(named), data: { lecture: number } }
}

// `Lecture 3` alone takes what stands around the number in the last title; what stands behind a colon is of that lecture only.
function titleFor(title: string, last: string, number: number): string {
  const found = findNumber(last)
  if (found === null) return title === '' ? `Lecture ${number}` : title
  const before = last.slice(0, found.index)
  const pattern = before + found[0].replace(/\d+/, digits => String(number).padStart(digits.startsWith('0') ? digits.length : 1, '0'))
  if (title === '') return pattern
  const given = findNumber(title)
  if (given === null) return `${pattern}${separatorBehind(last, found)}${title}`
  return given.index > 0 ? title : pattern + title.slice(given[0].length)
}

// As the last title parts its number from its subject: `Lecture 2 – Replication`.
function separatorBehind(last: string, { index, 0: word }: RegExpExecArray): string {
  return /^\s*[:–—.|,-]\s*/.exec(last.slice(index + word.length))?.[0] ?? ': '
}

// `ds-lecture-02` goes on as `ds-lecture-03`; where a subject stands behind the number, this one's does.
function slugFor(title: string, last: string, old: number, number: number): string | undefined {
  const counted = withNumber(last, old, number)
  if (counted === undefined) return undefined
  const end = /^.*\d/.exec(counted)?.[0] ?? counted
  const subject = slugify(title.replace(findNumber(title)?.[0] ?? '', ''))
  return end === counted || subject === '' ? end : `${end}-${subject}`
}

// The last number that is the old one, with its leading zeros.
function withNumber(text: string, old: number, number: number): string | undefined {
  const all = [...text.matchAll(/(?<!\d)\d+(?!\d)/g)].filter(([digits]) => Number(digits) === old)
  const last = all.at(-1)
  if (last === undefined) return undefined
  const written = String(number).padStart(last[0].length, '0')
  return text.slice(0, last.index) + written + text.slice(last.index + last[0].length)
}

function slidesOf(data: DataMap, old: number | undefined, number: number): DataMap {
  const { slides } = data
  const next = old === undefined || typeof slides !== 'string' ? undefined : withNumber(slides, old, number)
  return next === undefined ? {} : { slides: next }
}

// Of a list what stands in both: the tags of a lecture's own subject are not those of the course.
function common(one: DataMap, other: DataMap): DataMap {
  return Object.fromEntries(
    sharedKeys.flatMap(key => {
      const [value, before] = [one[key], other[key]]
      if (value === undefined || before === undefined) return []
      if (Array.isArray(value) && Array.isArray(before)) {
        const both = value.filter(item => before.includes(item))
        return both.length === 0 ? [] : [[key, both]]
      }
      return JSON.stringify(value) === JSON.stringify(before) ? [[key, value]] : []
    }),
  )
}
