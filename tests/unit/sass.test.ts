// Style sheets in Sass as jekyll-sass-converter makes them, and what an author is told of his mistakes.

import { expect, test } from 'vitest'
import { readSassOptions } from '../../src/config/sass.ts'
import { compileSass } from '../../src/jekyll/sass.ts'
import type { Data } from '../../src/model.ts'
import { sourcePath } from '../../src/model.ts'

interface Asked {
  readonly path?: string
  readonly partials?: Readonly<Record<string, string>>
  readonly sass?: Data
  readonly line?: number
}

async function compile(text: string, { path = 'css/main.scss', partials = {}, sass = {}, line = 1 }: Asked = {}) {
  const { value, diagnostics } = await compileSass({
    path: sourcePath(path),
    text,
    line,
    partials: new Map(Object.entries(partials)),
    options: readSassOptions(sass),
  })
  const told = diagnostics.map(({ file, position, message }) => `${file}:${position?.line ?? '-'}:${position?.column ?? '-'} ${message}`)
  return { css: value.replace(/\s+/g, ' ').trim(), told, value }
}

test('nesting, variables, mixins and functions become CSS', async () => {
  const { css } = await compile('$a: 2px; @mixin m($x) { width: $x } .a { .b & { @include m($a * 2) } &:hover { color: red } }')
  expect(css).toBe('.b .a { width: 4px; } .a:hover { color: red; }')
})

test('a file that ends in .sass is read in the indented syntax, and the two may import each other', async () => {
  const partials = { '_sass/_one.scss': '$w: 1px;', '_sass/two.sass': '.two\n  width: 2px\n' }
  const { css } = await compile('@import "one", "two"\n.a\n  width: $w\n', { path: 'css/main.sass', partials })
  expect(css).toBe('.two { width: 2px; } .a { width: 1px; }')
})

const finds: Record<string, readonly [sheet: string, partials: Record<string, string>, css: string]> = {
  'a partial by its name without the underscore': ['@import "a";', { '_sass/_a.scss': '.a{b:c}' }, '.a { b: c; }'],
  'a partial by its whole name': ['@import "_a.scss";', { '_sass/_a.scss': '.a{b:c}' }, '.a { b: c; }'],
  'a partial in a folder': ['@use "x/a";', { '_sass/x/_a.scss': '.a{b:c}' }, '.a { b: c; }'],
  'the index of a folder': ['@import "x";', { '_sass/x/_index.scss': '.a{b:c}' }, '.a { b: c; }'],
  'a file with spaces and letters of any language': ['@import "mön day";', { '_sass/_mön day.scss': '.a{b:c}' }, '.a { b: c; }'],
  'what stands beside the partial that names it': [
    '@import "x/a";',
    { '_sass/x/_a.scss': '@import "b";', '_sass/x/_b.scss': '.x{b:c}', '_sass/_b.scss': '.top{b:c}' },
    '.x { b: c; }',
  ],
  'what stands beside the style sheet before what is in _sass': [
    '@import "b";',
    { 'css/_b.scss': '.beside{b:c}', '_sass/_b.scss': '.top{b:c}' },
    '.beside { b: c; }',
  ],
  'members of a module by its name': [
    '@use "a" as n; .x { w: n.$w; v: n.f(2) }',
    { '_sass/_a.scss': '$w: 1px; @function f($x) { @return $x * 2 }' },
    '.x { w: 1px; v: 4; }',
  ],
  'plain CSS': ['@import "a";', { '_sass/a.css': '.a{b:c}' }, '.a { b: c; }'],
}

test.each(Object.entries(finds))('an import finds %s', async (_, [sheet, partials, css]) => {
  expect(await compile(sheet, { partials })).toMatchObject({ css, told: [] })
})

test('imports of style sheets elsewhere stay imports', async () => {
  const { css } = await compile('@import url(a.css); @import "https://example.org/b"; @import "c.css";')
  expect(css).toBe('@import url(a.css); @import "https://example.org/b"; @import url(c.css);')
})

test('load paths come before the folder of partials, which may have another name', async () => {
  const partials = { 'kit/_a.scss': '.kit{b:c}', 'styles/_a.scss': '.own{b:c}', 'styles/_b.scss': '.b{b:c}', '_sass/_b.scss': '.no{b:c}' }
  const { css } = await compile('@import "a", "b";', { partials, sass: { sass_dir: '/styles/', load_paths: ['./kit'] } })
  expect(css).toBe('.kit { b: c; } .b { b: c; }')
})

