// Files that cannot be read, or are none that a site is made of.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { error, hint, warning } from './severity.ts'

export const unreadableFile = (place: Place, reason: string, mend: string): Diagnostic => error('file/unreadable', place, reason, mend)

export const leftOut = (place: Place, reason: string, mend: string): Diagnostic => warning('file/left-out', place, reason, mend)

export const emptyPost = (place: Place): Diagnostic =>
  warning('post/empty', place, 'The post is empty', 'write something below the front matter, or remove the file')

export const undatedPost = (place: Place): Diagnostic =>
  hint(
    'post/undated',
    place,
    'No date in the file name or the front matter, so this is a page, not a post',
    'name it YYYY-MM-DD-title.md to make it a post, or set layout: page to say that it is one',
  )

export const badDateInFileName = (place: Place, date: string): Diagnostic =>
  error(
    'post/bad-date',
    place,
    `The file name begins with ${date}, which is no day of the calendar`,
    'rename the file to a real date, YYYY-MM-DD-title.md',
  )

export const onlyDrafts = (place: Place, count: number): Diagnostic =>
  warning(
    'post/only-drafts',
    place,
    count === 1 ? 'Nothing is published: the only post is a draft' : `Nothing is published: all ${count} posts are drafts`,
    'lectern dev shows it as you write, lectern publish makes it a post of today',
  )

export const futurePost = (place: Place, date: string): Diagnostic =>
  warning(
    'post/future',
    place,
    `Not published: its date ${date} is in the future`,
    'set future: true in _config.yml or use --future to publish it now',
  )
