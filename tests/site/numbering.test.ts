// The numbers of a course whose lectures share a page: those of lecture 3 begin with 3.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const course = `-- _config.yml --
url: https://example.org
-- posts/2024-01-01-one.md --
---
title: Sets, Lecture 1
course: Sets
lecture: 1
---
::: theorem {#thm-one}
One.
:::

$$x = 1 \\label{eq-one}$$

![A curve](https://example.org/x.png){#fig-curve}

By @thm-one, @eq-one, \\eqref{eq-one} and @thm-two.
-- posts/2024-01-08-two.md --
---
title: Sets, Lecture 2
course: Sets
lecture: 2
---
::: lemma
First.
:::

::: theorem {#thm-two}
Two.
:::

| a |
|---|
| 1 |

: All {#tbl-all}

$$y = 2 \\label{eq-two} \\tag{A}$$

By @thm-one, @fig-curve, @tbl-all, @eq-two and @eq-one.
-- posts/2024-01-15-guest.md --
---
title: A guest
course: Sets
lecture: guest
---
::: theorem {#thm-guest}
Three.
:::

By @thm-guest.
`
const reference = (id: string, words: string): string => `<a href="#${id}" class="reference">${words.replaceAll(' ', '\u00a0')}</a>`

test('theorems, figures, tables and equations are numbered by lecture and place, and so are references to them', async () => {
  const { main } = await site(course)
  const all = main('courses/sets/all/index.html')
  expect(all).toContain('id="l1-thm-one">\n<p class="block-title"><strong>Theorem 1.1</strong>')
  expect(all).toContain('<strong>Theorem 2.2</strong>')
  expect(all).toContain('Figure\u00a01.1: A curve')
  expect(all).toContain('<caption>Table\u00a02.1: All</caption>')
  expect(all).toContain(`By ${reference('l1-thm-one', 'Theorem 1.1')}, ${reference('l1-eq-eq-one', 'Equation (1.1)')}`)
  expect(all).toContain('>(1.1)</a> and')
  expect(all).toContain(reference('l2-thm-two', 'Theorem 2.2'))
  expect(all).toContain(
    `By ${reference('l1-thm-one', 'Theorem 1.1')}, ${reference('l1-fig-curve', 'Figure 1.1')}, ${reference('l2-tbl-all', 'Table 2.1')}`,
  )
})

test('the number behind a formula is the one that is referred to, and a name that its author gave it stays', async () => {
  const { main } = await site(course)
  const all = main('courses/sets/all/index.html')
  expect(all).toContain('<mtext>(1.1)</mtext>')
  expect(all).toMatch(/<span class="mord">\((?:<\/span><span class="mord"><span class="mord">)?1\.1/)
  expect(all).toContain('<mtext>(A)</mtext>')
  expect(all).toContain(reference('l2-eq-eq-two', 'Equation (A)'))
})

test('a lecture without a number has a letter in front of its numbers', async () => {
  const { main } = await site(course)
  const all = main('courses/sets/all/index.html')
  expect(all).toContain('<strong>Theorem A.1</strong>')
  expect(all).toContain('>Theorem\u00a0A.1</a>')
})

test('by itself a lecture has its own numbers, and says where others are', async () => {
  const { main } = await site(course)
  const lecture = main('2024/01/08/two/index.html')
  expect(lecture).toContain('<strong>Theorem 2</strong>')
  expect(lecture).toContain('>Theorem\u00a01 in Lecture 1</a>')
})
