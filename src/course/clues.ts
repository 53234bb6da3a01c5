// What speaks for an entry being a lecture: everything that its author wrote where a course or a number may stand.

import type { Entry } from '../model.ts'
import { type LectureKeys, lectureKeysOf } from '../posts/lecture-keys.ts'
import { baseName, folderOf, withoutExtension } from '../text/url.ts'
import { type Code, codeAs, codeIn } from './code.ts'
import { type NumberedTitle, readNumberedTitle } from './numbered-title.ts'
import { readNumeral } from './numeral.ts'

export interface Clues {
  readonly entry: Entry
  readonly keys: LectureKeys
  readonly title: NumberedTitle | undefined
  readonly titleCode: Code | undefined
  /** The name of the file in words, without its date. */
  readonly file: NumberedTitle | undefined
  /** Tags and categories. */
  readonly labels: readonly string[]
  readonly labelCodes: readonly Code[]
  /** The folders that the file stands in, the nearest first. */
  readonly folders: readonly string[]
}

export function cluesOf(entry: Entry): Clues {
  const labels = [...(entry.tags ?? []), ...(entry.categories ?? [])]
  return {
    entry,
    keys: lectureKeysOf(entry.data),
    title: readNumberedTitle(entry.title),
    titleCode: codeIn(entry.title),
    file: readNumberedTitle(fileWords(entry)),
    labels,
    labelCodes: labels.flatMap(label => codeAs(label) ?? []),
    folders: foldersOf(entry),
  }
}

/** A number without a word, which counts only where the course is known: `01-intro.md`, `3. Heaps`, `#4`. */
export function bareNumber(entry: Entry): string | undefined {
  const found = /^#?(\d{1,2}(?:\.\d)?[a-c]?)(?=[\s.:–—_-])(?![.-]\d)/.exec(entry.title) ?? /(?<=\s)#(\d{1,3})\b/.exec(entry.title)
  const inFile = /^(\d{1,2}[a-c]?)(?=[\s_-]|$)/.exec(fileWords(entry))
  return readNumeral(found?.[1] ?? inFile?.[1] ?? '')
}

export function fileWords({ source }: Entry): string {
  return withoutExtension(baseName(source))
    .replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '')
    .replace(/[-_]+/g, ' ')
}

// `posts`, `_posts` and the like are where texts are, and say nothing of what they are about.
function foldersOf({ source }: Entry): string[] {
  return folderOf(source)
    .split('/')
    .filter(folder => folder !== '' && !/^(?:posts|_posts|_drafts|\d{4})$/.test(folder))
    .reverse()
}
