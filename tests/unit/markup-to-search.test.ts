// What the search reads of a page.

import { expect, test } from 'vitest'
import { markupToSearch } from '../../src/site/markup-to-search.ts'

test('words of formulas and code stand without the spans that only set them', () => {
  const code = '<code><span class="hljs-built_in">print</span>(<span class="hljs-number">1</span>)</code>'
  expect(markupToSearch(`<p>See ${code}</p>`)).toBe('<p>See <code>print(1)</code></p>')
  const boxes = '<span class="katex-html" aria-hidden="true"><span class="mord l1">x</span></span>'
  expect(markupToSearch(`<span class="katex"><span class="katex-mathml"><math>x</math></span>${boxes}</span>`)).toBe('x')
})

test('a span with an id, a language or a word for Pagefind stays, with its own end', () => {
  const said = [
    '<span id="a"></span>',
    '<span class="b" lang="fr">mot</span>',
    '<span data-pagefind-ignore>no</span>',
    '<span title="1 > 0">t</span>',
  ]
  for (const span of said) expect(markupToSearch(`<span class="c"><span>${span}</span>s</span>`)).toBe(`${span}s`)
  expect(markupToSearch('<span id="a"><span>b</span><span lang="fr">c<span>d</span></span>e</span><span>f</span>')).toBe(
    '<span id="a">b<span lang="fr">cd</span>e</span>f',
  )
})

test('spans that are not closed, or closed twice, take nothing else with them', () => {
  expect(markupToSearch('<p><span id="a">b</p><p>c</p>')).toBe('<p><span id="a">b</p><p>c</p>')
  expect(markupToSearch('<p>a</span></p><span id="b">c</span></span>')).toBe('<p>a</p><span id="b">c</span>')
})

test('what the head loads and how it looks are nothing to search', () => {
  const head = '<html lang="fr"><head><title>T</title><style>.l0{top:0}</style><script type="application/ld+json">{"a":"</p>"}</script>'
  expect(markupToSearch(`${head}</head><p data-pagefind-body>x</p></html>`)).toBe(
    '<html lang="fr"><head><title>T</title></head><p data-pagefind-body>x</p></html>',
  )
})
