// Labels and references of MyST: `(clocks)=`, `$$ … $$ (loss)`, {eq}`loss`, {ref}`clocks`, {numref}`fig-a`.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const built = (body: string, config = '') => site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '')

describe.each(['', 'markdown: commonmark'])('labels of MyST with %j', config => {
  test('a heading has the label of the line in front of it', async () => {
    const { main, report } = await built(
      '(clocks)=\n\n## Logical clocks\n\nSee {ref}`clocks`, {ref}`there <clocks>` and [](#clocks).',
      config,
    )
    expect(main(page)).toContain('<h2 id="clocks">Logical clocks</h2>')
    expect(main(page)).toContain(
      'See <a href="#clocks" class="reference">Logical clocks</a>, <a href="#clocks" class="reference">there</a> and <a href="#clocks" class="reference">Logical clocks</a>.',
    )
    expect(report).toBe('')
  })

  test('a paragraph has it too', async () => {
    const { main } = await built('(here)=\nA paragraph.\n\nAs {ref}`said above <here>`.', config)
    expect(main(page)).toContain('<p id="here">A paragraph.</p>')
    expect(main(page)).toContain('As <a href="#here" class="reference">said above</a>.')
  })

  test('an equation has its label in brackets behind it, in a paragraph or by itself', async () => {
    const { main, report } = await built(
      'First\n$$\na = b\n$$ (sum-one)\n\n$$ c = d $$ (two)\n\nBy {eq}`sum-one` and {eq}`two`; @eq-two.',
      config,
    )
    expect(main(page)).toContain('id="eq-sum-one"')
    expect(textOf(main(page))).toContain('By (1) and (2); Equation\u00a0(2).')
    expect(report).toBe('')
  })

  test('brackets behind a formula that nothing refers to are read', async () => {
    const { main } = await built('$$ c = d $$ (proof)\n\n$$ c = d $$ (1)', config)
    expect(textOf(main(page))).toContain('(proof)')
    expect(textOf(main(page))).toContain('(1)')
  })

  test('a box of code called {math} is an equation', async () => {
    const { main, report } = await built('```{math}\n:label: loss\nL = 1\n```\n\nSee {eq}`loss`.', config)
    expect(main(page)).toContain('id="eq-loss"')
    expect(textOf(main(page))).toContain('See (1).')
    expect(report).toBe('')
  })

  test('a figure is referred to by its number, in words of its author', async () => {
    const { main } = await built('![A](https://example.org/a.png){#fig-a}\n\n{numref}`fig-a`, {numref}`Fig. %s <fig-a>`.', config)
    expect(textOf(main(page))).toContain('Figure\u00a01, Fig. 1.')
  })

  test('a label that is nowhere is told, and what was written stays', async () => {
    const { main, report } = await built('See {eq}`los`.\n\n$$ x $$ (loss-one)', config)
    expect(main(page)).toContain('See {eq}`los`.')
    expect(report).toContain('warning Nothing has the label eq-los')
  })
})

test('lectures refer to what has such labels in others', async () => {
  const { main, report } = await site(`-- posts/2024-01-01-a.md --
---
course: Coding
lecture: 1
---
(clocks)=

## Clocks

$$ x = 1 $$ (loss-one)
-- posts/2024-01-02-b.md --
---
course: Coding
lecture: 2
---
By {eq}\`loss-one\` and {ref}\`clocks\`.
`)
  expect(textOf(main('2024/01/02/b/index.html'))).toContain('By (1) in Lecture 1 and Clocks in Lecture 1.')
  expect(report).toBe('')
})
