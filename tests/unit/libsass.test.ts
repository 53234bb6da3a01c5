// CSS as libsass writes it. What is expected here is what libsass 3.6.5 made of the same sheets.

import { expect, test } from 'vitest'
import { readSassOptions } from '../../src/config/sass.ts'
import { compileSass } from '../../src/jekyll/sass.ts'
import type { Data } from '../../src/model.ts'
import { sourcePath } from '../../src/model.ts'

interface Asked {
  readonly path?: string
  readonly partials?: Readonly<Record<string, string>>
  readonly sass?: Data
}

async function compile(text: string, { path = 'css/main.scss', partials = {}, sass = {} }: Asked = {}): Promise<string> {
  const { value, diagnostics } = await compileSass({
    path: sourcePath(path),
    text,
    line: 1,
    partials: new Map(Object.entries(partials)),
    options: readSassOptions(sass),
  })
  expect(diagnostics).toEqual([])
  return value.trimEnd()
}

/** What becomes of one declaration of a rule. */
async function declared(declaration: string): Promise<string> {
  const css = await compile(`$n: 10px; $c: #FFFFFF; $s: 'one'; $icon: "\\f101"; $third: calc(100%/3);\n.a { ${declaration}; }`)
  return css.replace(/^@charset "UTF-8";\n/, '').replace(/^\.a \{\n {2}([\s\S]*);\n\}$/, '$1')
}

test.each([
  "font-family: 'Noto Sans', serif",
  'font: italic bold .80em/1.20 Arial, "x"',
  'width: 1.50em',
  'margin: -.5em +.5em 0.0 100.0%',
  'width: 1E3px',
  'transition: opacity .30s ease,transform .3s',
  "content: '\\f101'",
  'content: "\\201C"',
  "content: '\\''",
  'color: #FFF',
  'color: #12345678',
  'color: RED',
  'grid-area: 1 / 2 / 3 / 4',
  "grid-template-areas: 'a b' 'c d'",
  'color: #f00 !important',
  "--own: 'a'  .50em",
  "filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#80000000', endColorstr='#80000000')",
  "zoom: expression(this.x = 'a')",
])('a value with nothing to reckon stays as it is written: %s', async declaration => {
  expect(await declared(declaration)).toBe(declaration)
})

test.each([
  ['font-family: $s, serif', 'font-family: "one", serif'],
  ["font: $n 'x'", 'font: 10px "x"'],
  ["src: url('x.eot')", 'src: url("x.eot")'],
  ['margin: $n .50em', 'margin: 10px 0.5em'],
  ['color: $c', 'color: #FFFFFF'],
  ['content: $icon', 'content: "\uf101"'],
  ['content: $s + "b"', 'content: "oneb"'],
  ['margin: 0 auto!important', 'margin: 0 auto !important'],
  ['width: 1px /* one */', 'width: 1px'],
  [`background: url("data:x,<a fill='rgb(0,0,0)'/>") $n rgb(0,0,0)`, `background: url("data:x,<a fill='rgb(0,0,0)'/>") 10px black`],
  [`content: $s 'rgb(0,0,0)'`, `content: "one" "rgb(0,0,0)"`],
])('a value that is reckoned is written anew: %s', async (declaration, css) => {
  expect(await declared(declaration)).toBe(css)
})

test.each([
  ['rgb(0,0,0)', 'black'],
  ['rgb(18,52,86)', '#123456'],
  ['rgb(255,165,0)', 'orange'],
  ['rgb(1.6,2.4,300)', '#0202ff'],
  ['rgba(0,0,0,.50)', 'rgba(0, 0, 0, 0.5)'],
  ['rgba($c, .5)', 'rgba(255, 255, 255, 0.5)'],
  ['hsl(0,100%,50%)', 'red'],
  ['hsl(210,50%,50%)', '#4080bf'],
  ['hsla(210,50%,50%,.3)', 'rgba(64, 128, 191, 0.3)'],
  ['darken(#abcdef, 3.3%)', '#9dc5ec'],
  ['transparentize(darken(#abcdef, 3.3%), .5)', 'rgba(157, 197, 236, 0.5)'],
])('the colour %s is %s', async (colour, css) => {
  expect(await declared(`color: ${colour}`)).toBe(`color: ${css}`)
  expect(await declared(`border: 1px solid ${colour}`)).toBe(`border: 1px solid ${css}`)
})

