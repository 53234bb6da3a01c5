// MathML that is XML already goes into a book as it stands; any other is read as browsers read it.

import { describe, expect, test } from 'vitest'
import { setAsidePlainMath } from '../../src/book/plain-mathml.ts'
import { toXhtml } from '../../src/book/xhtml.ts'

const math = (inside: string, attributes = '') => `<math xmlns="http://www.w3.org/1998/Math/MathML"${attributes}>${inside}</math>`
const written = (html: string) => toXhtml(html, 'l1', () => undefined).text

describe('plain MathML', () => {
  test.each([
    math(
      '<semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow><annotation encoding="application/x-tex">a&lt;b</annotation></semantics>',
    ),
    math('<mspace width="1em"/><mtext>don&#x27;t\u00a0</mtext>', ' display="block"'),
  ])('%s stays', html => {
    expect(setAsidePlainMath(html).text).not.toContain('<math')
    expect(written(`<p>So ${html}.</p>`)).toBe(`<p>So ${html}.</p>`)
  })

  test.each([
    ['an element that is not closed', math('<mrow><mi>a</mi>'), '<mrow><mi>a</mi></mrow></math>'],
    ['elements that cross', math('<mrow><mi>a</mrow></mi>'), '<mrow><mi>a</mi></mrow>'],
    ['a handler', math('<mi onclick="alert(1)">a</mi>'), '<mi>a</mi>'],
    ['a way into a script', math('<mi href="javascript:alert(1)">a</mi>'), '<mi>a</mi>'],
    ['an entity that XML does not know', math('<mi>&alpha;</mi>'), '<mi>α</mi>'],
    ['a sign that XML cannot hold', math('<mi>a\u0001</mi>'), '<mi>a</mi>'],
    ['a script in it', math('<mtext><script>alert(1)</script>a</mtext>'), '<mtext>a</mtext>'],
    ['an attribute without quotes', math('<mi mathvariant=normal>a</mi>'), '<mi mathvariant="normal">a</mi>'],
  ])('%s is read', (_what, html, inside) => {
    expect(setAsidePlainMath(html).text).toContain('<math')
    expect(written(html)).toContain(inside)
  })

  test('a text that holds the signs by itself is read as a whole', () => {
    expect(written(`\u{f1e70}0\u{f1e71} ${math('<mi>a</mi>')}`)).toBe(`\u{f1e70}0\u{f1e71} ${math('<mi>a</mi>')}`)
  })
})
