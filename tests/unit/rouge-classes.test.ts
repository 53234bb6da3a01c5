import { beforeAll, describe, expect, test } from 'vitest'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { inRougeClasses } from '../../src/markdown/rouge-classes.ts'

const highlighter = makeHighlighter()
beforeAll(() => highlighter.prepare(['python', 'js', 'html', 'css', 'cpp', 'bash']))

const spans = (code: string, language: string): string[] =>
  [...inRougeClasses(highlighter.highlight(code, language) ?? '').matchAll(/<span class="([^"]*)">([^<]*)/g)].map(
    // Whether quotes are escaped is the highlighter's affair.
    ([, name, text = '']) => `${name} ${text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")}`,
  )

describe('highlighted code has the class names that themes of Jekyll know', () => {
  // What Rouge 4 says of the very same words; it marks names and punctuation besides, which highlight.js does not tell apart.
  test.each([
    [
      'python',
      'import os\ndef f(x=1.5): # note\n  return None',
      ['kn import', 'k def', 'nf f', 'mf 1.5', 'c1 # note', 'k return', 'kc None'],
    ],
    [
      'js',
      "const f = 0x1F // a\nnew Foo(/x/, null, 'q')",
      ['kd const', 'mh 0x1F', 'c1 // a', 'k new', 'nc Foo', 'sr /x/', 'kc null', "s1 'q'"],
    ],
    ['html', '<a href="x"><!-- c --></a>', ['nt a', 'na href', 's2 "x"', 'cm &lt;!-- c --&gt;', 'nt a']],
    ['css', '.a #b > p:hover { color: red }', ['nc .a', 'nf #b', 'nt p', 'nd :hover', 'nl color']],
    ['cpp', '/* c */ int main() { return 0; }', ['cm /* c */', 'kt int', 'nf main', 'k return', 'mi 0']],
    ['bash', 'echo "a $b"', ['nb echo', 's2 "a ', 'nv $b']],
  ])('%s', (language, code, wanted) => {
    expect(spans(code, language)).toEqual(wanted)
  })

  test('a span that Rouge has no name for leaves its words bare, and what stands in it keeps its own', () => {
    expect(inRougeClasses('<span class="hljs-params">(a, <span class="hljs-number">1</span>)</span>')).toBe(
      '(a, <span class="mi">1</span>)',
    )
  })

  test('elements that are not of the highlighter stay', () => {
    expect(inRougeClasses('<span class="line"><span class="hljs-keyword">if</span></span>')).toBe(
      '<span class="line"><span class="k">if</span></span>',
    )
  })

  test('no word is lost, whatever the nesting', () => {
    const code = ['const s = `a $', '{f(`b $', '{1 < 2}`)} &amp; "c"`\nclass A extends B { static #x = /[<>]/g }\n'].join('')
    const plain = (html: string): string => html.replace(/<[^>]*>/g, '')
    const coloured = highlighter.highlight(code, 'js') ?? ''
    expect(plain(inRougeClasses(coloured))).toBe(plain(coloured))
  })
})