test.each([
  ['calc(100%/3)', 'calc(100%/3)'],
  ['calc(100% - 1px*2) !important', 'calc(100% - 1px*2) !important'],
  ['$third', 'calc(100%/3)'],
  ['0 calc(1px + 1px) 0 $n', '0 calc(1px + 1px) 0 10px'],
  ['translate(-50%, calc(1px + 2px))', 'translate(-50%, calc(1px + 2px))'],
  ['calc(100% - #{$n}*2)', 'calc(100% - 10px*2)'],
  ['calc(100% - (#{$n} * 2))', 'calc(100% - (10px * 2))'],
  ['calc(#{$n + 2} + #{$n})', 'calc(12px + 10px)'],
  ['-webkit-calc(100% - (#{$n} / 2))', '-webkit-calc(100% - (10px / 2))'],
  ['Max(1rem, calc((100% - #{$n}) / 2 + 1rem))', 'Max(1rem, calc((100% - 10px) / 2 + 1rem))'],
  ['Max(10px, 12px) $n', 'Max(10px, 12px) 10px'],
  ['Max(\n 1.5rem,\n calc((100% - #{$n}) / 2 + 1rem)\n )', 'Max(1.5rem, calc((100% - 10px) / 2 + 1rem))'],
  ['Max( 1rem , #{$n} )', 'Max(1rem, 10px)'],
  ['calc( 1px + #{$n} )', 'calc( 1px + 10px)'],
  ['calc(\n 1px +\n #{$n}\n )', 'calc( 1px + 10px)'],
  ['calc(1px  +  #{$n})', 'calc(1px  +  10px)'],
  ['clamp(1px, 2px, 3px)', 'clamp(1px, 2px, 3px)'],
  ['min(10px, 5px)', '5px'],
])('calc() and its like are not reckoned: %s', async (value, css) => {
  expect(await declared(`width: ${value}`)).toBe(`width: ${css}`)
})

test('a value is found in a partial, in a mixin and under a property', async () => {
  const partials = {
    '_sass/_a.scss': "@mixin m($w) { font: { family: 'x', y; size: .50em; } width: $w; color: #FFF }\n.b { quotes: 'a' 'b' }",
  }
  expect(await compile("@import 'a';\n.a { @include m(.50em) }", { partials })).toBe(
    `.b {\n  quotes: 'a' 'b';\n}\n\n.a {\n  font-family: 'x', y;\n  font-size: .50em;\n  width: 0.5em;\n  color: #FFF;\n}`,
  )
})

test('a value of the indented syntax ends with its line', async () => {
  const sheet = ".a\n  font-family: 'x'\n  width: .50em\n  .b\n\t\tcolor: RED\n"
  expect(await compile("@import 'a'", { path: 'css/main.sass', partials: { '_sass/a.sass': sheet } })).toBe(
    `.a {\n  font-family: 'x';\n  width: .50em;\n}\n.a .b {\n  color: RED;\n}`,
  )
})

test('the indented syntax takes a comma behind the last selector', async () => {
  const sheet = `.a\n  > .b,\n  .c:hover,\n    color: red\n`
  const css = `.a > .b,\n.a .c:hover {\n  color: red;\n}`
  expect(await compile(sheet, { path: 'css/main.sass' })).toBe(css)
  expect(await compile('@import "a"', { partials: { '_sass/a.sass': sheet } })).toBe(css)
})

test('attributes in selectors keep their quotes, also below another selector', async () => {
  expect(await compile(`a[href^='x'] { &:hover, b[c=d] { color: red } }\na[type="text"] { color: red }`)).toBe(
    `a[href^='x']:hover, a[href^='x'] b[c=d] {\n  color: red;\n}\n\na[type="text"] {\n  color: red;\n}`,
  )
})

test('a style sheet that is only named is imported by its address, unless it lies on another server', async () => {
  expect(await compile(`@import 'a.css'; @import "http://example.org/b"; @import url('c') screen;`)).toBe(
    `@import url(a.css);\n@import "http://example.org/b";\n@import url("c") screen;`,
  )
})

