// What newcomers write first and get wrong, each told where it stands and with the way out.

import { describe, expect, test } from 'vitest'
import { tellNew } from '../../src/cli/tell-new.ts'
import { sourcePath } from '../../src/model.ts'
import { makeMoves } from '../../src/server/moves.ts'
import { load, site } from '../support/site.ts'
import { terminalIn } from '../support/terminal.ts'

const reportOf = async (body: string, config = ''): Promise<string> =>
  (await site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)).report

describe('markup of other tools', () => {
  test.each([
    ['!!! note "Mind"\n    y', '1:1: warning A callout of MkDocs', 'write > [!NOTE] Mind in its place'],
    ['=== "C++"\n\n    y', '1:1: warning A tab of MkDocs', 'write a heading'],
    ['.. note:: y', '1:1: warning A directive of reStructuredText', 'write it in Markdown'],
    ['As in [@knuth1984, p. 3].', '1:7: hint A citation of Pandoc', 'a link or a footnote'],
    ['By \\cref{thm:x}.', '1:4: warning A reference of LaTeX', 'write @thm-x, and {#thm-x} by what is meant'],
    ['By \\Cref{a,b}.', '1:4: warning A reference of LaTeX', 'write it as a link to a heading'],
    ['By \\citep[p.~3]{knuth}.', '1:4: warning A citation of LaTeX', 'write [@knuth, p. 3], with a .bib file'],
    ['By \\citet{knuth}.', '1:4: warning A citation of LaTeX', 'write @knuth, with a .bib file'],
    ['See {cite:p}`a,b`.', '1:5: hint The role {cite:p} of MyST', 'write [@a; @b], with a .bib file'],
    ['\\begin{theorem}[Cap]\nx\n\\end{theorem}', '1:1: warning A theorem of LaTeX', 'write a line ::: theorem Cap in its place'],
    ['A \\textbf{word}.', '1:3: hint A command of LaTeX', 'write it in Markdown'],
    ['{{< youtube abc >}}', '1:1: warning A shortcode of Hugo', 'write what it made'],
    ['See {term}`there`.', '1:5: hint The role {term} of MyST', 'write it as a link'],
    ['See {ref}`there`.', '1:11: warning Nothing has the label there', 'give it to what is meant: {#there}'],
    ['Said so.^[And why.]', '1:9: warning An inline note of Pandoc', 'write [^name] in its place'],
    ['Said so.[^nowhere]', '1:9: warning There is no footnote nowhere', 'that begins with [^nowhere]:'],
    ['So.[^notte]\n\nIt is.[^note]\n\n[^note]: Yes.', '1:4: warning There is no footnote notte', 'did you mean [^note]?'],
    ['The class [^aeiou] of letters.', '1:11: hint There is no footnote aeiou', 'that begins with'],
    [':::sidebar\nx\n:::', '1:1: warning There is no block sidebar', 'write one of note'],
  ])('%j is told', async (body, told, mend) => {
    for (const config of ['', 'markdown: commonmark']) {
      const report = await reportOf(body, config)
      expect(report).toContain(`posts/2024-01-01-a.md:${told}`)
      expect(report).toContain(mend)
    }
  })

  test('of lines with | kramdown makes a table, which is told where it cuts a formula in two', async () => {
    const body = 'It is $$ |e^{-x}|^2 = 1 $$, so.\n\n| $$a$$ | costs $$ |\n|---|---|\n| $|b|$ | $$c$$ |'
    const report = await reportOf(body)
    expect(report).toContain('posts/2024-01-01-a.md:1:7: warning kramdown, as Jekyll reads it, makes a table of lines with |')
    expect(report).toContain('write \\vert, \\Vert or \\mid for | and \\| in the formula')
    expect(await reportOf('It is $$ |e^{-x}|^2 = 1 $$, so.', 'markdown: commonmark')).toBe('')
    expect(await reportOf('| $$a$$ |\n|---|\n| $|b|$ |')).toBe('')
  })

  test('each of several on a line is told once, at its place', async () => {
    const report = await reportOf('By \\cref{a}, \\cref{b} and \\cref{a}.')
    expect([...report.matchAll(/:1:(\d+): warning A reference/g)].map(([, column]) => column)).toEqual(['4', '14'])
  })

  test.each([
    '`> [!NOTE]` and `[^x]`',
    '```text\n::: warning\n[@knuth]\n```',
    'Write to [ada](mailto:ada@example.org) or [me@example.org].',
    'A note.[^1]\n\n[^1]: Here.',
    '$\\begin{cases} x \\\\ y \\end{cases}$',
    'Time 12:::30 and a[i]!!! note',
    'A heading\n===\n\nAnd so on ... and on.',
    '```{python}\n1 + 1\n```',
    'Set \\{a, b\\} and C:\\emphasis.',
  ])('%j is none', async body => {
    expect(await reportOf(body)).not.toMatch(/other-tool|no-note/)
  })

  test('a fence with more than one word is no box of code in kramdown, and that is said', async () => {
    const fence = '```python title="x" {2}\na\n\nb\n```\n\nafter'
    expect(await reportOf(fence)).toContain(
      'posts/2024-01-01-a.md:1:4: warning kramdown, as Jekyll reads it, takes one word behind the fence',
    )
    expect(await reportOf(fence, 'markdown: commonmark')).toBe('')
  })

  test('a reference to an equation that is not there is told', async () => {
    expect(await reportOf('$x \\label{a}$ and \\eqref{b}.')).toContain('1:25: warning No equation has the label b')
    expect(await reportOf('$$x \\label{a}$$\n\nSee \\eqref{a}.')).toBe('')
  })

  test.each(['![](talk.mp4)', '![Talk](https://www.youtube.com/watch?v=1)', '![](https://example.org/a.webm)'])(
    '%s is no image',
    async body => {
      expect(await reportOf(body)).toContain('is shown as an image, and is none')
    },
  )
})

