// Formulas where a text has words for something: in links by name, captions among options, titles of pictures, references to sections.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const note = '-- posts/2024-01-02-note.md --\n---\ntitle: Note on $x^2$ and `git`\n---\nText.\n\n## The $n$-body case\n\nMore.\n'
const built = (body: string, config: string) => site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n${note}`)

// A formula is what its author wrote, between angles.
const read = (markup: string): string => {
  let [out, rest] = ['', markup]
  for (let at = rest.indexOf('<span class="katex">'); at >= 0; at = rest.indexOf('<span class="katex">')) {
    let [depth, end] = [0, at]
    for (const match of rest.slice(at).matchAll(/<(\/?)span[^>]*>/g)) {
      depth += match[1] === '/' ? -1 : 1
      end = at + match.index + match[0].length
      if (depth === 0) break
    }
    out += `${rest.slice(0, at)}«${/<annotation[^>]*>([\s\S]*?)<\/annotation>/.exec(rest.slice(at, end))?.[1]}»`
    rest = rest.slice(end)
  }
  return (out + rest).replace(/<\/?span[^>]*>/g, '').replaceAll('\u00a0', ' ')
}

describe.each(['', 'markdown: commonmark'])('formulas in words with %j', config => {
  test.each([
    ['[[note|the $x^2$ case]]', '<a href="/2024/01/02/note/">the «x^2» case</a>'],
    ['[[note|the *odd* $x_1$, $x_2$]]', '<a href="/2024/01/02/note/">the <em>odd</em> «x_1», «x_2»</a>'],
    ['[[note|$|x|$]]', '<a href="/2024/01/02/note/">«|x|»</a>'],
    ['[[note]]', '<a href="/2024/01/02/note/">Note on «x^2» and <code>git</code></a>'],
    ['[[Note on $x^2$ and `git`]]', '<a href="/2024/01/02/note/">Note on «x^2» and <code>git</code></a>'],
    ['[[note#The $n$-body case|there]]', '<a href="/2024/01/02/note/#the-n-body-case">there</a>'],
    ['[[note#The $n$-body case]]', '&gt; The «n»-body case</a>'],
  ])('%s', async (written, link) => {
    const { main, report } = await built(`See ${written}, for it.\n\n$$ a = b $$`, config)
    expect(read(main(page))).toContain(link)
    expect(report).toBe('')
  })

  test('brackets that nothing has a name for keep their formulas', async () => {
    const { main } = await built('An array [[$a_1$, $b$]].', config)
    expect(read(main(page))).toContain('An array [[«a_1», «b»]].')
  })

  test('captions among the options of a box, whatever else has formulas', async () => {
    const { main, report } = await built(
      '```{.python #lst-a lst-cap="Sum of $x_{1}$"}\nx\n```\n\n```{mermaid}\n%%| label: fig-m\n%%| fig-cap: "Flow $f_1$"\ngraph TD; A-->B\n```\n\nBy @lst-a.',
      config,
    )
    expect(read(main(page))).toContain('Listing 1: Sum of «x_{1}»</figcaption>')
    expect(read(main(page))).toContain('Figure 1: Flow «f_1»</figcaption>')
    expect(report).toBe('')
  })

  test('the title of a picture, with a number or without, and its other words', async () => {
    const { main } = await built(
      '![A](https://x.org/a.png "With $t_1$ in")\n\n![A](https://x.org/b.png "By $u_1$"){#fig-b}\n\n![Of $c_1$](https://x.org/c.png){#fig-c fig-alt="A curve $c_1$"}',
      config,
    )
    expect(read(main(page))).toContain('<figcaption class="lectern-add">With «t_1» in</figcaption>')
    expect(read(main(page))).toContain('Figure 1: By «u_1»</figcaption>')
    expect(read(main(page))).toContain('Figure 2: Of «c_1»</figcaption>')
    expect(main(page)).toContain('alt="A curve $c_1$"')
  })

  test('a section that is referred to has its formulas and its code', async () => {
    const { main } = await built('## On $s_1$ and `f` {#sec-s}\n\nSee @sec-s and [[#On $s_1$ and f]].', config)
    expect(read(main(page))).toContain('See <a href="#sec-s" class="reference">On «s_1» and <code>f</code></a> and <a href="#sec-s">')
  })
})

describe.each(['', 'markdown: commonmark'])('references of LaTeX with %j', config => {
  test('the number of what is no equation', async () => {
    const { main, report } = await built('::: theorem T {#thm-a}\nYes.\n:::\n\nTheorem \\ref{thm-a}.', config)
    expect(main(page)).toContain('Theorem <a href="#thm-a" class="reference">1</a>')
    expect(report).toBe('')
  })

  test('one in the words of a link, or in a heading, is no link in a link', async () => {
    const { main, file } = await built(
      '$$ a \\label{loss} $$\n\n[the \\eqref{loss} case](#x)\n\n## By \\eqref{loss} {#x}\n\n## Two\n\n## Three',
      config,
    )
    expect(main(page)).toContain('<a href="#x">the (1) case</a>')
    expect(file(page)).not.toMatch(/<a [^>]*>(?:(?!<\/a>)[\s\S])*<a /)
  })
})
