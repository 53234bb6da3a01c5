// Links by name: `[[Title]]`, `[[file|words]]`, `[[Title#Heading]]`.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const others = `-- posts/2024-01-02-clocks.md --
---
title: Time, Clocks & Order
aliases: [Lamport clocks, /old/address]
---
About time.

## Happened-Before: a definition {#hb}

## A *second* one

Text.
-- posts/course/2024-01-03-lecture-2.md --
---
title: What’s “new”?
---
Two.
-- posts/course/slides.pdf --
x
`
const straight = (text: string): string => text.replace(/’|&#39;/g, "'").replace(/[“”]|&quot;/g, '"')

const built = (body: string, config = '', more = '') =>
  site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n${others}${more}`)

describe.each(['', 'markdown: commonmark'])('links by name with %j', config => {
  test.each([
    ['[[Time, Clocks & Order]]', '<a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>'],
    ['[[time, clocks & order]]', '<a href="/2024/01/02/clocks/">time, clocks &amp; order</a>'],
    ['[[Lamport clocks]]', '<a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>'],
    ['[[clocks]]', '<a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>'],
    ['[[2024-01-02-clocks.md]]', '<a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>'],
    ['[[posts/2024-01-02-clocks]]', '<a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>'],
    ['[[/course/lecture-2|the second]]', '<a href="/2024/01/03/lecture-2/">the second</a>'],
    ['[[course/2024-01-03-lecture-2|the second]]', '<a href="/2024/01/03/lecture-2/">the second</a>'],
    ['[[What\'s "new"?]]', '<a href="/2024/01/03/lecture-2/">What’s “new”?</a>'],
    ['[[slides.pdf]]', '<a href="/course/slides.pdf">slides.pdf</a>'],
    ['[[clocks#Happened-Before: a definition|there]]', '<a href="/2024/01/02/clocks/#hb">there</a>'],
    ['[[clocks#a second one]]', '<a href="/2024/01/02/clocks/#a-second-one">Time, Clocks &amp; Order &gt; A second one</a>'],
  ])('%s', async (written, link) => {
    const { main, report } = await built(`See ${written} for it.`, config)
    expect(straight(main(page))).toContain(straight(link))
    expect(report).toBe('')
  })

  test('a heading of the same text is called by itself, on its page and among the lectures of a course', async () => {
    const lecture = '---\ncourse: x\nlecture: 1\n---\nAs [[#The end]] says.\n\n## The end\n\nIt is.'
    const { main, report } = await built(lecture, config)
    expect(main(page)).toContain('As <a href="#the-end">The end</a> says.')
    expect(main('courses/x/all/index.html')).toContain('<a href="#l1-the-end">The end</a>')
    expect(report).toBe('')
  })

  test('a link from lecture to lecture stays on the page of the whole course', async () => {
    const { main } = await built(
      '---\ncourse: x\nlecture: 1\n---\nSee [[b#One]].',
      config,
      '-- posts/2024-02-01-b.md --\n---\ncourse: x\nlecture: 2\n---\n## One\n\nText.\n',
    )
    expect(main('courses/x/all/index.html')).toContain('<a href="#l2-one">')
  })

  test('a heading that links is in the contents as its words, with the id that it has without', async () => {
    const { main } = await built('## On [[clocks|time]]\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.', config)
    expect(main(page)).toContain('<a href="#on-clockstime">On time</a>')
    expect(main(page)).toContain('id="on-clockstime">On <a href="/2024/01/02/clocks/">time</a>')
  })

  test('code, formulas, links and brackets behind a backslash are as they are written', async () => {
    const { main } = await built('`[[clocks]]` [a [[clocks]] b](https://example.org) $$[[clocks]]$$', config)
    expect(main(page)).not.toContain('/2024/01/02/clocks/">Time, Clocks &amp; Order</a>')
    expect((await built(String.raw`\[[clocks]]`, config)).main(page)).toContain('[[clocks]]')
  })

  test('of two links the one behind a backslash is none', async () => {
    const { main } = await built(String.raw`Write \[[Clocks]] or [\[clocks#A]] for [[clocks]].`, config)
    expect(main(page)).toContain('Write [[Clocks]] or [[clocks#A]] for <a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>.')
  })

  test('a name that nothing has stays as it is written; a near one is told', async () => {
    const { main, report } = await built('One.\n\nSee [[Clokcs]].', config)
    expect(main(page)).toContain('See [[Clokcs]].')
    expect(report).toContain('posts/2024-01-01-a.md:3:5: warning Nothing is called Clokcs')
    expect(report).toContain('did you mean [[clocks]]?')
  })

  test('what is near nothing is only a hint, and brackets without a word are none', async () => {
    const { main, report, diagnostics } = await built('An array [[1, 2]] and `x` [[-]] .', config)
    expect(main(page)).toContain('An array [[1, 2]] and <code>x</code> [[-]] .')
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['hint links/no-name'])
    expect(report).toContain('Nothing is called 1, 2')
  })

  test('a heading that is not there is told with a near one, and the link leads to the text', async () => {
    const { main, report } = await built('See [[clocks#A secnd one]].', config)
    expect(main(page)).toContain('<a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>')
    expect(report).toContain('1:5: warning There is no heading A secnd one in posts/2024-01-02-clocks.md')
    expect(report).toContain('did you mean #A second one?')
  })

  test('of two with one name the one beside the text is meant, and a hint says so', async () => {
    const more = '-- posts/course/2024-05-01-a.md --\n[[notes]]\n-- posts/course/notes.md --\nHere.\n-- posts/notes.md --\nThere.\n'
    const { main, diagnostics } = await built('[[notes]]', config, more)
    expect(main(page)).toContain('<a href="/notes/">')
    expect(main('2024/05/01/a/index.html')).toContain('<a href="/course/notes/">')
    expect(diagnostics.filter(({ code }) => code === 'links/double-name').map(({ severity }) => severity)).toEqual(['hint', 'hint'])
  })
})

