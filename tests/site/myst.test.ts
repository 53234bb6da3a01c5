// Directives, labels and references of MyST: `(clocks)=`, `$$ … $$ (loss)`, {eq}`loss`, {ref}`clocks`, {numref}`fig-a`.

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

describe.each(['', 'markdown: commonmark'])('directives of MyST with %j', config => {
  test.each(['```', '~~~', ':::', '````', '::::'])('%s is a fence of one', async fence => {
    const { main, report } = await built(
      `Before.\n\n${fence}{prf:theorem} All *channels*\n:label: cap\n\nIt is $x^2$ here.\n\n- a\n${fence}\n\nBy {prf:ref}\`cap\`.`,
      config,
    )
    expect(main(page)).toContain('<div class="block block-statement block-theorem" id="cap">')
    expect(main(page)).toContain('<strong>Theorem 1</strong> (All <em>channels</em>).')
    expect(main(page)).toContain('It is <span class="katex">')
    expect(main(page)).toContain('By <a href="#cap" class="reference">Theorem\u00a01</a>.')
    expect(report).toBe('')
  })

  test('one holds others and code, which stays code', async () => {
    const { main, report } = await built(
      '````{exercise}\n:label: ex\nTry\n\n```python\n```{note}\nx\n```\n\n```{hint}\nCount.\n```\n````\n\n```text\n:::{note}\n```',
      config,
    )
    expect(main(page).match(/class="block /g)).toHaveLength(2)
    expect(main(page)).toContain('```{note}')
    expect(report).toBe('')
  })

  test('one stands in a quotation and in a div of ours', async () => {
    const { main } = await built('> ```{note}\n> Text.\n> ```\n\n::: proof\n```{tip}\nText.\n```\n:::', config)
    expect(main(page).match(/class="block /g)).toHaveLength(3)
  })

  test.each([
    ['```{note}\n:clas: dropdown\nx\n```', '2:1: warning Nothing here is called clas', 'did you mean class?'],
    ['```{note}\n:foo: bar\nx\n```', '2:1: warning Nothing here is called foo', 'leave it out'],
    ['```{lemma}\n:label: a\nx\n```\n\n```{lemma}\n:label: a\ny\n```', '7:7: warning There are two things with the label #a', 'another'],
    ['```{note}\nx', '1:1: warning This note is not closed', 'write a line ::: below it'],
    ['```{solution} ex\nx\n```\n\n```{exercise}\n:label: ex-1\ny\n```', '1:15: warning Nothing has the label ex', ''],
    ['```{figure} a.png\nCaption\n```', '1:5: warning The directive {figure} of MyST is not read', 'write ![Caption](file){#fig-name}'],
    [':::{toctree}\na\n:::', '1:1: warning The directive {toctree} of MyST is not read', 'leave it out'],
    ['```{theorm}\nx\n```', '1:5: warning There is no block theorm', 'did you mean theorem?'],
  ])('%j is told', async (body, message, mend) => {
    const { report } = await built(body, config)
    expect(report).toContain(`posts/2024-01-01-a.md:${message}`)
    expect(report).toContain(mend)
  })
})

test('an exercise with cells of code is opened by one directive and closed by another', async () => {
  const { main, report } = await built(
    '```{exercise-start} Draw\n:label: draw\n```\n\nText.\n\n```{code-cell} ipython3\nx = 1\n```\n\n```{exercise-end}\n```\n\n```{solution-start} draw\n```\n\nSo.\n\n```{solution-end}\n```\n\nBehind.',
  )
  expect(main(page)).toMatch(
    /<div class="block block-part block-exercise" id="draw">[\s\S]*?language-python[\s\S]*?<\/div>\n<\/div>\n<details/,
  )
  expect(main(page)).toContain('<strong>Solution</strong> <a href="#draw" class="reference">Exercise\u00a01</a></summary>')
  expect(main(page)).toContain('</details>\n<p>Behind.</p>')
  expect(report).toBe('')
})

test('an exercise of one lecture has its solution in another', async () => {
  const { main, report } = await site(
    '-- posts/2024-01-01-a.md --\n---\ncourse: x\nlecture: 1\n---\n```{exercise}\n:label: draw\nDraw.\n```\n' +
      '-- posts/2024-01-02-b.md --\n---\ncourse: x\nlecture: 2\n---\n```{solution} draw\nSo.\n```\n',
  )
  expect(main('2024/01/02/b/index.html')).toContain(
    '<strong>Solution</strong> <a href="/2024/01/01/a/#draw" class="reference">Exercise\u00a01 in Lecture 1</a></summary>',
  )
  expect(report).toBe('')
})

test('a Jekyll site with layouts of its own shows the code that it is there', async () => {
  const { file } = await site(
    '-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\n```{note}\nx\n```\n',
  )
  expect(file('2024/01/01/a.html')).toContain('<code>x\n</code>')
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

describe.each(['', 'markdown: commonmark'])('directives of MyST in lists with %j', config => {
  test('stand as far in as the text of their point', async () => {
    const { main, report } = await built(
      '1. First\n\n    ```{note} Mind\n    Text $x^2$ of it.\n    ```\n\n2. Second\n\n   - Within\n\n     ```{prf:theorem} Order\n     :label: thm-a\n     There *is* one.\n     ```\n\nBy @thm-a.',
      config,
    )
    expect(main(page)).toMatch(/<li>\s*<p>First<\/p>\s*<div class="block block-alert block-note">/)
    expect(main(page)).toMatch(/<p>Within<\/p>\s*<div class="block block-statement block-theorem" id="thm-a">/)
    expect(textOf(main(page))).toContain('There is one.')
    expect(textOf(main(page))).toContain('By Theorem\u00a01.')
    expect(report).toBe('')
  })

  test('are code where they stand further in, and outside of a list', async () => {
    const { main } = await built(
      'Text.\n\n    ```{note}\n    Code.\n    ```\n\n- Point\n\n      ```{note}\n      Code.\n      ```\n',
      config,
    )
    expect(main(page)).not.toContain('block-note')
    expect(textOf(main(page)).match(/```\{note\}/g)).toHaveLength(2)
  })
})
