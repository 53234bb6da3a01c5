// What front matter says of a lecture, as typed values.

import { isMap, textOf } from '../config/readers.ts'
import type { Data, DataMap } from '../model.ts'
import { frontMatterKeys } from './keys.ts'

/** Nothing of it has to be there. */
export interface LectureKeys {
  /** `false` for a post that is of no course, whatever its title looks like. */
  readonly course: string | false | undefined
  readonly series: string | undefined
  /** As it is written: `3`, `2a`, `guest`. */
  readonly number: string | undefined
  readonly module: string
  readonly slides: string
  readonly video: string
  readonly keywords: readonly string[]
}

/** `data` are the keys of an entry. */
export function lectureKeysOf(data: DataMap): LectureKeys {
  const read = (name: 'course' | 'series' | 'module'): string | undefined =>
    frontMatterKeys[name].reader.read(data[name] ?? null)?.trim() || undefined
  const course = read('course')
  return {
    course: course === 'false' ? false : course,
    series: read('series'),
    number: textOf(data['lecture'] ?? data['part'] ?? null)?.trim() || undefined,
    module: read('module') ?? '',
    slides: addressOf(data['slides']),
    video: addressOf(data['video']),
    keywords: wordsOf(data['keywords']),
  }
}

// Themes have switches and groups of these names.
function addressOf(value: Data | undefined): string {
  const address = isMap(value) ? (value['url'] ?? value['src'] ?? value['path']) : value
  return typeof address === 'string' ? address.trim() : ''
}

function wordsOf(value: Data | undefined): readonly string[] {
  const words = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.flatMap(word => textOf(word) ?? []) : []
  return words.map(word => word.trim()).filter(word => word !== '')
}