test('in kramdown a line whose pipes all stand in links is no row of a table; others are', async () => {
  const { main } = await built('See [[clocks|time]] and\n[[clocks|order]].\n\n| [[clocks\\|time]] | b |\n|---|---|\n| 1 | 2 |\n')
  expect(main(page)).toContain('<p>See <a href="/2024/01/02/clocks/">time</a> and\n<a href="/2024/01/02/clocks/">order</a>.</p>')
  expect(main(page)).toContain('<a href="/2024/01/02/clocks/">time</a></t')
})

test('a site in its own layouts shows the brackets, as Jekyll does', async () => {
  const { file } = await site(
    '-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\n[[a]] and [[b|c]]\n',
  )
  expect(file('2024/01/01/a.html')).toContain('<table>')
})

test('a feed has such links in full', async () => {
  const { file } = await built('See [[clocks]].', 'url: https://example.org\nbaseurl: /notes')
  expect(file('feed.xml')).toContain('https://example.org/notes/2024/01/02/clocks/')
  expect(file(page)).toContain('href="/notes/2024/01/02/clocks/"')
})

test('in a row of kramdown a link keeps its words', async () => {
  const { main } = await built('| [[clocks|time]] | b |\n|---|---|\n| 1 | [[clocks\\|order]] |\n')
  expect(main(page)).toContain('<th><a href="/2024/01/02/clocks/">time</a></th>')
  expect(main(page)).toContain('<td><a href="/2024/01/02/clocks/">order</a></td>')
})

test.each(['', 'markdown: commonmark'])('pictures are shown where they are named, in the size behind them, with %j', async config => {
  const more = '-- posts/img/a plot.png --\nx\n-- posts/loss.svg --\nx\n'
  const { main, report } = await built('![[a plot.png|300]] ![[loss.svg|The loss|200x100]] ![[nothing.png]] ![[clocks]]', config, more)
  expect(main(page)).toMatch(/<img [^>]*src="\/img\/a%20plot.png" alt="a plot" width="300">/)
  expect(main(page)).toMatch(/<img [^>]*src="\/loss.svg" alt="The loss" width="200" height="100">/)
  expect(main(page)).toContain('![[nothing.png]] <a href="/2024/01/02/clocks/">Time, Clocks &amp; Order</a>')
  expect(report).toContain('warning Nothing is called nothing.png')
  expect(report).toContain('warning ![[clocks]] is a link here')
  expect(report).toContain('or write [[clocks]] for a link')
})

test('words in italics below a picture by its name are its caption', async () => {
  const { main } = await built('![[plot.svg|300]]\n*What it shows*', '', '-- posts/plot.svg --\nx\n')
  expect(main(page)).toMatch(/<p class="captioned"><img [^>]*>\n<em>What it shows<\/em><\/p>/)
})

test('a page of a PDF file, and names without accents', async () => {
  const more = '-- posts/2024-01-05-b.md --\n---\ntitle: Überblick\n---\nB.\n'
  const { main } = await built('[[slides.pdf#page=3|there]] and [[uberblick]].', '', more)
  expect(main(page)).toContain('<a href="/course/slides.pdf#page=3">there</a> and <a href="/2024/01/05/b/">Überblick</a>.')
})

