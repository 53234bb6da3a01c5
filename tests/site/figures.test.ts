// Figures and tables as those write them who come from Quarto and Pandoc: sizes behind the label, several in a div, captions that refer and cite.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const built = (body: string, config = '') => site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '')

describe.each(['', 'markdown: commonmark'])('figures with %j', config => {
  test('a picture with a size behind its label has both', async () => {
    const { main, report } = await built(
      '![A curve](https://example.org/x.png){#fig-a .wide width=250px fig-alt="It falls"}\n\nSee @fig-a.',
      config,
    )
    expect(main(page)).toMatch(/<img [^>]*width="250"/)
    expect(main(page)).toContain('alt="It falls"')
    expect(textOf(main(page))).toContain('Figure\u00a01: A curve')
    expect(textOf(main(page))).toContain('See Figure\u00a01.')
    expect(report).toBe('')
  })

  test('a size without a label is read too, and other braces stay', async () => {
    const { main } = await built('![A](https://example.org/a.png){width=50%} and ![B](https://example.org/b.png) {sic}', config)
    expect(main(page)).not.toContain('width=50%')
    expect(main(page)).toContain('{sic}')
  })

  test('the text below a picture with a label is a paragraph, or in italics its caption', async () => {
    const { main } = await built(
      '![A](https://example.org/a.png){#fig-a}\nThe text says @fig-a and @fig-b.\n\n![B](https://example.org/b.png){#fig-b}\n*What it shows*',
      config,
    )
    expect(textOf(main(page))).toContain('Figure\u00a01: A\nThe text says Figure\u00a01 and Figure\u00a02.')
    expect(textOf(main(page))).toContain('Figure\u00a02: What it shows')
  })

  test('captions refer, and have formulas', async () => {
    const { main, report } = await built(
      '![By @thm-cap, $x^2$ falls](https://example.org/a.png){#fig-a}\n\n| a |\n|---|\n| 1 |\n\n: See @fig-a and [there](https://example.org/) {#tbl-a}\n\n::: theorem {#thm-cap}\nx\n:::',
      config,
    )
    expect(main(page)).toMatch(
      /<figcaption[^>]*>Figure\u00a01: By <a href="#thm-cap" class="reference">Theorem\u00a01<\/a>, .*class="katex"/,
    )
    expect(main(page)).toContain(
      '<caption>Table\u00a01: See <a href="#fig-a" class="reference">Figure\u00a01</a> and <a href="https://example.org/">there</a></caption>',
    )
    expect(report).toBe('')
  })

  test('what stands in the brackets of a picture with a label is a caption with its looks', async () => {
    const { main, report } = await built('![A *great* `curve` of $x^2$, **falling**](https://example.org/a.png){#fig-a}', config)
    expect(main(page)).toMatch(
      /<figcaption[^>]*>Figure\u00a01: A <em>great<\/em> <code>curve<\/code> of .*class="katex".*, *<\/span> <strong>falling<\/strong><\/figcaption>/,
    )
    expect(report).toBe('')
  })

  test('pictures with labels that stand on lines of their own, or beside each other, are figures each', async () => {
    const [a, b] = ['![One](https://example.org/a.png){#fig-a}', '![Other](https://example.org/b.png){#fig-b}']
    const below = await built(`${a}\n${b}\nSo @fig-b.`, config)
    expect(textOf(below.main(page))).toContain('Figure\u00a01: One\nFigure\u00a02: Other\nSo Figure\u00a02.')
    const beside = await built(`::: {#fig-two layout-ncol=2}\n${a} ${b}\n\nBoth\n:::\n\n@fig-b`, config)
    expect(textOf(beside.main(page))).toContain('(b) Other')
    expect(below.report + beside.report).toBe('')
  })

  test('a table has a caption without a label too, and no number then', async () => {
    const { main } = await built(
      '| a |\n|---|\n| 1 |\n\n: What *counts*\n\nTable: Above it\n\n| b |\n|---|\n| 2 |\n\n: not of a table',
      config,
    )
    expect(main(page)).toContain('<caption>What <em>counts</em></caption>')
    expect(main(page)).toContain('<caption>Above it</caption>')
    expect(main(page)).not.toContain('<p>: What')
  })

  test('figures in a div share a number and a caption, and each has its letter', async () => {
    const { main, report } = await built(
      '::: {#fig-two layout-ncol=2}\n\n![One](https://example.org/a.png){#fig-one}\n\n![Other](https://example.org/b.png){#fig-other}\n\nBoth of *them*\n:::\n\n![Next](https://example.org/c.png){#fig-next}\n\n@fig-two has @fig-other; then @fig-next.',
      config,
    )
    expect(main(page)).toContain('<figure class="figures columns-2" id="fig-two">')
    expect(textOf(main(page))).toContain('(b) Other')
    expect(main(page)).toContain('<figcaption>Figure\u00a01: Both of <em>them</em></figcaption></figure>')
    expect(textOf(main(page))).toContain('Figure\u00a01 has Figure\u00a01b; then Figure\u00a02.')
    expect(report).toBe('')
  })

  test('pictures stand side by side without a number too', async () => {
    const { main, report } = await built('::: {layout-ncol=2}\n![One](https://example.org/a.png)\n\nAnd words.\n:::\n\nBehind.', config)
    expect(main(page)).toMatch(/<figure class="figures columns-2">\n<p><img[^>]*><\/p>\n<p>And words.<\/p>\n<\/figure>\n<p>Behind.<\/p>/)
    expect(report).toBe('')
  })

  test('a div may hold one figure or table, in another block, with its caption as an option', async () => {
    const { main } = await built(
      '> [!NOTE]\n> Text.\n\n:::: {.callout-note}\n::: {#fig-a fig-cap="In a note"}\nFIGURE\n:::\n::::\n\n::: {#tbl-a}\n\n| a |\n|---|\n| 1 |\n\nAll of it\n:::\n\n@fig-a, @tbl-a',
      config,
    )
    expect(main(page)).toContain('<figcaption>Figure\u00a01: In a note</figcaption>')
    expect(main(page)).toContain('<figcaption>Table\u00a01: All of it</figcaption>')
  })

  test('the caption of a table may have other attributes, and stand above it', async () => {
    const { main, report } = await built(
      'Table: Above {#tbl-a}\n\n| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n\n: Below {#tbl-b tbl-colwidths="[75,25]"}\n\n@tbl-a, @tbl-b',
      config,
    )
    expect(main(page)).toContain('<caption>Table\u00a01: Above</caption>')
    expect(main(page)).toContain('<caption>Table\u00a02: Below</caption>')
    expect(report).toBe('')
  })

  test('a reference begins a sentence with a capital, and may be called otherwise', async () => {
    const { main, report } = await built(
      '@Fig-a and @Thm-x; [Fig. @fig-a], [Theorem @thm-x], [see @thm-x].\n\n![A](https://example.org/a.png){#fig-a}\n\n::: theorem {#thm-x}\nx\n:::',
      config,
    )
    expect(textOf(main(page))).toContain('Figure\u00a01 and Theorem\u00a01; Fig.\u00a01, Theorem\u00a01, [see Theorem\u00a01].')
    expect(report).toBe('')
  })

  test('the contents say what a heading refers to', async () => {
    const { main } = await built('## On @thm-x\n\nText.\n\n## Second\n\n## Third\n\n::: theorem {#thm-x}\nx\n:::', config)
    expect(main(page)).toContain('<a href="#on-thm-x">On Theorem\u00a01</a>')
  })

  test('a picture in the middle of a line has no number, which is told', async () => {
    const { report } = await built('So ![it](https://example.org/a.png){#fig-a} is, by @fig-a.', config)
    expect(report).toContain('mend: what stands before {#fig-a} is nothing that has a label')
  })
})

test('lectures refer to figures with attributes in others, numbered through on one page', async () => {
  const { main, report } = await site(`-- posts/2024-01-01-a.md --
---
course: Coding
lecture: 1
---
::: {#fig-two}
![One](https://example.org/a.png){#fig-one width=30%}

Both
:::
-- posts/2024-01-02-b.md --
---
course: Coding
lecture: 2
---
By @Fig-one.
`)
  expect(textOf(main('2024/01/02/b/index.html'))).toContain('By Figure\u00a01a in Lecture 1.')
  expect(textOf(main('courses/coding/all/index.html'))).toContain('By Figure\u00a01.1a.')
  expect(report).toBe('')
})
