// `include`, `exclude` and the paths of `defaults`. The answers are those of Jekyll 4.3.1, got by building a site with each pattern.

import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { wantedFiles } from '../../src/io/wanted-files.ts'
import { sourcePath } from '../../src/model.ts'
import { fnmatch, glob } from '../../src/text/glob.ts'

const configOf = (text: string) => readConfig([{ path: sourcePath('_config.yml'), text }], 'jekyll').value

const paths =
  'README README.md a.log a1.txt a2.txt ab.txt docs/a/b/z.md docs/a/y.md docs/c.txt docs/x.md notes.txt notes/a.log sub/docs/x.md vendors/b.txt x (1)/p.txt {a}.txt _pages/p.txt _pages_old/q.txt sub/_pages/r.txt .well-known ~t t~ #h'.split(
    / (?!\()/,
  )

// As the walk does: a folder that is not wanted is not looked into.
function taken(config: string): string[] {
  const wants = wantedFiles(configOf(config))
  return paths.filter(path => [...path.matchAll(/\//g)].every(({ index }) => wants(path.slice(0, index + 1))) && wants(path))
}

const usual = taken('title: none')

test.each([
  ['README', ['README', 'README.md']],
  ['vendor', ['vendors/b.txt']],
  ['vendor/', []],
  ['/vendors', ['vendors/b.txt']],
  ['notes', ['notes.txt', 'notes/a.log']],
  ['notes/', ['notes/a.log']],
  ['docs/**', ['docs/a/b/z.md', 'docs/a/y.md', 'docs/c.txt', 'docs/x.md']],
  ['docs/*', ['docs/a/b/z.md', 'docs/a/y.md', 'docs/c.txt', 'docs/x.md']],
  ['docs/**/*.md', ['docs/a/b/z.md', 'docs/a/y.md']],
  ['docs/*/', []],
  ['docs/a/', ['docs/a/b/z.md', 'docs/a/y.md']],
  ['**/*.md', ['docs/a/b/z.md', 'docs/a/y.md', 'docs/x.md', 'sub/docs/x.md']],
  ['*.md', ['README.md', 'docs/a/b/z.md', 'docs/a/y.md', 'docs/x.md', 'sub/docs/x.md']],
  ['*.log', ['a.log', 'notes/a.log']],
  ['sub', ['sub/docs/x.md']],
  ['x (1)', ['x (1)/p.txt']],
  ['x (*', ['x (1)/p.txt']],
  ['a?.txt', ['a1.txt', 'a2.txt', 'ab.txt']],
  ['a[12].txt', ['a1.txt', 'a2.txt']],
  ['a[!1].txt', ['a2.txt', 'ab.txt']],
  ['a{1,2}.txt', []],
  ['{a}*', ['{a}.txt']],
  ['*.{log,md}', []],
  ['a.txt', []],
])('exclude: %s takes out %j', (pattern, out) => {
  const kept = taken(`exclude: ["${pattern}"]`)
  expect(usual.filter(path => !kept.includes(path))).toEqual(out)
})

test.each([
  ['_pages', ['_pages/p.txt', '_pages_old/q.txt', 'sub/_pages/r.txt']],
  ['_pages/', ['_pages/p.txt', 'sub/_pages/r.txt']],
  ['_*', ['_pages/p.txt', '_pages_old/q.txt', 'sub/_pages/r.txt']],
  ['.well-known', ['.well-known']],
  ['.*', ['.well-known']],
  ['~t', ['~t']],
  ['t~', ['t~']],
  ['#h', ['#h']],
])('include: %s takes in %j', (pattern, more) => {
  expect(taken(`include: ["${pattern}"]`).filter(path => !usual.includes(path))).toEqual(more)
})

test('what Lectern leaves out by itself takes nothing with it that only begins so', () => {
  const wants = wantedFiles(configOf('destination: ./public/'))
  expect(['templates/', 'public/', 'vendor/bundle/'].filter(wants)).toEqual([])
  expect(['templates.md', 'public-speaking.md', 'vendors/'].filter(path => !wants(path))).toEqual([])
})

const pages = ['docs/(1).md', 'docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md', 'docs/x.md', 'root.md', 'sec/q.md', 'section/p.md']

test.each([
  ['docs', ['docs/(1).md', 'docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md', 'docs/x.md']],
  ['docs/*', ['docs/(1).md', 'docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md', 'docs/x.md']],
  ['docs/*/', ['docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md']],
  ['docs/**', ['docs/(1).md', 'docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md', 'docs/x.md']],
  ['docs/**/*.md', ['docs/(1).md', 'docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md', 'docs/x.md']],
  ['docs/*/*.md', ['docs/a/y.md', 'docs/c/w.md']],
  ['*', pages],
  ['*/', pages.filter(path => path !== 'root.md')],
  ['*.md', ['root.md']],
  ['sec', ['sec/q.md', 'section/p.md']],
  ['sec*', ['sec/q.md', 'section/p.md']],
  ['docs/{a,c}/*', ['docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md']],
  ['docs/[ac]*', ['docs/a/b/z.md', 'docs/a/y.md', 'docs/c/w.md']],
  ['docs/(*', ['docs/(1).md']],
  ['docs/*/b', ['docs/a/b/z.md']],
  ['**/b', ['docs/a/b/z.md']],
])('defaults: the path %s is that of %j', (path, of) => {
  const [scope] = configOf(`defaults: [{scope: {path: "${path}"}, values: {layout: note}}]`).scopes
  expect(pages.filter(page => scope?.holds(page))).toEqual(of)
})

test('a collection leaves out what Jekyll takes for special: files with such a first sign, and a topmost folder of such a name', () => {
  const files = ['_defaults.md', '_old/one.md', 'new/_two.md', 'new/three.md~', 'new/.four.md', 'new/_kept/five.md', 'six.md'].map(
    path => `_docs/${path}`,
  )
  const wants = wantedFiles(configOf('collections: { docs: { output: true } }'))
  const isTaken = (path: string): boolean => [...path.matchAll(/\//g)].every(({ index }) => wants(path.slice(0, index + 1))) && wants(path)
  expect(files.filter(isTaken)).toEqual(['_docs/new/_kept/five.md', '_docs/six.md'])
})

test('a pattern of many stars, or of more letters than any path has, is answered', () => {
  const name = 'a'.repeat(200)
  expect(fnmatch('*a'.repeat(100))(name)).toBe(true)
  expect(fnmatch(`${'*a'.repeat(100)}b`)(name)).toBe(false)
  expect(glob(`posts/${'*a'.repeat(100)}b`)(`posts/${name}`)).toBe(false)
  expect([fnmatch('a'.repeat(100_000))(name), glob('a'.repeat(100_000))(name)]).toEqual([false, false])
})

test.each(['*', 'a*', '*a', '*a*b*', 'a*b*c', '?*?', '*.*', '*a?b*', 'x/*', '*/a*b', '*a*a*a'])(
  '%s means with many stars what each star means',
  pattern => {
    const means = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('?', '[^/]').replaceAll('*', '.*')}$`)
    for (const path of ['a', 'b', 'ab', 'aab', 'abc', 'a.b', 'axbxc', 'x/a', 'x/ab', 'aaa', 'xaxaxa', 'xaxax', 'a/b/c', 'axb', '.a'])
      expect([path, fnmatch(pattern)(path)]).toEqual([path, means.test(path)])
  },
)
