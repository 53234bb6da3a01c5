// Texts in the midst of others: `![[Title#Heading]]` on a line of its own.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const clocks = `-- posts/2024-01-02-clocks.md --
---
title: Time & Order
---
Clocks drift, as we know.[^far] ^drift

## Logical clocks

They count,[^count] as [[#Vector clocks]] and @thm-order say.

![A plot](plot.svg)

::: theorem Order {#thm-order}
There is one.
:::

### In practice

Nobody asks.

## Vector clocks

Many counts.

- one
- two ^two

[^far]: Far.
[^count]: Up.
-- posts/plot.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>
`
const built = (body: string, { config = '', more = '' } = {}) =>
  site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n${clocks}${more}`)

const box = (main: string): string =>
  main.slice(main.indexOf('<div class="block block-shown"'), main.indexOf('<footer')).replaceAll('\u00a0', ' ')

describe.each(['', 'markdown: commonmark'])('a text in the midst of another with %j', config => {
  test('a whole text stands in a box that names it, with ids of its own', async () => {
    const { main, report, file } = await built('Mine.[^far]\n\n## Here\n\n![[Time & Order]]\n\n[^far]: Mine.', { config })
    expect(report).toBe('')
    const shown = box(main(page))
    expect(shown).toContain('<p class="block-title"><a href="/2024/01/02/clocks/">Time &amp; Order</a></p>')
    expect(shown).toContain('<sup id="shown-1-fnref:far"><a href="#shown-1-fn:far"')
    expect(shown).toMatch(/<h3 id="shown-1-logical-clocks">[\s\S]*<h4 id="shown-1-in-practice">/)
    expect(shown).toContain(
      '<a href="#shown-1-vector-clocks">Vector clocks</a> and <a href="#shown-1-thm-order" class="reference">Theorem 1</a>',
    )
    const ids = [...main(page).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(main(page)).not.toContain('<p><div')
    expect(file(page)).toContain('blocks.')
    expect(file(page).match(/<nav class="contents"[\s\S]*?<\/nav>/)?.[0] ?? '').not.toContain('Vector')
  })

  test('a title with a formula is set on its box too', async () => {
    const sums = '-- posts/2024-01-03-sums.md --\n---\ntitle: Sums of $n$ and `m`\n---\nThey add.\n'
    const { main, file } = await built('![[sums]]', { config, more: sums })
    expect(main(page)).toMatch(/<p class="block-title"><a [^>]*>Sums of <span class="katex">.* and <code>m<\/code><\/a>/)
    expect(file('feed.xml')).not.toContain('[object')
  })

  test('of a section all up to the next of its kind, with the notes that it has, counted anew', async () => {
    const { main, report } = await built('![[clocks#Logical clocks]]', { config })
    expect(report).toBe('')
    const shown = box(main(page))
    expect(shown).toContain('<a href="/2024/01/02/clocks/#logical-clocks">Time &amp; Order &gt; Logical clocks</a>')
    expect(shown).toContain(
      '<sup id="shown-1-fnref:count"><a href="#shown-1-fn:count" class="footnote" rel="footnote" role="doc-noteref">1</a>',
    )
    expect(shown).toContain('Nobody asks.')
    expect(shown).not.toMatch(/drift|Many counts|Far\./)
    // What is not shown is where it is.
    expect(shown).toContain('<a href="/2024/01/02/clocks/#vector-clocks">Vector clocks</a>')
    expect(shown).toContain('src="/plot.svg"')
  })

  test('a paragraph and a point of a list are shown by their names', async () => {
    const { main, report } = await built('![[clocks#^drift]]\n\n![[clocks#^two]]', { config })
    expect(report).toBe('')
    expect(main(page)).toContain('Clocks drift')
    expect(main(page)).toMatch(/<p class="block-title"><a href="[^"]*#two">Time &amp; Order<\/a><\/p>\n<p>two<\/p>/)
    expect(main(page)).not.toContain('Many counts')
  })

  test('what has a label is shown by it', async () => {
    const { main, report } = await built('![[clocks#thm-order]]', { config })
    expect(report).toBe('')
    expect(main(page)).toContain('<div class="block block-statement block-theorem" id="shown-1-thm-order">')
  })

  test('the manner of Markdown is read too, which Obsidian writes if it is asked to', async () => {
    const { main, report } = await built('![](2024-01-02-clocks.md#Vector%20clocks)\n\n![x](gone.md)', { config })
    expect(box(main(page))).toContain('Many counts.')
    expect(report).toContain('Nothing is called gone, so ![x](gone.md) stands in the page as it is written')
  })

  test('the same may stand in the midst of a line and by itself', async () => {
    const { main, report } = await built('| a |\n|---|\n| ![[clocks#^drift]] |\n\n![[clocks#^drift]]', { config })
    expect(main(page).match(/block-shown/g)).toHaveLength(1)
    expect(main(page)).toContain('<td><a href="/2024/01/02/clocks/#drift">Time &amp; Order</a></td>')
    expect(report).toContain('only shown on a line of its own')
  })

  test('what would show itself is a link and told, in both texts', async () => {
    const more = '-- posts/2024-01-03-b.md --\nB first.\n\n![[a]]\n'
    const { main, report } = await built('A first.\n\n![[2024-01-03-b]]\n', { config, more })
    expect(main(page)).toMatch(/A first[\s\S]*block-shown[\s\S]*B first[\s\S]*<p><a href="\/2024\/01\/01\/a\/">/)
    expect(report).toContain('posts/2024-01-01-a.md:3:1')
    expect(report).toContain('posts/2024-01-03-b.md:3:1')
    expect(report).toContain('would show this text within itself')
  })

  test('a part of the same text may be shown in another part of it', async () => {
    const { main, report } = await built('## One\n\n![[#Two]]\n\n## Two\n\nSecond.\n', { config })
    expect(report).toBe('')
    expect(main(page).match(/Second\./g)).toHaveLength(2)
    expect(main(page)).toContain('<p class="block-title"><a href="#two">Two</a></p>')
  })

  test('texts within texts end at a depth', async () => {
    const chain = ['b', 'c', 'd', 'e', 'f'].map(
      (name, index, all) => `-- posts/2024-02-01-${name}.md --\nThis is ${name}.\n\n![[${all[index + 1] ?? 'clocks'}]]\n`,
    )
    const { main, report } = await built('![[b]]', { config, more: chain.join('') })
    expect(main(page)).toContain('This is d.')
    expect(main(page)).not.toContain('This is e.')
    expect(report).toContain('those that stand deeper than 3 are links')
  })

  test('in the midst of a line it is a link, and what is missing is told with what is near', async () => {
    const { main, report } = await built('See ![[clocks]] there.\n\n![[clock]]\n\n![[clocks#Logical clock]]', { config })
    expect(main(page)).toContain('See <a href="/2024/01/02/clocks/">Time &amp; Order</a> there.')
    expect(main(page)).not.toContain('block-shown')
    expect(report).toContain('only shown on a line of its own')
    expect(report).toContain('[[clocks]]')
    expect(report).toContain('#Logical clocks')
  })

  test('feeds have the text as a quotation, with whole addresses', async () => {
    const { file } = await built('![[clocks#Logical clocks]]', { config: `${config}\nurl: https://x.org` })
    expect(file('feed.xml')).toContain('https://x.org/2024/01/02/clocks/#vector-clocks')
    expect(file('feed.xml')).toMatch(/blockquote&gt;\s*&lt;p&gt;&lt;a href=|<blockquote>\s*<p><a href=/)
  })

  test('on the page of a whole course, and in its book, a link leads to a lecture, and another text is shown', async () => {
    const lecture = (number: number, body: string): string =>
      `-- posts/2024-03-0${number}-l.md --\n---\ntitle: L${number}\ncourse: x\nlecture: ${number}\n---\n${body}\n`
    const more = lecture(1, 'One.\n\n## Part\n\nOf it.') + lecture(2, '![[L1#Part]]\n\n![[clocks#^drift]]')
    const { main, file } = await built('A.', { config, more })
    expect(main('2024/03/02/l/index.html').match(/block-shown/g)).toHaveLength(2)
    const all = main('courses/x/all/index.html')
    expect(all.match(/Of it\./g)).toHaveLength(1)
    expect(all).toContain('<p><a href="#l1-part">L1 &gt; Part</a></p>')
    expect(all).toContain('id="l2-shown-2-fnref:far"')
    expect(file('courses/x/all/index.html')).toContain('Clocks drift')
  })
})
