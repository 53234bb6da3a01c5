// Blocks of a lecture as a reader meets them, in both dialects; and what their author is told.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const built = (body: string, config = '', files = '') =>
  site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n${files}`)
const page = '2024/01/01/a/index.html'

describe.each(['', 'markdown: commonmark'])('blocks with %j', config => {
  test('a theorem has its number, its name and its id, and its page the style sheet for it', async () => {
    const { file } = await built('::: theorem Capacity {#thm-cap}\nText.\n:::', config)
    expect(file(page)).toContain('<div class="block block-statement block-theorem" id="thm-cap">')
    expect(file(page)).toContain('<p class="block-title"><strong>Theorem 1</strong> (Capacity).</p>\n<p>Text.</p>')
    expect(file(page)).toContain('blocks.css')
  })

  test('an alert is one in a quotation, with lists in it, and a name over several lines is only the first', async () => {
    const { file } = await built('> [!WARNING] Mind the *gap*\n> It is\n> wide.\n>\n> - one\n> - two', config)
    expect(file(page)).toContain(
      '<p class="block-title"><strong>Warning</strong> Mind the <em>gap</em></p>\n<p>It is\nwide.</p>\n<ul>\n<li>one</li>',
    )
  })

  test('a block stands in a list, and in another block', async () => {
    const { file } = await built(
      '- item\n\n  ::: note\n  inside\n  :::\n\n- next\n\n::: exercise\nA\n\n::: solution\nB\n:::\n:::\n\nAfter.',
      config,
    )
    expect(file(page)).toMatch(
      /<li>\s*<p>item<\/p>\s*<div class="block block-alert block-note">\s*<p class="block-title">.*<\/p>\s*<p>inside<\/p>/,
    )
    expect(file(page)).toMatch(/<p>B<\/p>\s*<\/details>\s*<\/div>\s*<p>After\.<\/p>/)
  })

  test('a page without blocks has no style sheet for them', async () => {
    expect((await built('> Just a quotation.', config)).file(page)).not.toContain('blocks.css')
  })

  test.each([
    ['::: theorm\nx\n:::', '1:1: warning There is no block theorm', 'did you mean theorem?'],
    ['> [!NOET]\n> x', '1:3: warning There is no block NOET', 'did you mean note?'],
    ['a\n\n::: note\nx', '3:1: warning This note is not closed', 'write a line :::'],
    [
      '::: lemma {#lem-a}\nx\n:::\n\n::: lemma {#lem-a}\ny\n:::',
      '5:12: warning There are two things with the label #lem-a',
      'give this one another',
    ],
  ])('%j is told', async (body, message, mend) => {
    const { report } = await built(body, config)
    expect(report).toContain(`posts/2024-01-01-a.md:${message}`)
    expect(report).toContain(mend)
  })
})

test('a folded block opens without a script, and a feed can show it', async () => {
  const { file } = await built('::: solution\nSix.\n:::')
  expect(file(page)).toContain('<details class="block block-part block-solution">\n<summary class="block-title">')
  expect(file('feed.xml')).toContain('&lt;details&gt;\n&lt;summary&gt;')
})

test('blocks speak the language of the post', async () => {
  const { file } = await built('---\nlang: de\n---\n::: theorem\nx\n:::')
  expect(file(page)).toContain('<strong>Satz 1</strong>')
})

test('a note that has a label is called by its number from another lecture, and on the page of the whole course', async () => {
  const { main, report } = await site(
    '-- posts/2024-01-01-a.md --\n---\ncourse: x\nlecture: 1\n---\n::: {#wrn-a .callout-warning}\nA.\n:::\n\n> [!WARNING] {#mine}\n> B.\n' +
      '-- posts/2024-01-02-b.md --\n---\ncourse: x\nlecture: 2\n---\nMind @wrn-a and @rem-a.\n\n::: remark\nC.\n:::\n\n::: remark {#rem-a}\nD.\n:::\n',
  )
  expect(main('2024/01/02/b/index.html')).toContain('class="reference">Warning\u00a01 in Lecture 1</a>')
  expect(main(page)).toContain('<strong>Warning</strong></p>\n<p>B.')
  expect(main('2024/01/02/b/index.html')).toContain('<a href="#rem-a" class="reference">Remark\u00a01</a>')
  expect(main('2024/01/02/b/index.html')).toContain('<strong>Remark</strong>.</p>\n<p>C.')
  expect(main('courses/x/all/index.html')).toContain('<strong>Warning 1.1</strong>')
  expect(report).toBe('')
})

test('a Jekyll site with layouts of its own shows what Jekyll shows', async () => {
  const { file, report } = await site(
    '-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\n> [!NOTE]\n> x\n\n::: note\ny\n:::\n',
  )
  expect(file('2024/01/01/a.html')).toBe('<blockquote>\n  <p>[!NOTE]\nx</p>\n</blockquote>\n\n<p>::: note\ny\n:::</p>\n\n')
  expect(report).toContain('1-a.md:4:3: hint A block of a lecture is not read here')
})
