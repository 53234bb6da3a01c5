// The table of languages is what highlight.js says of itself. UPDATE=1 writes it anew, after another version was installed.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import highlight from 'highlight.js'
import { expect, test } from 'vitest'
import { grammarFor } from '../../src/markdown/languages.ts'

const file = join(import.meta.dirname, '..', '..', 'src', 'markdown', 'languages.json')

function written(): string {
  const lines = highlight
    .listLanguages()
    .sort()
    .map(
      name =>
        `  ${JSON.stringify(name)}: ${JSON.stringify((highlight.getLanguage(name)?.aliases ?? []).map(alias => alias.toLowerCase())).replaceAll(',', ', ')}`,
    )
  return `{\n${lines.join(',\n')}\n}\n`
}

test('the table of languages is that of the installed highlight.js', () => {
  if (process.env['UPDATE']) writeFileSync(file, written())
  expect(readFileSync(file, 'utf8')).toBe(written())
})

test.each([
  ['Python', 'python'],
  ['c++', 'cpp'],
  ['jsonc', 'json'],
  ['console', 'shell'],
  ['docker', 'dockerfile'],
  ['', undefined],
  ['shell-session', 'shell'],
  ['shell', 'bash'],
  ['elisp', 'lisp'],
  ['brainfork', undefined],
])('language: %s is coloured as %s', (name, grammar) => {
  expect(grammarFor(name)).toBe(grammar)
})
