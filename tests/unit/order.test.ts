// In which order pages are rendered.

import { expect, test } from 'vitest'
import type { Entry } from '../../src/model.ts'
import { inRenderOrder } from '../../src/render/order.ts'

const [one, two] = [{}, {}] as [Entry, Entry]
const pages = [
  { page: 'home', shows: [], lists: [one, two] },
  { page: 'lecture 1', shows: [one], lists: [] },
  { page: 'lecture 2', shows: [two], lists: [] },
  { page: 'the course', shows: [one, two], lists: [] },
  { page: 'its book', shows: [one, two], lists: [], isMadeApart: true },
  { page: 'a style sheet', shows: [{} as Entry], lists: [], isMadeApart: true },
  { page: 'not found', shows: [], lists: [] },
]
const order = (threads: number): string[] => inRenderOrder(pages, threads).map(({ page }) => page)

test('what others make of a text is begun first, then the book of a course, its page and its lectures', () => {
  expect(order(1)).toEqual(['a style sheet', 'its book', 'the course', 'lecture 1', 'home', 'lecture 2', 'not found'])
})

test('for several threads a page comes behind the texts that it shows', () => {
  expect(order(2)).toEqual(['a style sheet', 'lecture 1', 'home', 'lecture 2', 'the course', 'its book', 'not found'])
})