test('a lecture goes by what it is about, first within its course', async () => {
  const lecture = (name: string, day: number, course: string) =>
    `-- posts/${name}/2024-02-0${day}-l${day}.md --\n---\ntitle: "${course}, Lecture ${day}: ${day === 1 ? 'Agreement' : 'Clocks'}"\n---\nOf [[Agreement]].\n`
  const { main, report } = await site(
    lecture('ds', 1, 'CS 244') + lecture('ds', 2, 'CS 244') + lecture('law', 1, 'LAW 10') + lecture('law', 2, 'LAW 10'),
  )
  expect(main('2024/02/02/l2/index.html')).toContain('Of <a href="/2024/02/01/l1/">Agreement</a>.')
  expect(report).not.toContain('links/no-name')
})

describe.each(['', 'markdown: commonmark'])('what comes from Obsidian with %j', config => {
  const named = '-- posts/2024-01-06-n.md --\nA law. ^law\n\n| a |\n|---|\n| b |\n\n^table\n\n- tight ^item\n- two\n\nOf the 5 ^th, x ^2\n'

  test('a paragraph, a table and a point of a list are linked by their names', async () => {
    const { main, report } = await built('[[n#^law|one]] [[n#^table]] [[n#^item|three]]', config, named)
    expect(main(page)).toContain(
      '<a href="/2024/01/06/n/#law">one</a> <a href="/2024/01/06/n/#table">n</a> <a href="/2024/01/06/n/#item">three</a>',
    )
    expect(main('2024/01/06/n/index.html')).toContain('<p id="law">A law.</p>')
    expect(main('2024/01/06/n/index.html')).toContain('<table id="table">')
    expect(main('2024/01/06/n/index.html')).toContain('<li id="item">tight</li>')
    expect(main('2024/01/06/n/index.html')).toContain('Of the 5 ^th, x ^2')
    expect(report).toBe('')
  })

  test('a name that no paragraph has is told, with the near one, and so is one that two have', async () => {
    const { report } = await built('A. ^one-law\n\nB. ^one-law\n\n[[#^one-lau]] [[n#^laws]]', config, named)
    expect(report).toContain('3:4: warning There are two things with the label #one-law')
    expect(report).toContain('There is no paragraph ^one-lau, so [[#^one-lau]] stands in the page')
    expect(report).toContain('did you mean #^one-law?')
    expect(report).toContain('did you mean #^law?')
  })

  test('words of a link have looks, and nothing is lost where no text has its name', async () => {
    const { main } = await built('[[clocks|*y*]] and [[clocks|a **b** `c`]], [[nowhere|*z*]]', config)
    expect(main(page)).toContain(
      '<a href="/2024/01/02/clocks/"><em>y</em></a> and <a href="/2024/01/02/clocks/">a <strong>b</strong> <code>c</code></a>, [[nowhere|<em>z</em>]]',
    )
  })

  test('a heading is linked by its words, with the stars of its emphasis or without', async () => {
    const { main, report } = await built('[[#On *time* & **order**]] and [[#On time & order|*x*]]\n\n## On *time* & **order**', config)
    expect(main(page).match(/<a href="#on-time--order">/g)).toHaveLength(2)
    expect(report).toBe('')
  })

  test('comments are in no page and no feed, and diagrams keep theirs', async () => {
    const { file, report } = await built(
      '```{note}\nC %%secret three%% D\n\n%%\nsecret four\n%%\n```\n\nA %%secret one%% B.\n\n%%\nsecret two\n\n- x\n%%\n\n[broken][nowhere] ![](/none.png)\n\n```mermaid\n%% kept\ngraph LR\n%% too\n```',
      `${config}\nurl: https://example.org`,
    )
    expect(file(page) + file('feed.xml')).not.toContain('secret')
    expect(file(page)).toContain('%% kept\ngraph LR\n%% too')
    // Lines are counted as in the file.
    expect(report).toContain('posts/2024-01-01-a.md:17:')
  })

  test('marked words are marked, and what compares is not', async () => {
    const { main } = await built('==so *it*== is: a == b and c == d, `==x==`, $a ==b== c$, ==[[clocks|time]]==', config)
    expect(main(page)).toContain('<mark>so <em>it</em></mark> is: a == b and c == d, <code>==x==</code>')
    expect(main(page)).toContain('<mark><a href="/2024/01/02/clocks/">time</a></mark>')
  })
})

test('a Jekyll site with layouts of its own shows the signs of Obsidian', async () => {
  const { file } = await site(
    '-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\nA %%b%% ==c== d ^name\n\n![[a]]\n',
  )
  expect(file('2024/01/01/a.html')).toContain('A %%b%% ==c== d ^name')
  expect(file('2024/01/01/a.html')).toContain('![[a]]')
})
