// Citations, and the lists of what is cited.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const bib = `@article{vaswani2017, author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki}, title = {Attention Is All You Need},
  journal = {NeurIPS}, volume = 30, pages = {5998--6008}, year = 2017, doi = {10.48550/arXiv.1706.03762}}
@book{knuth1984, author = {Donald E. Knuth}, title = {The {\\TeX}book}, publisher = {Addison-Wesley}, year = 1984}
@book{knuth1984b, author = {Knuth, Donald E.}, title = {Literate Programming}, publisher = {CSLI}, year = 1984}
`
const built = (body: string, { config = '', more = '' } = {}) =>
  site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n-- posts/refs.bib --\n${bib}\n${more}`)

describe.each(['', 'markdown: commonmark'])('citations with %j', config => {
  test('a citation says author and year, and leads to the work in the list at the end', async () => {
    const { file, report } = await built('It is so [@vaswani2017].', { config })
    expect(file(page)).toContain(
      'It is so <span class="citation" id="cite-1">(<a href="#ref-vaswani2017" role="doc-biblioref">Vaswani et al., 2017</a>)</span>.',
    )
    expect(file(page)).toContain('<section class="references" role="doc-bibliography">\n<h2>References</h2>')
    expect(file(page)).toContain(
      '<li id="ref-vaswani2017">Vaswani, A., Shazeer, N., &amp; Parmar, N. (2017). Attention Is All You Need. <i>NeurIPS</i> 30, 5998–6008. ' +
        '<a href="https://doi.org/10.48550/arXiv.1706.03762">doi.org/10.48550/arXiv.1706.03762</a> <a href="#cite-1" role="doc-backlink">↩</a></li>',
    )
    expect(report).toBe('')
  })

  test('several works, what stands in front of them, and places in them', async () => {
    const { main } = await built('So [see @vaswani2017, pp. 3–4;\n@knuth1984].', { config })
    expect(main(page)).toContain('(see <a href="#ref-vaswani2017" role="doc-biblioref">Vaswani et al., 2017</a>, pp. 3–4; <a')
  })

  test('an author is named in the sentence, or left out', async () => {
    const { main } = await built('As @vaswani2017 [p. 3] showed [-@vaswani2017].', { config })
    expect(main(page)).toContain(
      'As <span class="citation" id="cite-1"><a href="#ref-vaswani2017" role="doc-biblioref">Vaswani et al. (2017</a>, p. 3)</span>',
    )
    expect(main(page)).toContain('(<a href="#ref-vaswani2017" role="doc-biblioref">2017</a>)')
    expect((await built('As @vaswani2017 showed.', { config })).main(page)).toContain('>Vaswani et al. (2017)</a></span> showed')
    expect(main(page)).toContain('<a href="#cite-1" role="doc-backlink">↩</a> <a href="#cite-2" role="doc-backlink">↩<sup>2</sup></a>')
  })

  test('works of one year that would be called the same are told apart', async () => {
    const { main } = await built('[@knuth1984] and [@knuth1984b]', { config })
    expect(main(page)).toContain('>Knuth, 1984b</a>')
    expect(main(page)).toContain('>Knuth, 1984a</a>')
    expect(main(page)).toMatch(/Knuth, D\. E\. \(1984a\)\. <i>Literate.*\n.*Knuth, D\. E\. \(1984b\)\. <i>The TeXbook/)
  })

  test('a key that nothing has is told with a near one, and stays as it is written', async () => {
    const { main, report } = await built('One.\n\nIt is so [@vaswani2071].', { config })
    expect(main(page)).toContain('It is so [@vaswani2071].')
    expect(report).toContain('posts/2024-01-01-a.md:3:12: warning No bibliography has an entry vaswani2071')
    expect(report).toContain('did you mean @vaswani2017?')
  })

  test.each([
    ['[@knuth1984, pp. 33–35, 38 and *passim*]', '(Knuth, 1984b, pp. 33–35, 38 and passim)'],
    ['[*see* @knuth1984, `p. 3`]', '(see Knuth, 1984b, p. 3)'],
    ['[see @knuth1984,\n**and** @knuth1984b]', '(see Knuth, 1984b, and @knuth1984b)'],
    ['[@knuth1984, {pp. iv, vi–xi, (xv)–(xvii)} and more]', '(Knuth, 1984b, pp. iv, vi–xi, (xv)–(xvii) and more)'],
    ['[@knuth1984{ii, A, D–Z}, with more]', '(Knuth, 1984b, ii, A, D–Z, with more)'],
    ['[@knuth1984, @knuth1984b]', '(Knuth, 1984b; Knuth, 1984a)'],
    ['[see @knuth1984 -@knuth1984b]', '(see Knuth, 1984b; 1984a)'],
    ['[cf. @knuth1984: 12]', '(cf. Knuth, 1984b: 12)'],
    ['*[@knuth1984*]', '[Knuth (1984b)]'],
  ])('as Pandoc’s users write them: %s', async (written, said) => {
    const { main } = await built(`So ${written}.\n\nAnd [@knuth1984b].`, { config })
    const line = /<p>So ([\s\S]*?)\.<\/p>/.exec(main(page))?.[1] ?? ''
    expect(line.replace(/<[^>]*>/g, '').replaceAll('*', '')).toBe(said)
  })

  test('addresses of people, code, links and formulas are no citations', async () => {
    const { main, report } = await built('Write to ada@knuth1984.org, @ada, `@knuth1984`, [of @knuth1984](https://example.org).', {
      config,
    })
    expect(main(page)).not.toContain('class="citation"')
    expect(main(page)).toContain('@ada')
    expect(report).toBe('')
  })

  test('the list stands below a heading that ends the text, above its notes', async () => {
    const { main } = await built('So [@knuth1984].[^1]\n\n[^1]: A note.\n\n## What I read', { config })
    expect(main(page)).toMatch(
      /What I read<\/h2>[\s\S]*?<section class="references" role="doc-bibliography">\n<ul>[\s\S]*class="footnotes"/,
    )
    expect(main(page)).not.toContain('>References<')
  })

  test('Distill’s element is a citation', async () => {
    const { main } = await built('So it is<d-cite key="vaswani2017,knuth1984"></d-cite>, yes.', { config })
    expect(main(page)).toContain('So it is<span class="citation" id="cite-1">(<a href="#ref-vaswani2017" role="doc-biblioref">')
    expect(main(page)).not.toContain('d-cite')
  })
})

