// The quick reader of plain front matter against the whole parser: where it answers, the two answer the same.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlainYaml } from '../../src/config/plain-yaml.ts'
import { readAnyYaml } from '../../src/config/yaml.ts'

const written = (yaml: ReturnType<typeof readAnyYaml> | undefined) => yaml && JSON.stringify([yaml.value, [...yaml.places], yaml.problems])

const values = [
  'a word',
  'Notes on C++ (CS 329s) Lecture 1',
  'true',
  'Yes',
  '12',
  '012',
  '1_000',
  '0x1f',
  '1e3',
  '.5',
  '-3',
  '2021-01-11',
  '2021-01-11 10:00:00 +0100',
  '12:30',
  'a:b',
  'a: b',
  'a :b',
  'a #b',
  'a#b',
  'x # y',
  '#x',
  '- a',
  '-a',
  '*a',
  '&a b',
  '!t x',
  '|',
  '>',
  '%x',
  '@x',
  '`x`',
  '{a: b}',
  '[a, b]',
  '[a,b]',
  '[a, "b"]',
  '[a, b: c]',
  '[]',
  '[ a ]',
  '[a, ]',
  '[1, yes, x y]',
  '[a',
  'a]',
  '"quoted"',
  '"qu\\n"',
  '"a" b',
  "'it''s'",
  "'single'",
  "''",
  '""',
  '~',
  'null',
  '? a',
  'a?',
  'ends:',
  'trailing ',
  'tab\tin',
  '(paren) x',
  'é accent',
  'https://example.org/x?y=1#z',
  'a, b',
  'a}',
  'a"b',
  "a'b",
  '<<',
  '=',
  'x=y',
  '[C++, c#]',
  '[a/b, c.d]',
  '[-a]',
  '[a - b]',
]

test.each(values)('the value %j', value => {
  for (const text of [`key: ${value}\n`, `key: ${value}`, `first: 1\nkey: ${value}\nlast: x\n`, `key:  ${value}  \nnext: [a]\n`]) {
    const plain = readPlainYaml(text)
    if (plain !== undefined) expect(written(plain)).toBe(written(readAnyYaml(text)))
  }
})

test.each([
  'key:\n  nested: x\n',
  'a: b\n\nc: d\n',
  'a: b\n  goes on\n',
  '# comment\na: b\n',
  'a: b\na: c\n',
  '__proto__: x\n',
  'a b: c\n',
  '- a\n',
  'a:b\n',
  '\ta: b\n',
  'a: b\r\n',
  '',
])('the text %j', text => {
  const plain = readPlainYaml(text)
  if (plain !== undefined) expect(written(plain)).toBe(written(readAnyYaml(text)))
})

test('what is plain is read by the quick reader', () => {
  expect(readPlainYaml('layout: post\ntitle: "A: b"\ndate: 2021-01-11\ntags: [a, b c]\ncomments: true\n')).toBeDefined()
})

const fixtures = join(import.meta.dirname, '..', '..', '..', 'shared', 'jekyll', 'blogs')

test.runIf(existsSync(fixtures))('the front matter of real posts', () => {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(name => /_posts\/.*\.(?:md|markdown)$/.test(name))
  let [plain, all] = [0, 0]
  for (const file of files) {
    const text = /^---\s*\n([\s\S]*?\n?)^---\s*$/m.exec(readFileSync(join(fixtures, file), 'utf8'))?.[1]
    if (text === undefined) continue
    all += 1
    const read = readPlainYaml(text)
    if (read === undefined) continue
    plain += 1
    expect(written(read), file).toBe(written(readAnyYaml(text)))
  }
  expect(plain).toBeGreaterThan(all / 4)
})
