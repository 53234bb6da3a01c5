// References to what has a label, in one text and across the lectures of a course.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const built = (body: string, config = '') => site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)

describe.each(['', 'markdown: commonmark'])('references with %j', config => {
  test('a theorem is called by its kind and its number, before and behind it', async () => {
    const { file, report } = await built(
      'By @thm-cap and [@lem-sum].\n\n::: theorem {#thm-cap}\nx\n:::\n\n::: lemma {#lem-sum}\nSee @thm-cap.\n:::',
      config,
    )
    expect(file(page)).toContain(
      'By <a href="#thm-cap" class="reference">Theorem\u00a01</a> and <a href="#lem-sum" class="reference">Lemma\u00a02</a>.',
    )
    expect(report).toBe('')
  })

  test('a section is called by its heading, an equation by its number', async () => {
    const { file } = await built('## The *first* step {#sec-first}\n\n$$x = 1 \\label{eq:one}$$\n\nIn @sec-first, by @eq-one.', config)
    expect(file(page)).toContain('<a href="#sec-first" class="reference">The first step</a>')
    expect(file(page)).toContain('class="reference">Equation\u00a0(1)</a>')
  })

  test('an equation may have its label behind it, as in Quarto', async () => {
    const { file, report } = await built('$$\nx = 1\n$$ {#eq-one}\n\nBy @eq-one.', config)
    expect(file(page)).toContain('id="eq-eq-one"')
    expect(file(page)).toContain('<a href="#eq-eq-one" class="reference">Equation\u00a0(1)</a>')
    expect(report).toBe('')
  })

  test('a picture and a table with a label have a number and a caption', async () => {
    const { file } = await built(
      '![A curve](https://example.org/x.png){#fig-curve}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: All of it {#tbl-all}\n\nSee @fig-curve and @tbl-all.',
      config,
    )
    expect(file(page)).toMatch(/<figure[^>]*><p id="fig-curve"><img[^>]*><\/p><figcaption[^>]*>Figure\u00a01: A curve<\/figcaption>/)
    expect(file(page)).toContain('<caption>Table\u00a01: All of it</caption>')
    expect(file(page)).toContain('<a href="#tbl-all" class="reference">Table\u00a01</a>')
  })

  test('a number by itself, and several in brackets, as Quarto has them', async () => {
    const { main, report } = await built(
      '::: theorem {#thm-a}\nA.\n:::\n\n::: lemma {#lem-b}\nB.\n:::\n\nStatements [-@thm-a] and [-@lem-b]; see [@thm-a; @lem-b].',
      config,
    )
    expect(main(page).replace(/<[^>]*>/g, '')).toContain('Statements 1 and 2; see Theorem\u00a01; Lemma\u00a02.')
    expect(report).toBe('')
  })

  test('an address and a name are no references', async () => {
    const { file, report } = await built('Write to ada@fig-tree.org, or `@thm-x`, or @ada, or [go @thm-x](#a).', config)
    expect(file(page)).not.toContain('class="reference"')
    expect(report).not.toContain('references/missing')
  })

  test('one that nothing has stays as it is written, and is told with a near label', async () => {
    const { file, report } = await built('Text.\n\nBy @thm-kap.\n\n::: theorem {#thm-cap}\nx\n:::', config)
    expect(file(page)).toContain('By @thm-kap.')
    expect(report).toContain('posts/2024-01-01-a.md:3:4: warning Nothing has the label thm-kap')
    expect(report).toContain('did you mean @thm-cap?')
  })
})

const course = `-- _config.yml --
url: https://example.org
-- posts/2024-01-01-one.md --
---
course: Coding
lecture: 1
---
::: theorem {#thm-cap}
x
:::
-- posts/2024-01-08-two.md --
---
course: Coding
lecture: 2
---
As in @thm-cap.
-- posts/2024-01-09-other.md --
As in @thm-cap.
`

test('a lecture refers to what stands in another of its course, and no other text does', async () => {
  const { file, report } = await site(course)
  expect(file('2024/01/08/two/index.html')).toContain(
    '<a href="/2024/01/01/one/#thm-cap" class="reference">Theorem\u00a01 in Lecture 1</a>',
  )
  expect(file('feed.xml')).toContain('href=&quot;https://example.org/2024/01/01/one/#thm-cap&quot;')
  expect(report).toContain('posts/2024-01-09-other.md:1:7: warning Nothing has the label thm-cap')
})
