// Diagrams of Mermaid as texts bring them from elsewhere, without a script: their source, in a box, with its caption and its number.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const built = (body: string, config = '') =>
  site(`-- _config.yml --\nurl: https://example.org\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)

describe.each(['', 'markdown: commonmark'])('diagrams with %j', config => {
  test('with the options of Quarto one is a figure that is referred to', async () => {
    const { main, file, report } = await built(
      '```{mermaid}\n%%| label: fig-flow\n%%| fig-cap: "A *flow*, by @thm-x"\n%%| fig-width: 6\nflowchart LR\n  A["ä<br>b"] --> B\n```\n\nSee @fig-flow.\n\n::: theorem {#thm-x}\nx\n:::',
      config,
    )
    expect(main(page)).toContain('<code>flowchart LR\n  A[&quot;ä&lt;br&gt;b&quot;] --&gt; B\n</code>')
    expect(main(page)).toMatch(/<figure id="fig-flow"><div class="highlight language-mermaid"/)
    expect(main(page)).toContain(
      '<figcaption>Figure\u00a01: A <em>flow</em>, by <a href="#thm-x" class="reference">Theorem\u00a01</a></figcaption>',
    )
    expect(main(page)).toContain('See <a href="#fig-flow" class="reference">Figure\u00a01</a>.')
    expect(file('feed.xml')).toContain('&lt;figcaption&gt;Figure\u00a01: A')
    expect(report).toBe('')
  })

  test('a caption in several lines, without a label, has no number', async () => {
    const { main } = await built(
      '```{mermaid}\n%%| fig-cap: |\n%%|   One line\n%%|   and another\n%%| echo: false\ngraph LR\n  A --> B\n```',
      config,
    )
    expect(main(page)).toContain('<figcaption>One line and another</figcaption>')
  })

  test('front matter and directives of a diagram stay in it', async () => {
    const { main } = await built('```mermaid\n---\ntitle: Node\n---\n%%{init: {"theme": "forest"}}%%\ngraph LR\n  A --> B\n```', config)
    expect(main(page)).toContain('<code>---\ntitle: Node\n---\n%%{init:')
  })

  test.each([
    ['<div class="mermaid">\ngraph TD\n  A--&gt;B\n</div>'],
    ['<pre class="mermaid">\ngraph TD\n  A-->B\n</pre>'],
    ['<pre><code class="language-mermaid">graph TD\n  A--&gt;B\n</code></pre>'],
    ['<div align="center" class="centre mermaid">\ngraph TD\n  A-->B\n</div>'],
  ])('%j is one too', async body => {
    const { main } = await built(`Before.\n\n${body}\n\nBehind *it*.`, config)
    expect(main(page)).toContain('data-lang="mermaid"><pre tabindex="0"><code>graph TD\n  A--&gt;B\n</code></pre></div>')
    expect(main(page)).toContain('Behind <em>it</em>.')
  })

  test('a text that brings its own script keeps its markup', async () => {
    const { main } = await built('<div class="mermaid">\ngraph TD\n</div>\n\n<script src="/mermaid.js"></script>', config)
    expect(main(page)).toContain('<div class="mermaid">')
  })

  test('they stand in lists, notes and theorems', async () => {
    const { main } = await built(
      '- a list\n\n  ```mermaid\n  graph TD\n  ```\n\n> [!NOTE]\n> ```mermaid\n> graph TD\n> ```\n\n::: theorem\n```mermaid\ngraph TD\n```\n:::',
      config,
    )
    expect(main(page).match(/language-mermaid/g)).toHaveLength(3)
  })
})
