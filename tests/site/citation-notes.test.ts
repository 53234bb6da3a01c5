// Citations in a CSL style of notes: what is cited is said in footnotes, as the humanities have it.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const bib = `@book{knuth1984, author = {Donald E. Knuth}, title = {The TeXbook}, publisher = {Addison-Wesley}, year = 1984}
@book{arendt1958, author = {Arendt, Hannah}, title = {The Human Condition}, publisher = {Chicago}, year = 1958}
`
// In full the first time, then in short, and in one word right behind.
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>N</title><id>n</id></info>
<macro name="place"><text variable="locator" prefix=", "/></macro>
<citation><layout suffix="." delimiter="; "><choose>
<if position="ibid-with-locator ibid"><text term="ibid" text-case="capitalize-first"/><text macro="place"/></if>
<else-if position="subsequent"><names variable="author"><name form="short"/></names><text macro="place"/></else-if>
<else><names variable="author" suffix=", "><name/></names><text variable="title" font-style="italic"/><date variable="issued" prefix=" (" suffix=")"><date-part name="year"/></date><text macro="place"/></else>
</choose></layout></citation>
<bibliography><layout suffix="."><names variable="author"><name/></names><text variable="title" prefix=", "/></layout></bibliography></style>`

const notesIn = (page: string): string[] =>
  [...page.matchAll(/<li id="(?:l\d-)?fn:[^"]*">([\s\S]*?)<\/li>/g)].map(([, note = '']) => plain(note).replace(/ (?:↩|&#8617;)/, ''))
const plain = (page: string): string =>
  page
    .replace(/<button[\s\S]*?<\/button>|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const textIn = (page: string): string => plain(page.slice(page.indexOf('e-content">') + 11, page.indexOf('<div class="footnotes"')))

describe.each(['', 'markdown: commonmark'])('notes with %j', markdown => {
  const build = (body: string, more = '') =>
    site(
      `-- _config.yml --\ncsl: notes.csl\nurl: https://n.example\n${markdown}\n-- posts/2024-01-01-a.md --\n${body}\n${more}-- posts/refs.bib --\n${bib}-- notes.csl --\n${style}\n`,
    )
  const page = '2024/01/01/a/index.html'

  test('a citation is a note, whose mark follows the punctuation, in full the first time and in short afterwards', async () => {
    const { main, report } = await build(
      'It is so [@knuth1984, p. 3]. And “so [see @arendt1958]”, then [@knuth1984]; at last [@knuth1984, p. 9].',
    )
    expect(textIn(main(page))).toBe('It is so.1 And “so2”, then;3 at last.4')
    expect(notesIn(main(page))).toEqual([
      'Donald E. Knuth, The TeXbook (1984), 3.',
      'See Hannah Arendt, The Human Condition (1958).',
      'Knuth.',
      'Ibid., 9.',
    ])
    expect(report).toBe('')
  })

  test('notes of the author and those of citations are numbered by their order, and in a note a citation stays in its sentence', async () => {
    const { main } = await build('One [@arendt1958]. Two.[^a] Three [@knuth1984, p. 2].\n\n[^a]: As [@knuth1984, p. 1] says.\n')
    expect(textIn(main(page))).toBe('One.1 Two.2 Three.3')
    expect(notesIn(main(page))).toEqual([
      'Hannah Arendt, The Human Condition (1958).',
      'As Donald E. Knuth, The TeXbook (1984), 1 says.',
      'Ibid., 2.',
    ])
  })

  test('a work of which the style has nothing to say is told by its title', async () => {
    const { main } = await build(
      'One [@nobody]. Two [@arendt1958]. Three [@nobody].',
      '-- posts/more.bib --\n@book{nobody, title={Beowulf}, year=1000}\n',
    )
    expect(notesIn(main(page)).at(-1)).toBe('Beowulf.')
    expect(main(page)).not.toContain('STYLE ERROR')
  })

  test('works that nothing cites are in the list, and in no note', async () => {
    const one = await build('---\nnocite: "@arendt1958"\n---\nIt is so [@knuth1984, 3].')
    expect(notesIn(one.main(page))).toEqual(['Donald E. Knuth, The TeXbook (1984), 3.'])
    expect(one.main(page).match(/<li id="ref-[a-z0-9]*/g)).toEqual(['<li id="ref-knuth1984', '<li id="ref-arendt1958'])
    const none = await build('---\nnocite: "@*"\n---\nNothing.')
    expect(none.main(page).match(/<li id="ref-/g)).toHaveLength(2)
    expect(none.main(page)).not.toContain('footnotes')
  })

  test('what follows a place goes on as it is written, and a work without its author is a note', async () => {
    const { main } = await build('It is so [@knuth1984, pp. 33-35 and passim], in -@arendt1958 [7].')
    expect(notesIn(main(page))).toEqual(['Donald E. Knuth, The TeXbook (1984), 33–35 and passim.', 'The Human Condition (1958), 7.'])
  })

  test('an author whom the sentence names stands in the sentence, and not in the note', async () => {
    const { main } = await build('As @knuth1984 [p. 97] says.')
    expect(textIn(main(page))).toBe('As Donald E. Knuth1 says.')
    expect(notesIn(main(page))).toEqual(['The TeXbook (1984), 97.'])
  })

  test('the list at the end leads back to the notes, and each note to its mark', async () => {
    const { main } = await build('So [@knuth1984].')
    expect(main(page)).toContain('<sup class="mark-1" id="fnref:cited-1"><a href="#fn:cited-1" class="footnote"')
    expect(main(page)).toContain('<span class="citation" id="cite-1">Donald E. Knuth')
    expect(main(page)).toContain('<a href="#fnref:cited-1" class="reversefootnote" role="doc-backlink">↩</a>')
    expect(main(page)).toMatch(/<li id="ref-knuth1984">Donald E\. Knuth, The TeXbook\. <a href="#cite-1" role="doc-backlink">↩<\/a><\/li>/)
  })

  test('what nobody knows is told and stays, and lists, contents and descriptions hold no notes', async () => {
    const { main, file, report } = await build(
      'Words [@knuth1984] and [@nobody].\n\n## A heading [@arendt1958]\n\n## Another\n\n## A third\n',
    )
    expect(textIn(main(page))).toContain('Words1 and [@nobody].')
    expect(report).toContain('No bibliography has an entry nobody')
    expect(main(page)).toMatch(/<a href="#a-heading[^"]*">A heading ?<\/a>/)
    expect(file(page)).toContain('<meta name="description" content="Words and [@nobody].">')
    expect(file('index.html')).not.toContain('fnref')
  })

  test('through a course on one page the notes go on, and what an earlier lecture has said in full is said in short', async () => {
    const { file } = await build(
      '---\ntitle: CS 330, Lecture 1\n---\nSo [@knuth1984]. More.[^1]\n\n[^1]: A note.\n',
      '-- posts/2024-01-02-b.md --\n---\ntitle: CS 330, Lecture 2\n---\nAgain [@arendt1958] and [@knuth1984].\n',
    )
    const whole = file('courses/cs330/all/index.html')
    expect(notesIn(whole)).toEqual([
      'Donald E. Knuth, The TeXbook (1984).',
      'A note.',
      'Hannah Arendt, The Human Condition (1958).',
      'Knuth.',
    ])
    expect(whole).toContain('<ol start="3">')
    expect(whole).toMatch(/id="l2-fnref:cited-2"><a href="#l2-fn:cited-2"[^>]*>4</)
    expect(notesIn(file('2024/01/02/b/index.html')).at(-1)).toBe('Donald E. Knuth, The TeXbook (1984).')
  })
})
