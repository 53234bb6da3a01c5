// What authors of bookdown bring along: `\@ref(thm:cap)`, `(\#eq:loss)`, and boxes that are theorems.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const built = (body: string, config = '') => site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '')
const theorem = '```{theorem, cap, name="Capacity"}\nLet $C > 0$ be *given*.\n```\n\n```{lemma sub}\nLess.\n```\n\n```{proof}\nPlain.\n```'

describe.each(['', 'markdown: commonmark'])('bookdown with %j', config => {
  test('boxes that are theorems are read, with their names, formulas and labels', async () => {
    const { main, report } = await built(`${theorem}\n\nTheorem \\@ref(thm:cap) and Lemma \\@ref(lem:sub).`, config)
    expect(textOf(main(page))).toContain('Theorem 1 (Capacity).')
    expect(main(page)).toContain('<em>given</em>')
    expect(main(page)).toContain('id="thm-cap"')
    expect(textOf(main(page))).toMatch(/Theorem 1 and Lemma 2\./)
    expect(report).toBe('')
  })

  test('an equation has the label in brackets in it, and is referred to by its number in brackets', async () => {
    const tex = '\\begin{equation}\na = b (\\#eq:sum)\n\\end{equation}\n\n$$ c = d (\\#eq:two) $$'
    const { main, report } = await built(`${tex}\n\nBy \\@ref(eq:sum) and \\@ref(eq:two).`, config)
    expect(textOf(main(page))).toContain('By (1) and (2).')
    expect(report).toBe('')
  })

  test('tables and figures are referred to by their numbers', async () => {
    const { main } = await built('| a |\n|---|\n| 1 |\n\n: Words {#tbl-one}\n\nTable \\@ref(tab:one).', config)
    expect(textOf(main(page))).toContain('Table 1.')
  })

  test('code says what it says', async () => {
    const { main } = await built('`\\@ref(thm:cap)`\n\n```{r, echo=FALSE}\nplot("(\\#eq:a)")\n```', config)
    expect(main(page)).toContain('<code>\\@ref(thm:cap)</code>')
    expect(textOf(main(page))).toContain('(\\#eq:a)')
  })
})

test('what refers to a heading is told, with what to write', async () => {
  const { report } = await built('## Words {#intro}\n\nChapter \\@ref(intro).')
  expect(report).toContain('posts/2024-01-01-a.md:3:9: warning A reference of bookdown')
  expect(report).toContain('write [words](#id), with {#id} behind the heading that is meant')
})

test('what refers to nothing is told where it stands', async () => {
  const { report } = await built('See\nTheorem \\@ref(thm:none).')
  expect(report).toContain('2:15: warning Nothing has the label thm-none')
})
