// What the next lecture is called, by the way lectures are called on real blogs.

import { expect, test } from 'vitest'
import { nextLecture } from '../../src/authoring/lecture.ts'

const after = (title: string, lastTitle: string, lastSlug: string, data = {}): readonly [string, string] => {
  const next = nextLecture(title, [{ title: lastTitle, slug: lastSlug, data }], undefined)
  return [next.title, next.slug]
}

test.each([
  [
    'Lecture 2',
    'Machine Learning Systems Design (CS 329s) Lecture 1',
    'notes-on-mlsd-lecture-1',
    'Machine Learning Systems Design (CS 329s) Lecture 2',
    'notes-on-mlsd-lecture-2',
  ],
  ['Lecture 10', 'CS229 Lecture 09 - EM', 'cs229-lecture-09-em', 'CS229 Lecture 10', 'cs229-lecture-10'],
  [
    'Lecture 3: Kernels',
    'CS229 Lecture 02 - Linear regression',
    'cs229-lecture-02-linear-regression',
    'CS229 Lecture 03: Kernels',
    'cs229-lecture-03-kernels',
  ],
  ['', 'Лекция 4: Графы', 'lektsiya-4', 'Лекция 5', 'lektsiya-5'],
  ['Heaps', 'Föreläsning 2: Träd', 'forelasning-2-trad', 'Föreläsning 3: Heaps', 'forelasning-3-heaps'],
  ['', '第3講 グラフ', 'lecture-3', '第4講', 'lecture-4'],
  // The surest word counts.
  ['', 'Part II of Lecture 7', 'lecture-7', 'Part II of Lecture 8', 'lecture-8'],
  ['', 'Lecture #7 | Graphs', 'lecture-7-graphs', 'Lecture #8', 'lecture-8'],
  ['Week 5', 'Databases, week 4: Joins', '2024-week-4', 'Databases, week 5', '2024-week-5'],
  ['第3讲', '分布式系统 第2讲：复制', 'distributed-2', '分布式系统 第3讲', 'distributed-3'],
  ['Lecture 2', 'Kolmogorov complexity', 'kolmogorov', 'Lecture 2', 'lecture-2'],
  ['Guest lecture 4 by Ada', 'Compilers lecture 3', 'compilers-3', 'Guest lecture 4 by Ada', 'compilers-4'],
])('%s after %s', (title, lastTitle, lastSlug, expectedTitle, expectedSlug) => {
  expect(after(title, lastTitle, lastSlug)).toEqual([expectedTitle, expectedSlug])
})

test('a number in the key counts before one in the title', () => {
  expect(nextLecture('', [{ title: 'Trees', slug: 'trees', data: { lecture: 6 } }], undefined)).toEqual({
    title: 'Lecture 7',
    slug: 'lecture-7',
    data: { lecture: 7 },
  })
})

test('a subject alone goes behind the number, as the last title has it', () => {
  expect(after('Raft', 'Lecture 2 – Replication', 'lecture-2-replication')).toEqual(['Lecture 3 – Raft', 'lecture-3-raft'])
})

test('slides that are not counted are not guessed', () => {
  const last = {
    title: 'Lecture 2',
    slug: 'lecture-2',
    data: { slides: 'https://example.org/replication.pdf', video: 'https://youtu.be/2' },
  }
  expect(nextLecture('Lecture 3', [last], undefined).data).toEqual({})
})

test('the first lecture of all begins with one', () => {
  expect(nextLecture('', [], undefined)).toEqual({ title: 'Lecture 1', slug: 'lecture-1', data: { lecture: 1 } })
})