test('a text without a bibliography is read without citations', async () => {
  const { main, report } = await site('-- posts/2024-01-01-a.md --\nAs @knuth1984 and [@knuth1984] say.\n')
  expect(main(page)).toContain('As @knuth1984 and [@knuth1984] say.')
  expect(report).toContain('markdown/other-tool')
})

test('a bibliography serves the texts beside it and below it', async () => {
  const { file } = await site(
    `-- posts/2024-01-01-a.md --\n[@knuth1984]\n-- posts/course/2024-01-02-b.md --\n[@knuth1984]\n-- posts/course/refs.bib --\n${bib}`,
  )
  expect(file(page)).not.toContain('class="citation"')
  expect(file('2024/01/02/b/index.html')).toContain('class="citation"')
})

test('front matter names a bibliography, which wins over the others', async () => {
  const { file, report } = await site(
    `-- posts/2024-01-01-a.md --\n---\nbibliography: own.bib\n---\n[@knuth1984; @vaswani2017]\n-- posts/refs.bib --\n${bib}` +
      '-- _bibliography/own.bib --\n@book{knuth1984, title={Mine}, author={Me, Myself}, year=2000}\n',
  )
  expect(file(page)).toContain('>Me, 2000</a>')
  expect(file(page)).toContain('>Vaswani et al., 2017</a>')
  expect(report).toBe('')
})

test('a bibliography and a style that are not there are told', async () => {
  const { report } = await built('---\nbibliography: ref.bib\ncsl: apa\n---\n[@knuth1984]')
  expect(report).toContain('posts/2024-01-01-a.md:2:15: warning There is no bibliography ref.bib')
  expect(report).toContain('did you mean refs.bib?')
  expect(report).toContain('posts/2024-01-01-a.md:3:6: warning There is no style apa')
})

test('mistakes in a bibliography are told with their places, and cost only their entry', async () => {
  const { report, main } = await site(
    '-- posts/2024-01-01-a.md --\n[@good]\n-- posts/refs.bib --\n@article{bad, title = {never closed, year = 2000\n' +
      '@article{worse, title}\n@book{good, title = {Good} year = 2001, note = foo, author = {Ada}}\n@book{good, title = {Again}}\n@misc{, title = {x}}\n',
  )
  expect(main(page)).toContain('>Ada, 2001</a>')
  expect(report).toContain('posts/refs.bib:1:23: warning The bibliography cannot be read here: this brace is not closed')
  expect(report).toContain('posts/refs.bib:2:17: warning The bibliography cannot be read here: a field is expected here')
  expect(report).toContain('posts/refs.bib:3:28: warning There is no comma in front of the field year')
  expect(report).toContain('posts/refs.bib:3:48: warning Nothing defines the name foo')
  expect(report).toContain('posts/refs.bib:4:7: warning There are two entries with the key good')
  expect(report).toContain('posts/refs.bib:5:1: warning The bibliography cannot be read here: this misc has no key')
})