describe('the configuration', () => {
  test.each([
    ['example.org', 'href="https://example.org/2024/01/01/a/"', 'has no scheme; https://example.org is taken'],
    ['//example.org/', 'href="https://example.org/2024/01/01/a/"', 'has no scheme'],
    ['my site', 'value="/2024/01/01/a/"', 'is no address of a website; none is taken'],
    ['https://example.org/notes', 'href="https://example.org/notes/2024/01/01/a/"', 'The url holds the folder /notes'],
  ])('url: %s', async (url, address, message) => {
    const { report, file } = await site(`-- _config.yml --\nurl: "${url}"\n-- posts/2024-01-01-a.md --\nText.\n`)
    expect(report).toContain(message)
    expect(file('2024/01/01/a/index.html')).toContain(address)
  })

  test.each(['https://example.org', 'http://localhost:4000', 'https://例え.jp'])('url: %s is right', async url => {
    expect(await reportOf('Text.', `url: ${url}`)).toBe('')
  })

  test('keys that other themes have are told where they belong', async () => {
    const report = await reportOf('Text.', 'accent: red\nprimary_color: red\ncustom_css: a.css')
    expect(report).toContain('1:1: hint Nothing reads the key accent')
    expect(report).toContain('2:1: hint Nothing reads the key primary_color')
    expect(report).toContain('3:1: hint Nothing reads the key custom_css')
    expect(report).toContain('templates/assets/custom.css')
  })
})

describe('YAML', () => {
  test.each([
    ['tags: [a, b\ndate: 2024-01-01', '2:7', 'this bracket is opened'],
    ['x: {a: 1\ntitle: y', '2:4', 'this bracket is opened'],
    ['tags: [a, "]"\nb: 1', '2:7', 'this bracket is opened'],
    ['list: [a,\n  b\nother: 1', '2:7', 'this bracket is opened'],
    ['title: "C++\ntags: a', '2:8', 'this quote is opened'],
    ["title: 'it\ntags: a", '2:8', 'this quote is opened'],
  ])('%j is blamed where it begins', async (yaml, place, message) => {
    expect(await reportOf(`---\n${yaml}\n---\nText.`)).toMatch(new RegExp(`a\\.md:${place}: error The YAML cannot be read: ${message}`))
  })
})

test('a missing include is to be put where includes are, and is no reason for raw', async () => {
  const report = await reportOf('{% include figure.html %}')
  expect(report).toContain('put the file at _includes/figure.html')
  expect(report).not.toContain('{% raw %}')
})

test('a file name in words keeps the capitals that its author wrote', async () => {
  const titleOf = async (name: string): Promise<string | undefined> =>
    (await site(`-- posts/2024-01-01-${name}.md --\nText.\n`)).loaded.site.posts[0]?.title
  expect(await titleOf('my-Lecture_one')).toBe('My Lecture One')
  expect(await titleOf('RNNs-and-LSTMs')).toBe('RNNs And LSTMs')
})

describe('a page that got another address while somebody looks at it', () => {
  const entries = (path: string, text: string) => load(`-- posts/${path} --\n${text}\n`).loaded.entries

  test('is followed where its file is renamed, in one step or in two', () => {
    const [before, after] = [entries('2024-01-01-a.md', 'Text.'), entries('2024-01-01-b.md', 'Text.')]
    expect(makeMoves()(before, after)).toEqual([{ from: '/2024/01/01/a/', to: '/2024/01/01/b/' }])
    const moves = makeMoves()
    expect(moves(before, [])).toEqual([])
    expect(moves([], after)).toEqual([{ from: '/2024/01/01/a/', to: '/2024/01/01/b/' }])
  })

  test('is followed where a key changes it', () => {
    const moves = makeMoves()(entries('2024-01-01-a.md', 'Text.'), entries('2024-01-01-a.md', '---\nslug: c\n---\nText.'))
    expect(moves).toEqual([{ from: '/2024/01/01/a/', to: '/2024/01/01/c/' }])
  })

  test('is left alone where another text takes its place', () => {
    expect(makeMoves()(entries('2024-01-01-a.md', 'Text.'), entries('2024-01-01-b.md', 'Other.'))).toEqual([])
  })
})

