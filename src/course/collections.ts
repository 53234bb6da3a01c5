// What a Jekyll collection holds of a course: its lectures, what belongs to it besides, or neither.

import { textOf } from '../config/readers.ts'
import type { Entry } from '../model.ts'
import { besidesCollections, lectureWords, meetingWords } from './words.ts'

const lectures = new RegExp(`^(?:${lectureWords.join('|')}|lecture[-_ ]?notes)(?:s|es|en|i)?$`, 'iu')
// Of a site that is of a course these are its lectures; elsewhere they may be anything.
const meetings = new RegExp(`^(?:${meetingWords.join('|')}|notes)(?:s|es|en|i)?$`, 'iu')

/** `isCourseSite`: the whole site is that of a course. */
export function collectionHolds(entry: Entry, isCourseSite: boolean): 'lectures' | 'besides' | 'other' {
  const name = collectionOf(entry)
  if (kindOf(entry) !== 'lecture' && (besidesCollections.test(name) || besidesCollections.test(kindOf(entry)))) return 'besides'
  return kindOf(entry) === 'lecture' || lectures.test(name) || (isCourseSite && meetings.test(name)) ? 'lectures' : 'other'
}

/** True for a collection that lectures may be parted into by something else, as editions of a course are: `_2020`. */
export function isPartOfSite(entry: Entry): boolean {
  const collection = collectionOf(entry)
  return !lectures.test(collection) && !meetings.test(collection)
}

// Themes for courses say in each document what it is.
function kindOf({ data }: Entry): string {
  const words = [data['type'], data['layout']].map(value => textOf(value ?? null) ?? '')
  return words.find(word => word === 'lecture' || besidesCollections.test(word)) ?? ''
}

function collectionOf(entry: Entry): string {
  return (entry.kind === 'page' ? entry.collection : undefined) ?? ''
}
