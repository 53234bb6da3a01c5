// Markdown at random as kramdown itself writes it, where it is installed: what it is read as, and how often we read it so.

import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { makeMarkdown } from '../../src/markdown/markdown.ts'
import { plainFrame, plainText } from '../support/plain-frame.ts'
import { markdownText } from './texts.ts'

export interface Compared {
  readonly texts: number
  readonly same: number
  /** The shortest texts that are read otherwise. */
  readonly others: readonly { readonly text: string; readonly ours: string; readonly theirs: string }[]
}

const script = `
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
options = { input: 'GFM', hard_wrap: false, syntax_highlighter: nil, math_engine: nil, auto_ids: false }
puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, options).to_html rescue 'failed' })
`

export function hasKramdown(): boolean {
  return spawnSync('ruby', ['-e', "require 'kramdown'; require 'kramdown-parser-gfm'"]).status === 0
}

export async function compareWithKramdown(count: number, seed: number): Promise<Compared> {
  const texts = fc.sample(markdownText, { numRuns: count, seed })
  const theirs = JSON.parse(
    spawnSync('ruby', ['-e', script], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 256e6 }).stdout,
  ) as string[]
  const engine = makeMarkdown({ dialect: 'kramdown', kramdown: { auto_ids: false }, buildsMath: false }, makeHighlighter())
  const others: { text: string; ours: string; theirs: string }[] = []
  for (const [index, text] of texts.entries()) {
    const ours = engine.writeBody((await engine.readBody(plainText(text))).value, plainFrame)
    const kramdown = theirs[index] ?? ''
    if (read(ours) !== read(kramdown)) others.push({ text, ours, theirs: kramdown })
  }
  others.sort((one, other) => one.text.length - other.text.length)
  return { texts: texts.length, same: texts.length - others.length, others: others.slice(0, 10) }
}

/** What a reader would notice: elements, where they lead, and words. How deep headings stand is a frame's, and a box of code may have a frame. */
function read(html: string): string {
  const parts: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node) parts.push(node.value.replace(/\s+/g, ' '))
    else if ('tagName' in node && node.tagName !== 'div') {
      const to = node.attrs
        .filter(({ name }) => name === 'href' || name === 'src' || name === 'title')
        .map(({ name, value }) => `${name}=${value}`)
      parts.push(`<${node.tagName.replace(/^h\d$/, 'h')} ${to.join(' ')}>`)
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
    if ('tagName' in node && node.tagName !== 'div') parts.push('</>')
  }
  visit(parseFragment(html))
  return parts
    .join('')
    .replace(/\s*(<[^>]*>)\s*/g, '$1')
    .trim()
}
