// Texts nested thousands deep: each is rendered, or the author is told where it is too deep.

import { describe, expect, test } from 'vitest'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { makeMarkdown } from '../../src/markdown/markdown.ts'
import { setAsideMath } from '../../src/markdown/math/set-aside.ts'
import { sourcePath } from '../../src/model.ts'
import { plainFrame } from '../support/plain-frame.ts'

const depth = 4000
const dialects = ['kramdown', 'commonmark'] as const
const indented = (piece: string, width: number): string =>
  Array.from({ length: 300 }, (_, level) => ' '.repeat(level * width) + piece).join('')

async function render(text: string, dialect: 'kramdown' | 'commonmark'): Promise<{ readonly html: string; readonly complaints: string[] }> {
  const whole = setAsideMath(text, { asked: true, doubleDollars: dialect === 'commonmark' })
  const body = { source: sourcePath('posts/a.md'), original: text, line: 4, format: 'markdown' as const, whole, macros: {} }
  const { readBody, writeBody } = makeMarkdown({ dialect, kramdown: {}, buildsMath: true }, makeHighlighter())
  const { value, diagnostics } = await readBody(body)
  const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'math/error')
  return {
    html: writeBody(value, plainFrame),
    complaints: errors.map(({ message, position }) => `${position?.line}:${position?.column} ${message}`),
  }
}

const tooDeep = 'Here the text is nested too deeply: what stands within more than 100 elements is not read'

describe.each(dialects)('nesting: %s', dialect => {
  test.each([
    ['images', '!['.repeat(depth), '!['.repeat(depth)],
    ['brackets', '['.repeat(depth), '['.repeat(depth)],
    ['brackets in brackets', '['.repeat(depth) + ']'.repeat(depth), '['.repeat(depth) + ']'.repeat(depth)],
    ['asterisks', `a${'*'.repeat(depth)}`, '**'],
    ['emphasis', '*a **b '.repeat(depth), '*a **b *a **b'],
    ['images in images', '!['.repeat(depth) + '](x)'.repeat(depth), '!['],
  ])('%s without an end are text, however many', async (_name, text, shown) => {
    const { html, complaints } = await render(text, dialect)
    expect(complaints).toEqual([])
    expect(html).toContain(shown)
  })

  test('a hundred levels are more than a text needs, and are read', async () => {
    const { html, complaints } = await render(`${'> '.repeat(98)}a`, dialect)
    expect(complaints).toEqual([])
    expect(html.split('<blockquote>')).toHaveLength(99)
  })

  test.each([
    ['quotes', `b\n\n${'> '.repeat(depth)}a`],
    ['items', `b\n\n${'- '.repeat(depth)}a`],
    ['items in quotes', `b\n\n${'> - '.repeat(depth)}a`],
  ])('%s are told by their line', async (_name, text) => {
    const { html, complaints } = await render(text, dialect)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toMatch(new RegExp(`^6:\\d+ ${tooDeep}$`))
    expect(html).toContain('<p>b</p>')
  })

  test('items in items are told by the line of the first that is too deep', async () => {
    const { complaints } = await render(indented('- a\n', 2), dialect)
    expect(complaints).toHaveLength(1)
    const line = Number(/^\d+/.exec(complaints[0] ?? ''))
    expect(line).toBeGreaterThan(50)
    expect(line).toBeLessThan(110)
  })

  test('terms in definitions and footnotes in footnotes are read or told', async () => {
    for (const text of [
      indented('a\n\n', 4).replace(/^( *)a$/gm, '$1a\n$1: b'),
      `[^0]\n\n${Array.from({ length: depth }, (_, index) => `[^${index}]: `).join('')}`,
    ]) {
      const { complaints } = await render(text, dialect)
      expect(complaints.filter(complaint => !complaint.endsWith(tooDeep))).toEqual([])
      expect(complaints.length).toBeLessThanOrEqual(1)
    }
  })
})

describe('nesting: HTML', () => {
  test.each([
    ['blocks on a line', `b\n\n${'<div>'.repeat(depth)}`, '6:501'],
    ['blocks with their ends', `b\n\n${'<div>'.repeat(depth)}${'</div>'.repeat(depth)}`, '6:501'],
    ['blocks on lines', `b\n\n${'<div>\n'.repeat(depth)}`, '106:1'],
    ['elements within a line', `b ${'<b>'.repeat(depth)}`, '4:303'],
    ['quotes', '> '.repeat(depth), '4:201'],
  ])('%s: kramdown reads them, so it says where it stopped, to the column', async (_name, text, place) => {
    const { html, complaints } = await render(text, 'kramdown')
    expect(complaints).toEqual([`${place} ${tooDeep}`])
    expect(html).toContain('b')
  })

  test('CommonMark leaves HTML as it stands, however deep', async () => {
    const { html, complaints } = await render('<div>'.repeat(depth), 'commonmark')
    expect(complaints).toEqual([])
    expect(html.trim()).toBe('<div>'.repeat(depth))
  })
})
