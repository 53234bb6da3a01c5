// Books bound in a thread of their own while the pages go on: to read a course's HTML as browsers do and to pack it takes as long as all else that
// is made of it. Measured on two cores, a course of thirty lectures with 300 theorems takes 2.4 s instead of 2.7.

import { existsSync, readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { Book } from '../book/book.ts'
import type { SourcePath } from '../model.ts'
import { type AskThread, boundedThread } from './bounded-thread.ts'

/** Answers the bytes of an EPUB file. */
export type BindBook = (book: Book) => Promise<Uint8Array>

export interface BookToBind {
  readonly book: Book
  /** Where the pictures are that its texts may show, absolute. */
  readonly places: ReadonlyMap<SourcePath, string>
}

export type AskForBook = AskThread<BookToBind, Uint8Array>

/** Many times what the largest course takes. */
const bounds = { seconds: 600, megabytes: 4000 }

/** Undefined where the program runs from its sources. */
export function bookThread(): AskForBook | undefined {
  return boundedThread('books.js', bounds.megabytes)
}

/** `placeOf` answers where a file of the site is, absolute. */
export function makeBindBook(ask: AskForBook | undefined, placeOf: (source: SourcePath) => string): BindBook {
  return async book => {
    const places = new Map([...book.files.values()].map(source => [source, placeOf(source)] as const))
    if (ask === undefined) return bindBook({ book, places })
    const made = await ask({ book, places }, bounds.seconds)
    if ('answer' in made) return made.answer
    throw new Error(`the book “${book.title}” takes too much ${made.exceeds}`)
  }
}

/** What the thread does. What is thrown here is thrown where it was asked. */
export function bindBooks(): void {
  parentPort?.on('message', async (task: BookToBind) => parentPort?.postMessage(await bindBook(task)))
}

async function bindBook({ book, places }: BookToBind): Promise<Uint8Array> {
  // Most sites have no course.
  const { makeEpub } = await import('../book/make-epub.ts')
  return makeEpub(book, source => {
    const place = places.get(source)
    return place !== undefined && existsSync(place) ? readFileSync(place) : undefined
  })
}