const numbers = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>N</title><id>n</id></info>
<citation collapse="citation-number"><sort><key variable="citation-number"/></sort><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/><text variable="locator" prefix=":"/></layout></citation>
<bibliography second-field-align="flush"><layout suffix="."><text variable="citation-number" prefix="[" suffix="]"/><names variable="author"><name and="text"/></names><text variable="title" prefix=", " font-variant="small-caps"/><date variable="issued" prefix=", "><date-part name="year"/></date></layout></bibliography></style>`

test('a style of CSL makes citations and the list', async () => {
  const { main, report } = await built('---\ncsl: numbers.csl\n---\nSo [@knuth1984; @vaswani2017, p. 3] and @vaswani2017.', {
    more: `-- posts/numbers.csl --\n${numbers}\n`,
  })
  expect(main(page)).toContain(
    '[<a href="#ref-knuth1984" role="doc-biblioref">1</a>, <a href="#ref-vaswani2017" role="doc-biblioref">2:3</a>]',
  )
  expect(main(page)).toMatch(
    /<li id="ref-knuth1984"><span class="reference-mark">\[1\]<\/span> Donald E\. Knuth, <span class="small-caps">The TeXbook<\/span>, 1984\./,
  )
  expect(main(page)).not.toContain('style=')
  expect(report).toBe('')
})

test('a file that is no style is told, and ours takes its place', async () => {
  const { main, report } = await built('---\ncsl: numbers.csl\n---\nSo [@knuth1984].', { more: '-- posts/numbers.csl --\n<html></html>\n' })
  expect(main(page)).toContain('>Knuth, 1984</a>')
  expect(report).toContain('posts/numbers.csl:1:1: warning The style cannot be read: it holds no <style> element')
})

test('lists and feeds say what is cited', async () => {
  const { file } = await built('So it is [@knuth1984].\n\nMore.', { config: 'url: https://example.org' })
  expect(file('index.html')).toContain('So it is (Knuth, 1984).')
  expect(file('index.html')).not.toContain('class="references"')
  expect(file('feed.xml')).toContain('https://example.org/2024/01/01/a/#ref-knuth1984')
})

const course = `-- _config.yml --
url: https://example.org
-- posts/2024-01-01-one.md --
---
title: Sets, Lecture 1
course: Sets
lecture: 1
---
[@vaswani2017]
-- posts/2024-01-02-two.md --
---
title: Sets, Lecture 2
course: Sets
lecture: 2
---
[@knuth1984] and [@vaswani2017]
-- posts/refs.bib --
${bib}`

test('a course on one page has one list, which leads back into each lecture', async () => {
  const { main } = await site(course)
  const all = main('courses/sets/all/index.html')
  expect(all.match(/class="references"/g)).toHaveLength(1)
  expect(all).toContain('<span class="citation" id="l1-cite-1">(<a href="#ref-vaswani2017" role="doc-biblioref">')
  expect(all).toContain('<a href="#l1-cite-1" role="doc-backlink">↩</a> <a href="#l2-cite-2" role="doc-backlink">↩<sup>2</sup></a></li>')
})

test('editions and pages are said as a reader knows them, in the language of the text', async () => {
  const bib = `@book{a, author = {Ada A.}, title = {One}, edition = 2, year = 2001}
@book{b, author = {Ben B.}, title = {Two}, edition = {Third}, year = 2001}
@book{c, author = {Cy C.}, title = {Three}, edition = {11th}, year = 2001}
@book{d, author = {Di D.}, title = {Four}, edition = {Revised}, year = 2001}
@incollection{e, author = {Ed E.}, title = {Part}, booktitle = {Whole}, edition = {1st ed.}, volume = 2, year = 2001}`
  const text = 'By [@a, pp. 3-5], [@b], [@c], [@d], [@e].'
  const { main } = await site(
    `-- posts/2024-01-01-a.md --\n${text}\n-- posts/2024-01-02-b.md --\n---\nlang: de\n---\n${text}\n-- posts/refs.bib --\n${bib}\n`,
  )
  const [english, german] = [main(page), main('2024/01/02/b/index.html')]
  for (const said of [
    '<i>One</i> (2nd ed.)',
    '<i>Two</i> (3rd ed.)',
    '<i>Three</i> (11th ed.)',
    '<i>Four</i> (Revised)',
    'Part. In <i>Whole</i> 2 (1st ed.)',
  ])
    expect(english).toContain(said)
  expect(english).toContain('pp. 3–5')
  expect(german).toContain('<i>One</i> (2. Aufl.)')
})

test('what refers and cites between two brackets does both', async () => {
  const { main, report } = await built('See [@thm-x; @knuth1984].\n\n::: theorem {#thm-x}\nx\n:::')
  expect(main(page).replace(/<[^>]*>/g, '')).toContain('See [Theorem\u00a01; Knuth (1984)].')
  expect(report).toBe('')
})

test('works that nothing cites stand in the list where the front matter names them, or all', async () => {
  const list = (main: string): string[] => [...main.matchAll(/<li id="ref-([^"]*)"/g)].map(([, name = '']) => name)
  const one = await built('---\nnocite: "@knuth1984, @{nobody}"\n---\nBy [@vaswani2017].')
  expect(list(one.main(page))).toEqual(['knuth1984', 'vaswani2017'])
  expect(one.report).toContain('nobody')
  const all = await built('---\nnocite: ["@*"]\n---\nNothing is cited.\n\n## To read')
  expect(list(all.main(page))).toEqual(['knuth1984b', 'knuth1984', 'vaswani2017'])
  expect(all.main(page)).toMatch(/<h2 id="to-read">[\s\S]*<section class="references"/)
  expect(all.report).toBe('')
})
