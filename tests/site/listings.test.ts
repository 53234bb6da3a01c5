// Code that can be referred to: its number, its caption and its language, as Quarto, Pandoc and MyST write them.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const built = (body: string, config = '') =>
  site(`-- _config.yml --\nurl: https://example.org\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)

describe.each(['', 'markdown: commonmark'])('listings with %j', config => {
  test.each([
    '```{#lst-a .python lst-cap="A *sum*"}',
    '```python {#lst-a lst-cap="A *sum*"}',
    '``` {.python #lst-a caption="A *sum*"}',
    '```{python}\n#| label: lst-a\n#| lst-cap: "A *sum*"',
    '```{python #lst-a}\n#| lst-cap: A *sum*',
    '```{python}\n#| label: first-cell\n#| lst-label: lst-a\n#| lst-cap: A *sum*',
    '```{code-block} python\n:name: lst-a\n:caption: A *sum*\n',
  ])('%j is one', async open => {
    const { main, file, report } = await built(`See @lst-a.\n\n${open}\ns = 1\n\nt = 2\n\`\`\`\n\nBehind it.`, config)
    expect(main(page)).toContain(
      '<figure id="lst-a"><figcaption>Listing\u00a01: A <em>sum</em></figcaption><div class="highlight language-python"',
    )
    expect(main(page)).toContain('<code>s = <span class="hljs-number">1</span>\n\nt =')
    expect(main(page)).toContain('See <a href="#lst-a" class="reference">Listing\u00a01</a>.')
    expect(main(page)).toContain('<p>Behind it.</p>')
    expect(file('feed.xml')).toContain('&lt;figcaption&gt;Listing\u00a01: A')
    expect(report).toBe('')
  })

  test('code keeps what braces say of its file and its lines', async () => {
    const { main } = await built('```python {#lst-a filename="a.py" .numberLines mark="2"}\na\nb\n```', config)
    expect(main(page)).toContain('<p class="code-title lectern-add">a.py</p><div class="highlight language-python numbered"')
    expect(main(page)).toContain('<mark class="line">b</mark>')
    const { main: lines } = await built('```python {1}\na\n\nb\n```', config)
    expect(lines(page)).toContain('<mark class="line">a</mark>')
  })

  test('one stands in a list, and several things in a div', async () => {
    const { main } = await built('- x\n\n  ```{.python #lst-a}\n  a\n  ```\n\n::: {#lst-b}\n```text\nb\n```\n\nBoth\n:::\n\n@lst-b', config)
    expect(main(page)).toContain('Listing\u00a02: Both</figcaption>')
    expect(main(page)).toContain('class="reference">Listing\u00a02</a>')
  })

  test.each([
    ['```{#lst-a .python lst-capt="x"}\nx\n```', '1:20: warning Nothing here is called lst-capt', 'did you mean lst-cap?'],
    [
      '```{#lst-a .text}\nx\n```\n\n```{#lst-a .text}\ny\n```',
      '5:5: warning There are two things with the label #lst-a',
      'give this one another',
    ],
    ['See @lst-b.\n\n```{#lst-a .text}\nx\n```', '1:5: warning Nothing has the label lst-b', 'did you mean @lst-a?'],
    ['::: mermaid\ngraph LR', '1:1: warning This diagram is not closed', 'write a line ::: below it'],
  ])('%j is told', async (body, message, mend) => {
    const { report } = await built(body, config)
    expect(report).toContain(`posts/2024-01-01-a.md:${message}`)
    expect(report).toContain(mend)
  })
})

test('a list of attributes below the code names it in kramdown', async () => {
  const { main } = await built('~~~ ruby\nx\n~~~\n{: #lst-a caption="One"}\n\n@lst-a')
  expect(main(page)).toContain(
    '<figure id="lst-a"><figcaption>Listing\u00a01: One</figcaption><div class="highlight language-ruby" data-lang="ruby">',
  )
})

test('another lecture of the course refers to it, in the language of its own', async () => {
  const { main } = await site(
    '-- posts/2024-01-01-a.md --\n---\ncourse: x\nlecture: 1\n---\n```{python}\n#| label: lst-a\n1\n```\n' +
      '-- posts/2024-01-02-b.md --\n---\ncourse: x\nlecture: 2\nlang: es\n---\n@lst-a\n',
  )
  expect(main('2024/01/02/b/index.html')).toContain('>Listado\u00a01')
  expect(main('courses/x/all/index.html')).toContain('Listing\u00a01.1</figcaption>')
})

test('a Jekyll site with layouts of its own shows what Jekyll shows', async () => {
  const { file } = await site(
    '-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\n```text {#lst-a}\nx\n```\n',
  )
  expect(file('2024/01/01/a.html')).toContain('text {#lst-a}')
})
