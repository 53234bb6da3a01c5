// Reads the texts that have made readers of Markdown hang, one after another, and tells the name of each when it is done. Run by
// pathological.test.ts in a process of its own, which can be ended.

import { makeRender, read } from './whole-reading.ts'

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('')

/** What cmark and markdown-it hold their readers to, as large as they do. */
export const pathological: Readonly<Record<string, () => string>> = {
  'nested emphasis': () => `${'*'.repeat(60_000)}a${'*'.repeat(60_000)}`,
  'nested strong emphasis': () => `${'*a **a '.repeat(5000)}b${' a** a*'.repeat(5000)}`,
  'closers of emphasis without openers': () => 'a_ '.repeat(30_000),
  'openers of emphasis without closers': () => '_a '.repeat(30_000),
  'closers of links without openers': () => 'a]'.repeat(10_000),
  'openers of links without closers': () => '[a'.repeat(10_000),
  'openers and closers that do not match': () => '*a_ '.repeat(50_000),
  'two kinds of emphasis across each other': () => '*a '.repeat(20_000) + '_a*_ '.repeat(20_000),
  'openers and closers by three': () => `a**b${'c* '.repeat(50_000)}`,
  'openers of links and closers of emphasis': () => '[ a_'.repeat(10_000),
  'links that begin in links': () => '[ (]('.repeat(40_000),
  'images with an empty link': () => '![[]()'.repeat(20_000),
  'nested brackets': () => `${'['.repeat(20_000)}a${']'.repeat(20_000)}`,
  'nested quotes': () => `${'> '.repeat(50_000)}a`,
  'nested lists': () => lines(1000, index => `${'  '.repeat(index)}* a\n`),
  'NUL in a text': () => 'abc\u0000de\u0000'.repeat(10_000),
  'growing runs of backticks': () => lines(3000, index => `e${'`'.repeat(index)}`),
  'links in angles without an end': () => '[a](<b'.repeat(30_000),
  'links without an end': () => '[a](b'.repeat(30_000),
  'comments without an end': () => `</${'<!--'.repeat(100_000)}`,
  'empty lines in nested lists': () => `${'- '.repeat(30_000)}x${'\n'.repeat(30_000)}`,
  'empty lines in nested lists in a quote': () => `> ${'- '.repeat(30_000)}x\n${'>\n'.repeat(30_000)}`,
  'closers of emphasis in nested quotes': () => `${'>'.repeat(100_000)}${'a*'.repeat(100_000)}`,
  'many definitions and many uses': () => `${lines(20_000, index => `[r${index}]: /u\n`)}\n${'[r0] '.repeat(20_000)}`,
  'a table of many columns': () => `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|b\n'.repeat(2000)}`,
  'emphasis of both signs': () => '**_* '.repeat(50_000),
  'backticks and backslashes': () => '``\\'.repeat(50_000),
  'angles without an end': () => `${'<'.repeat(400_000)}>`,
  'spaces before a line break': () => `x${' '.repeat(150_000)}x  \nx`,
}

export async function readAll(): Promise<void> {
  const reader = makeRender('commonmark')
  for (const [name, make] of Object.entries(pathological)) {
    await read(make(), 'commonmark', reader)
    process.stdout.write(`${name}\n`)
  }
}
