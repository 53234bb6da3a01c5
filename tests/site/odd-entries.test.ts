// Entries of bibliographies as programs export them and authors leave them: what the list of references says.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = '2024/01/01/a/index.html'
const procs = '@proceedings{Procs, title={Proc. 2020}, booktitle={Not this}, subtitle={Nor this}, year=2020, publisher={P}}\n'
const common = '@xdata{one, booktitle={Common}, year=2018}\n@xdata{two, publisher={Q}, crossref={procs}}\n'

describe('an entry', () => {
  test.each([
    [
      'with the number of its article for pages',
      '@article{x, author={A, B}, title={T}, journal={J}, year=2019, eid={e123}}',
      '<i>J</i>, e123.',
    ],
    ['as ACM has it', '@article{x, author={A, B}, title={T}, journal={J}, volume=2, year=2019, articleno=12}', '<i>J</i> 2, 12.'],
    ['of a report', '@techreport{x, author={A, B}, title={T}, institution={I}, number={TR-1}, year=2019}', '<i>T</i>. TR-1. I.'],
    ['of a patent', '@patent{x, author={A, B}, title={T}, number={US 123}, year=1990}', '<i>T</i>. US 123.'],
    ['of a program', '@software{x, author={A, B}, title={T}, version={1.2}, year=2021}', '<i>T</i> (v1.2).'],
    ['without anything', '@article{x,}', '<i>x</i> (n.d.).'],
    [
      'of a crossref in other letters',
      `${procs}@inproceedings{x, author={A, B}, title={T}, crossref={PROCS}}`,
      'T. In <i>Proc. 2020</i>. P.',
    ],
    [
      'with several xdata',
      `${common}@inproceedings{x, author={A, B}, title={T}, xdata={one, two}}`,
      'A, B. (2018). T. In <i>Common</i>. Q.',
    ],
    ['with a circle of them', '@book{x, author={A, B}, title={T}, year=2000, crossref={y}}\n@book{y, crossref={x}}', '(2000)'],
    [
      'as Google Scholar has a preprint',
      '@article{x, author={A, B}, title={T}, journal={arXiv preprint arXiv:1706.03762}, year=2017}',
      'href="https://arxiv.org/abs/1706.03762"',
    ],
    [
      'with a number of arXiv alone',
      '@misc{x, author={A, B}, title={T}, eprint={math/0211159}, year=2002}',
      'href="https://arxiv.org/abs/math/0211159"',
    ],
    [
      'of JSTOR',
      '@misc{x, author={A, B}, title={T}, eprint={123}, eprinttype={jstor}, year=1990}',
      'href="https://www.jstor.org/stable/123"',
    ],
    ['with signs in its address', '@misc{x, author={A, B}, title={T}, doi={10.1/a<b>}, year=1990}', 'href="https://doi.org/10.1/a%3Cb%3E"'],
    [
      'of authors whose family comes first',
      '@book{x, author={山田, 太郎 and 李, 明}, title={本}, year=2011}',
      '山田太郎, &amp; 李明 (2011).',
    ],
  ])('%s', async (_what, bibliography, words) => {
    const { main } = await site(`-- posts/2024-01-01-a.md --\nSee [@x].\n-- posts/refs.bib --\n${bibliography}\n`)
    expect(main(page)).toContain(words)
    expect(main(page)).not.toContain('Nor this')
  })
})