test('declarations behind a nested rule come before it, as the author of an older theme saw them', async () => {
  expect(await compile('.a { b: c; .d & { e: f } g: h; @media print { i: j } k: l }')).toBe(
    '.a {\n  b: c;\n  g: h;\n  k: l;\n}\n.d .a {\n  e: f;\n}\n@media print {\n  .a {\n    i: j;\n  }\n}',
  )
})

test('compressed CSS keeps what is written too', async () => {
  const css = await compile(`.a { font: 'x' , y; width: calc(100%/3); @media screen and (min-width:0\\0) { color: #FFF } }`, {
    sass: { style: 'compressed' },
  })
  expect(css).toBe(".a{font:'x' , y;width:calc(100%/3)}@media screen and (min-width: 0\\0){.a{color:#FFF}}")
})

test.each([
  ['color: seagreen', 'seagreen'],
  ['color: $s', '#2e8b57'],
  ['border: 1px solid $s', '1px solid #2e8b57'],
  ['border: $w solid seagreen', '1px solid seagreen'],
  ['border: $w solid #FFFFFF', '1px solid #fff'],
  ['border: $w solid $f', '1px solid red'],
  ['background: linear-gradient(#FFFFFF, #00FF00)', 'linear-gradient(#fff, lime)'],
  ['background: #FF00FF $s', '#f0f #2e8b57'],
  ['background: url("#FFFFFF.png") rgba(0,0,0,1)', 'url("#FFFFFF.png") #000'],
  ['color: #FFFFFF', '#FFFFFF'],
])('in compressed CSS a colour that is reckoned is short: %s', async (declaration, value) => {
  const css = await compile(`$w: 1px; $s: seagreen; $f: #f00;\n.a { ${declaration}; }`, { sass: { style: 'compressed' } })
  expect(css.replace(/^.*:|\}$/g, '')).toBe(value)
})

test('a sign that a selector escapes by its number stays so, also where it was put together', async () => {
  const css = await compile(`$x: '\\\\28' + 'wide' + '\\\\29'; .a\\25 > b, .c#{$x}, .\\31 0\\25 d { e: f } .g\\@h { e: f }`)
  expect(css).toBe('.a\\25 > b, .c\\28wide\\29, .\\31 0\\25 d {\n  e: f;\n}\n\n.g\\@h {\n  e: f;\n}')
})

test('a property that only becomes a custom one has its value reckoned', async () => {
  const css = await compile('@mixin set($p, $v) { #{$p}: $v; } .a { @include set(--x, 1px + 2px); --y: 1px + 2px; }')
  expect(css).toBe('.a {\n  --x: 3px;\n  --y: 1px + 2px;\n}')
})

test.each([
  ['$x: 0.50rem;\n.a { b: $x; c: 0.25px $x; d: 0.25px; e: -$x }', '.a{b:.5rem;c:0.25px .5rem;d:0.25px;e:-.5rem}'],
  ['$x: 0.5rem 1px;\n.a { b: $x; c: rgba(#000, .5) .5px }', '.a{b:0.5rem 1px;c:rgba(0,0,0,0.5) 0.5px}'],
  ['.a { b: linear-gradient(to right, rgba(#000, 0) 50%, red) }', '.a{b:linear-gradient(to right, rgba(0,0,0,0) 50%, red)}'],
  ['$x: "A, b";\n.a { b: unquote($x); c: unquote("0.5, d") }', '.a{b:A, b;c:0.5, d}'],
  ['.a .b + .c ~ .d > .e, :not(.x, .y) + * { a: b }', '.a .b+.c~.d>.e,:not(.x,.y)+*{a:b}'],
  ['@media print , (max-width:10px) { a { b: c } }', '@media print,(max-width: 10px){a{b:c}}'],
  ['a { b: "0.5 , c + d" }', 'a{b:"0.5 , c + d"}'],
])('compressed: %s', async (scss, css) => {
  expect(await compile(scss, { sass: { style: 'compressed' } })).toBe(css)
})

test.each([
  ['a[x = "y"] { b: c }', 'a[x="y"] {\n  b: c;\n}'],
  ['a { b: rgba(#000, 1/3); c: rgba(1, 2, 3, 0.123456789) }', 'a {\n  b: rgba(0, 0, 0, 0.333333);\n  c: rgba(1, 2, 3, 0.123457);\n}'],
])('the space in an attribute, and the digits of what shines through: %s', async (scss, css) => {
  expect(await compile(scss)).toBe(css)
})
