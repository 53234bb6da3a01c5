import { expect, test } from 'vitest'
import { makeMathRenderer } from '../../src/markdown/math/katex.ts'
import { titleWithCode, titleWithFormulas } from '../../src/markdown/math/title-html.ts'

async function shown(title: string): Promise<string> {
  const renderer = makeMathRenderer()
  await renderer.prepare([title])
  return titleWithFormulas(title, renderer, { '\\R': '\\mathbb{R}' }).replace(
    /<span class="katex">.*?<annotation[^>]*>(.*?)<\/annotation>.*/s,
    '[$1]',
  )
}

test('a title without formulas is escaped text', async () => {
  expect(await shown('Lists & <Trees>, $5 or $10')).toBe('Lists &amp; &lt;Trees&gt;, $5 or $10')
})

test('a formula in a title is set, with the macros of the site', async () => {
  expect(await shown('Maps & $f: \\R^n < 1$')).toBe('Maps &amp; [f: \\R^n &lt; 1]')
  expect(await shown('The $n$')).toBe('The [n]')
  expect(await shown('On $$a_1$$')).toBe('On [a_1]')
})

test('a formula in a title that cannot be set stands as it was written', async () => {
  expect(await shown('On $\\wrong_1$ & more')).toBe('On $\\wrong_1$ &amp; more')
})

test('what stands between backticks is code, and no formula', () => {
  expect(titleWithCode('On `git <x>` & `$n$`, not ` alone', part => part.replace('&', '&amp;'))).toBe(
    'On <code>git &lt;x&gt;</code> &amp; <code>$n$</code>, not ` alone',
  )
})
