// Runs the examples of every spec file; an author can read those files as the manual of the dialect.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Body, Frame } from '../src/body.ts'
import { readBibtex } from '../src/citing/bibtex.ts'
import { ownStyle } from '../src/citing/own-style.ts'
import { toItems } from '../src/citing/to-csl.ts'
import { makeHighlighter } from '../src/markdown/highlighter.ts'
import { prepareLecture } from '../src/markdown/lecture/prepare.ts'
import { makeMarkdown } from '../src/markdown/markdown.ts'
import { sourcePath } from '../src/model.ts'
import type { Citation, Cited } from '../src/words/cited.ts'
import { plainFrame } from './support/plain-frame.ts'
import { examplesOf } from './support/spec-file.ts'

const folder = join(import.meta.dirname, 'spec')
// What the examples of a file cite from, in a fenced block of it.
function citedFrom(text: string): ((citations: readonly Citation[]) => Cited) | undefined {
  const bibliography = /^(`{3,}) bibliography\n([\s\S]*?)^\1$/m.exec(text)?.[2]
  if (bibliography === undefined) return undefined
  const items = new Map(toItems(readBibtex(sourcePath('x.bib'), bibliography).value).map(item => [item.id, item]))
  return citations => {
    const known = citations.filter(({ items: cited }) => cited.some(({ key }) => items.has(key)))
    return { ...ownStyle({ citations: known, inOrder: known, uncited: [], items, lang: 'en', say: plainFrame.say }), leads: id => `#${id}` }
  }
}

// What its examples link to by name, likewise: a name and its address a line.
function namedIn(text: string, labels: Body['labels']): Frame['named'] {
  const lines = /^(`{3,}) names\n([\s\S]*?)^\1$/m.exec(text)?.[2]?.split('\n') ?? []
  const addresses = new Map(lines.map(line => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]))
  return ({ name, heading }) => {
    const paragraph = name === '' && heading.startsWith('^') ? labels.get(heading) : undefined
    if (paragraph !== undefined) return { address: `#${paragraph.id}`, words: paragraph.name }
    const [address, place] = [addresses.get(name), heading.toLowerCase().replaceAll(' ', '-')]
    if (address === undefined) return undefined
    return { address: place === '' ? address : `${address}#${place}`, words: place === '' ? name : `${name} > ${heading}` }
  }
}

const { readBody, writeBody } = makeMarkdown({ dialect: 'kramdown', kramdown: {}, buildsMath: false }, makeHighlighter())

for (const name of readdirSync(folder)) {
  describe(`spec: ${name.replace('.md', '').replaceAll('-', ' ')}`, () => {
    const text = readFileSync(join(folder, name), 'utf8')
    const [examples, cite] = [examplesOf(text), citedFrom(text)]
    test('the file holds examples', () => expect(examples.length).toBeGreaterThan(0))
    test.each(examples)('line $line', async ({ input, output }) => {
      const read = await readBody({
        source: sourcePath('posts/x.md'),
        original: input,
        line: 1,
        format: 'markdown',
        whole: { text: prepareLecture(input), formulas: [] },
        macros: {},
        hasBlocks: true,
        cites: cite !== undefined,
      })
      expect(
        writeBody(read.value, { ...plainFrame, named: namedIn(text, read.value.labels), cited: cite?.(read.value.citations) })
          .replaceAll('\u00a0', '&nbsp;')
          .trim(),
      ).toBe(output)
    })
  })
}