test.each([
  ['an include', '{% include box.html %}\n\n![x](/nope.png)', 6],
  ['a loop', '{% for i in (1..5) %}\n* {{ i }}\n{% endfor %}\n\n![x](/nope.png)', 8],
  ['a file beside the post', '{% include_relative part.txt %}\n\n![x](/nope.png)', 6],
  ['a comment', '{% comment %}\n\n\n{% endcomment %}\n![x](/nope.png)', 8],
  ['an include within a paragraph', '![x](/nope.png) {% include box.html %}', 4],
  ['a formula of two lines and an include', '{% include box.html %}\n\n$$\na\n$$\n\n![x](/nope.png)', 10],
])('stumbles: a picture that is missing is told at its own line after %s', async (_, body, line) => {
  const { report } = await site(`
-- _includes/box.html --
<p>1</p>
<p>2</p>
<p>3</p>
-- _posts/part.txt --
one

two
-- _posts/2024-01-05-a.md --
---
title: A post
---
${body}
`)
  expect(report).toContain(`_posts/2024-01-05-a.md:${line}:`)
  expect(report.match(/The image/g)).toHaveLength(1)
})

test.each([
  ['the writer of a post', 'author: kim', ['Kim Lee']],
  ['several of them', 'authors: [kim, Ann Doe]', ['Kim Lee', 'Ann Doe']],
  ['the writer of the site', 'tags: [a]', ['Lee Roe']],
  ['one who is not among them', 'author: constructor', ['constructor']],
  ['one without another name', 'author: zoe', ['zoe']],
])('stumbles: %s is looked up in _data/authors.yml', async (_, frontMatter, names) => {
  const { file } = await site(`
-- _config.yml --
author: lee
-- _data/authors.yml --
kim: {name: Kim Lee, email: kim@example.org}
lee: {name: Lee Roe, url: "https://lee.example.org"}
zoe: {email: zoe@example.org}
-- _posts/2024-01-05-a.md --
---
title: A
${frontMatter}
---
x
`)
  const [, entry = ''] = file('feed.xml').split('<entry>')
  expect([...entry.matchAll(/<author>\s*<name>(.*?)<\/name>/g)].map(([, name]) => name)).toEqual(names)
  const page = file('2024/01/05/a.html')
  for (const name of names) expect(page).toContain(name)
})

test('a site whose only posts are drafts says so, and one that has another does not', async () => {
  const draft = '-- posts/_drafts/a.md --\nText.\n'
  expect((await site(draft)).report).toContain('warning Nothing is published: the only post is a draft [post/only-drafts]')
  expect((await site(`${draft}-- posts/_drafts/b.md --\nText.\n`)).report).toContain('all 2 posts are drafts')
  expect((await site(`${draft}-- posts/2024-01-01-b.md --\nText.\n`)).report).not.toContain('draft')
  expect((await site(`-- _config.yml --\nshow_drafts: true\n${draft}`)).report).not.toContain('draft')
})

test('a template that fails on many pages is told once, with a count', async () => {
  const posts = [1, 2, 3].map(day => `-- posts/2024-01-0${day}-a.md --\nText.\n`).join('')
  const { report } = await site(`-- templates/post.eta --\n<%= it.page.nothing.more %>\n${posts}`)
  expect(report.match(/template\/error/g)).toHaveLength(1)
  expect(report).toMatch(/The template fails on \S+: .*; and on 2 other pages \[/)
})

test('a preview prints what is new: not what a line above has moved, and an error again when it is back', () => {
  const said: string[] = []
  const tell = tellNew(
    {},
    terminalIn('.', text => said.push(text)),
  )
  const at = (line: number, severity: 'error' | 'warning' = 'warning') =>
    ({
      code: 'a/b',
      severity,
      message: severity,
      file: sourcePath('posts/a.md'),
      position: { line, column: 1, length: 1, lineText: '' },
    }) as const
  tell([at(1)], true)
  tell([at(2)], true)
  tell([], true)
  tell([at(2), at(3, 'error')], true)
  tell([at(2), at(4, 'error')], true)
  tell([at(2)], true)
  tell([at(2), at(3, 'error')], true)
  const error = 'posts/a.md:3:1: error error [a/b]'
  expect(said).toEqual(['posts/a.md:1:1: warning warning [a/b]', error, 'All is well again', error])
  // A text that nobody has looked at since may still be wrong.
  tell([at(2)], false)
  tell([at(2), at(3, 'error')], true)
  expect(said).toHaveLength(4)
})
