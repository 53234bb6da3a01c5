// Solutions of exercises stay folded in print, unless a lecture asks for them.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const lecture = (number: number, print: string) =>
  `-- posts/2024-01-0${number}-l${number}.md --\n---\ncourse: x\nlecture: ${number}\n${print}---\n::: exercise\nWhy?\n:::\n\n::: solution\nSo.\n:::\n`

test('a lecture that asks for them prints them on its page and on that of the whole course, others do not', async () => {
  const { main } = await site(lecture(1, 'print: solutions\n') + lecture(2, ''))
  expect(main('2024/01/01/l1/index.html')).toContain('<article class="post h-entry prints-solutions"')
  expect(main('2024/01/02/l2/index.html')).not.toContain('prints-solutions')
  const sections = main('courses/x/all/index.html').match(/<section class="whole-lecture[^>]*>/g)
  expect(sections).toEqual([
    '<section class="whole-lecture prints-solutions" aria-labelledby="l1">',
    '<section class="whole-lecture" aria-labelledby="l2">',
  ])
})
