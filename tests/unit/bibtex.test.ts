// Bibliographies that no author means: what is endless, huge or deep in them is told, or costs its entry, and reading comes to an end.

import { expect, test } from 'vitest'
import { readBibtex } from '../../src/citing/bibtex.ts'
import { readNames } from '../../src/citing/names.ts'
import { texToText } from '../../src/citing/tex-text.ts'
import { toItems } from '../../src/citing/to-csl.ts'
import { sourcePath } from '../../src/model.ts'

const read = (text: string) => readBibtex(sourcePath('refs.bib'), text)
const told = (text: string): string[] =>
  read(text).diagnostics.map(({ position, message }) => `${position?.line}:${position?.column} ${message}`)
const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

test('names made of names end where they are longer than any text', () => {
  const names = `@string{a0 = "0123456789"}\n${repeated(60, index => `@string{a${index + 1} = a${index} # a${index}}\n`)}`
  const { value, diagnostics } = read(`${names}@book{k, title = a60}\n@book{l, title = {L}}`)
  expect(value.map(({ key }) => key)).toEqual(['k', 'l'])
  expect(diagnostics[0]?.message).toBe('The bibliography cannot be read here: the names of @string make a text that is too long')
})

test('of entries that are never closed the first are told, wherever the next begins', () => {
  for (const open of [' @book(k, x={\n', '@book{k, x="\n', '@book{k\n, x={\n', '@comment{ '])
    expect(told(open.repeat(20_000)).length).toBeLessThan(201)
})

test('what a program wrote wrong a hundred thousand times is told two hundred times', () => {
  expect(told(`@book{k, ${'x = y '.repeat(100_000)}}`)).toHaveLength(200)
})

test('entries that name each other, or themselves, each have what the other has', () => {
  const { value } = read('@book{a, crossref = b, year = 1}\n@book{b, crossref = a, title = {B}}\n@book{c, crossref = c, title = {C}}')
  expect(toItems(value).map(item => item['container-title'] ?? item.title)).toEqual(['B', 'B', 'C'])
})

test('of entries that all name all of the next, and those all of the next, each is looked at once', () => {
  const names = (level: number): string => repeated(60, index => `,l${level}-${index}`).slice(1)
  const level = (number: number): string => repeated(60, index => `@misc{l${number}-${index}, xdata = {${names(number + 1)}}}\n`)
  const { value } = read([0, 1, 2, 3].map(level).join('') + repeated(60, index => `@misc{l4-${index}, title = {T}}\n`))
  expect(toItems(value)[0]).toMatchObject({ id: 'l0-0', title: 'T' })
})

test('keys and fields may have the names of what every object has', () => {
  const { value } = read('@constructor{__proto__, constructor = {x}, title = {\\toString{T} \\constructor}, toString = __proto__}')
  expect(toItems(value)).toEqual([{ id: '__proto__', type: 'document', title: 'T' }])
})

test.each([
  ['braces', '{'.repeat(30_000) + '}'.repeat(30_000)],
  ['accents', '\\"{'.repeat(20_000)],
  ['commands', '\\textit{'.repeat(20_000)],
  ['formulas', '{$'.repeat(20_000)],
  ['exponents', `$${'^'.repeat(20_000)}$`],
])('TeX with thousands of %s is read to its end', (_, tex) => {
  expect(texToText(`${tex} x`)).toBeTypeOf('string')
})

test('space between names may be as long as it likes', () => {
  expect(readNames(`A${' '.repeat(500_000)}and${'\n'.repeat(500_000)}B, C`)).toEqual([{ literal: 'A' }, { family: 'B', given: 'C' }])
})

test('words in several braces keep their capitals once', () => {
  expect(texToText('{{NUGU}}: A {{Group {App}}}', { keepsCase: true })).toBe(
    '<span class="nocase">NUGU</span>: A <span class="nocase">Group App</span>',
  )
})
