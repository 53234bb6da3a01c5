// The Content-Security-Policy of a page: what the page holds is allowed, and nothing else.

import { expect, test } from 'vitest'
import { makeSecurePage, type ScriptHashes } from '../../src/render/security-policy.ts'

const securePage = (text: string, scripts: ScriptHashes): string => makeSecurePage(scripts)(text)
const page = (head: string, body: string): string => `<html><head>${head}</head><body>${body}</body></html>`

function policy(text: string): Record<string, string> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? ''
  return Object.fromEntries(content.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]))
}

test('a text needs nothing from anywhere', () => {
  const secured = policy(securePage(page('', '<p>Words</p>'), new Map()))
  expect(secured).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'base-uri': "'none'" })
})

test('style attributes become classes, with the weight that they had', () => {
  const secured = securePage(
    page('', '<p style="color: red" class="a">x</p><b style="color: red">y</b><i style=\'font-family: "A"\'>z</i>'),
    new Map(),
  )
  expect(secured).toContain('<p class="a l0">x</p><b class="l0">y</b><i class="l1">z</i>')
  expect(secured).toContain('.l0:not(#l){color: red}')
  expect(secured).toContain('.l1:not(#l){font-family: "A"}')
  expect(policy(secured)['style-src']).toMatch(/^'self' 'sha256-/)
})

test('what only looks like a style attribute stays', () => {
  const code = '<pre>&lt;p style="x"&gt;</pre><p title=" style=1">x</p><script type="application/json">{"a":"<p style=\\"b\\">"}</script>'
  expect(securePage(page('', code), new Map())).toContain(code)
})

test('pictures and frames of the author’s may come from their hosts, and from no other', () => {
  const secured = policy(
    securePage(
      page('', '<img src="https://a.example/x.png" srcset="https://b.example/y.png 2x"><iframe src="//v.example/1"></iframe>'),
      new Map(),
    ),
  )
  expect(secured['img-src']).toBe("'self' data: https://a.example https://b.example")
  expect(secured['frame-src']).toBe("'self' https://v.example")
})

test.each([
  '<script>run()</script>',
  '<script src="https://x.example/a.js"></script>',
  '<a onclick="run()">x</a>',
  '<script type="text/javascript" src="/own.js"></script>',
])('a page whose author put a script into it leaves that script its freedom: %s', body => {
  expect(policy(securePage(page('', body), new Map()))).toEqual({ 'object-src': "'none'", 'base-uri': "'self'" })
})

test('the theme’s scripts carry their hashes, and data is no script', () => {
  const secured = securePage(
    page('<script src="/assets/site.js"></script>', '<script type="math/tex">x</script>'),
    new Map([['/assets/site.js', 'sha256-abc']]),
  )
  expect(secured).toContain('<script src="/assets/site.js" integrity="sha256-abc"></script>')
  expect(policy(secured)['script-src']).toMatch(/^'self' 'sha256-[^']+' 'sha256-abc'$/)
})

test('a page that has a policy keeps it, and what is no page gets none', () => {
  const own = page('<meta http-equiv="content-security-policy" content="x">', '')
  expect(securePage(own, new Map())).toBe(own)
  expect(securePage('<p style="a">bare</p>', new Map())).toBe('<p style="a">bare</p>')
})

test('pages that hold the same have the same policy, and each the hashes of its own data', () => {
  const secure = makeSecurePage(new Map())
  const withData = (data: string, host: string): string =>
    page(`<script type="application/ld+json">${data}</script>`, `<img src="https://${host}/x.png">`)
  const [first, second, third] = [withData('1', 'a.example'), withData('2', 'a.example'), withData('1', 'b.example')].map(text =>
    policy(secure(text)),
  )
  expect([first, second, third]).toEqual(
    [withData('1', 'a.example'), withData('2', 'a.example'), withData('1', 'b.example')].map(text => policy(securePage(text, new Map()))),
  )
  expect(second?.['script-src']).not.toBe(first?.['script-src'])
  expect(third?.['img-src']).toContain('b.example')
})

test.each([
  ['<embed src="/slides.pdf" type="application/pdf">', "'self'"],
  ['<object data="plot.svg"></object>', "'self'"],
  ['<embed src="https://a.example/x.pdf">', 'https://a.example'],
  ['<object data="x.pdf"></object><embed src="//b.example/y.pdf">', "'self' https://b.example"],
  ['<p>Words</p>', "'none'"],
])('a document that a page embeds is allowed, of the site itself or of its host: %s', (body, sources) => {
  expect(policy(securePage(page('', body), new Map()))['object-src']).toBe(sources)
})

test('markup is read as browsers read it', () => {
  const secured = securePage(
    page(
      '',
      '<!-- <img src="https://a.example/x.png" style="b"> --><p title="x"" style=color:red>y</p><img alt="a > b" src=https://c.example/z.png>',
    ),
    new Map(),
  )
  expect(secured).toContain('<p class="l0" title="x"">y</p>')
  expect(secured).toContain('<!-- <img src="https://a.example/x.png" style="b"> -->')
  expect(policy(secured)['img-src']).toBe("'self' data: https://c.example")
})

test('a tag keeps all that is no style', () => {
  const secured = securePage(page('', '<img\nclass=\'a "b\'\nstyle="width: 1em"\nalt=c />'), new Map())
  expect(secured).toContain('<img class="a &quot;b l0"\nalt=c />')
})

test('a handler is one, however its tag is written', () => {
  for (const body of ['<p\nONCLICK=run()>x</p>', '<a href=" JavaScript:run()">x</a>', '<svg onload="x">'])
    expect(policy(securePage(page('', body), new Map()))).toEqual({ 'object-src': "'none'", 'base-uri': "'self'" })
  expect(policy(securePage(page('', '<p title=" onclick=x">x</p>'), new Map()))['default-src']).toBe("'none'")
})
