// Distill's elements, where there is a bibliography: `<d-footnote>` is a note, `<d-cite>` a citation.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const alone = (body: string, config = '') => site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n${body}\n`)
const built = (body: string, config = '') => alone(`${body}\n-- posts/works.bib --\n@book{a2017, title = {A}, year = 2017}`, config)
const notes = (main: string) => /<div class="footnotes"[\s\S]*<\/div>/.exec(main)?.[0] ?? ''

describe.each(['', 'markdown: commonmark'])('notes in elements with %j', config => {
  test('the text of one stands at the end, and its mark where it was', async () => {
    const { main } = await built('So it is.<d-footnote>For *one* reason, $$a<b$$.</d-footnote> And more.', config)
    expect(main(page)).toMatch(/is\.<sup class="mark-1" id="fnref:note-1"><a href="#fn:note-1"[^>]*>1<\/a>.*<\/sup><\/span> And more\./)
    expect(notes(main(page))).toMatch(/<li id="fn:note-1">[\s\S]*For <em>one<\/em> reason, [\s\S]*class="katex[\s\S]*href="#fnref:note-1"/)
    expect(main(page)).not.toContain('d-footnote')
  })

  test('they are numbered with the other notes, as all come in the text', async () => {
    const { main } = await built('A<d-footnote>One.</d-footnote> b[^x] c<d-footnote>Three.</d-footnote> d[^x].\n\n[^x]: Two.', config)
    const marks = [...main(page).matchAll(/class="footnote" rel="footnote" role="doc-noteref">(\d)</g)].map(([, number]) => number)
    expect(marks).toEqual(['1', '2', '3', '2'])
    expect(notes(main(page))).toMatch(/One\.[\s\S]*Two\.[\s\S]*Three\./)
    expect(notes(main(page)).match(/<li /g)).toHaveLength(3)
  })

  test('one that is not closed ends with its paragraph, or stays as it is', async () => {
    const { main } = await built('So <d-footnote>it is.\n\nMore.', config)
    expect(main(page)).toContain(config === '' ? 'id="fn:note-1"' : '<d-footnote>it is.')
    expect(main(page)).toContain('<p>More.</p>')
  })

  test('a citation without a bibliography would show nothing, which is told', async () => {
    const { report } = await alone('One.\n\nSo it is<d-cite key="a2017"></d-cite>.', config)
    expect(report).toContain('posts/2024-01-01-a.md:3:9: warning A citation of Distill is not read here')
    expect(report).toContain('put the .bib file with the work beside the post')
  })

  test('a note without a bibliography stays what Jekyll makes of it, which is told', async () => {
    const { main, report } = await alone('So<d-footnote>for a reason</d-footnote> it is.', config)
    expect(main(page)).toContain('<p>So<d-footnote>for a reason</d-footnote> it is.</p>')
    expect(report).toContain('posts/2024-01-01-a.md:1:3: warning A note of Distill is not read here')
  })
})