test('only compressed is another style than expanded', async () => {
  const sheet = '.a { b: c; .d & { e: f } }'
  const [expanded, ...others] = await Promise.all(
    ['expanded', 'nested', ':compact', 'unheard', null].map(style => compile(sheet, { sass: { style } })),
  )
  expect(expanded?.value).toBe('.a {\n  b: c;\n}\n.d .a {\n  e: f;\n}\n')
  expect(others.map(({ value }) => value)).toEqual(others.map(() => expanded?.value))
  expect((await compile(sheet, { sass: { style: ':compressed' } })).value).toBe('.a{b:c}.d .a{e:f}\n')
})

test('compressed CSS has no byte order mark, and says its encoding where that is asked for', async () => {
  expect((await compile('.a{b:"ü"}', { sass: { style: 'compressed' } })).value).toBe('.a{b:"ü"}\n')
  expect((await compile('.a{b:"ü"}', { sass: { style: 'compressed', add_charset: true } })).value).toBe('@charset "UTF-8";.a{b:"ü"}\n')
})

test('a mistake is told where it stands in the file, below its front matter', async () => {
  const { css, told } = await compile('.a { b: c }\n.d { width: $lost }\n', { line: 4 })
  expect(css).toBe('')
  expect(told).toEqual(['css/main.scss:5:13 The style sheet cannot be made: Undefined variable'])
})

test('a mistake in a partial is told there', async () => {
  const { told } = await compile('@import "x/a";', { line: 4, partials: { '_sass/x/_a.scss': '\n  .a { b: }\n' } })
  expect(told).toEqual(['_sass/x/_a.scss:2:11 The style sheet cannot be made: Expected expression'])
})

test('an import that leads nowhere is told at its place', async () => {
  expect((await compile('\n@import "lost";')).told).toEqual([
    "css/main.scss:2:9 The style sheet cannot be made: Can't find stylesheet to import",
  ])
})

test('two files that an import may mean are told', async () => {
  const { told } = await compile('@import "a";', { partials: { '_sass/_a.scss': '', '_sass/a.sass': '' } })
  expect(told).toEqual([expect.stringContaining("It's not clear which file to import. Found: _sass/_a.scss, _sass/a.sass")])
})

test.each(['/etc/hostname', '../../../etc/hostname', 'file:///etc/hostname', '..%2f..%2fetc/hostname', '../_config'])(
  'nothing outside of the site is found: %s',
  async name => {
    expect((await compile(`@import "${name}";`)).told).toEqual([expect.stringMatching(/Can't find stylesheet to import/)])
  },
)

test('what the author warns of is a hint, and what sass finds old-fashioned is not told', async () => {
  const partials = { '_sass/_a.scss': '@mixin old {\n  @warn "take the new one";\n}' }
  const { css, told } = await compile('@import "a"; .a { @include old; width: (4px/2); @debug "x" }', { partials })
  expect(css).toBe('.a { width: 2px; }')
  expect(told).toEqual(['_sass/_a.scss:2:3 The style sheet warns: take the new one'])
})

test.each(['@mixin a { @include a } @include a;', '@function f($x) { @return f($x) } a { b: f(1) }'])(
  'what includes itself without end is told: %s',
  async sheet => {
    expect((await compile(sheet)).told).toEqual([expect.stringContaining('a mixin or function includes itself without end')])
  },
)

test('a file that imports itself is told', async () => {
  const { told } = await compile('@import "a";', { partials: { '_sass/_a.scss': '@import "a";' } })
  expect(told).toEqual([expect.stringMatching(/^_sass\/_a\.scss:1:9 .*already being loaded/)])
})

test('compressed CSS leaves values as their author wrote them', async () => {
  const { value } = await compileSass({
    path: sourcePath('a.scss'),
    text: '/*! kept */ /* gone */ a, b { color: transparent; content: "x ; y"; &:hover > i { margin: 0 0.5em; } }\n@media (min-width: 1em) and (max-width: 2em) { a { b: c } }',
    line: 1,
    partials: new Map(),
    options: { style: 'compressed', loadPaths: [], addCharset: false, hasMaps: false },
  })
  expect(value).toBe(
    '/*! kept */a,b{color:transparent;content:"x ; y"}a:hover>i,b:hover>i{margin:0 0.5em}@media (min-width: 1em) and (max-width: 2em){a{b:c}}\n',
  )
})

test('a comment is one line in the style that Jekyll takes where none is named', async () => {
  const { value } = await compileSass({
    path: sourcePath('a.scss'),
    text: '/**\n * 1. Correct the height\n *    of lines.\n */\na { content: "/*\\a * */"; }\n/*\n  b */',
    line: 1,
    partials: new Map(),
    options: readSassOptions({}),
  })
  expect(value).toBe('/** 1. Correct the height of lines. */\na {\n  content: "/*\\a * */";\n}\n\n/* b */\n')
})
