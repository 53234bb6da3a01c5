// Tries texts at random on the program, whole sites of them at once, and says what no text may do. `npm run fuzz` tries 100,000.

import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { SaxesParser } from 'saxes'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { renderPages } from '../../src/render/render-pages.ts'
import { load } from '../support/site.ts'
import { body, frontMatter } from './texts.ts'

export interface Fuzzed {
  readonly runs: number
  readonly seed: number
  /** What was found, with the smallest texts that show it. */
  readonly failure: string | undefined
  readonly slowest: Measured
  readonly largest: Measured
}

interface Measured {
  readonly milliseconds: number
  readonly characters: number
  readonly text: string
}

/** Texts of one site. */
const together = 20
/** In milliseconds of work: ten times what the slowest takes. */
const mostWork = 5000

export async function fuzz({ runs, seed }: { readonly runs: number; readonly seed: number }): Promise<Fuzzed> {
  const none: Measured = { milliseconds: 0, characters: 0, text: '' }
  const most = { slowest: none, largest: none }
  const note = (measured: Measured): void => {
    if (measured.milliseconds > most.slowest.milliseconds) most.slowest = measured
    if (measured.characters > most.largest.characters) most.largest = measured
  }
  const texts = fc.array(fc.tuple(frontMatter, body), { minLength: 1, maxLength: together, size: 'max' })
  const property = fc.asyncProperty(texts, fc.constantFrom('kramdown', 'commonmark'), (posts, dialect) => trySite(posts, dialect, note))
  const result = await fc.check(property, { numRuns: Math.ceil((runs / together) * 2), seed, endOnFailure: false })
  const failure = result.failed
    ? `${String(result.errorInstance).slice(0, 500)}\nseed ${seed}: ${JSON.stringify(result.counterexample)}`
    : undefined
  return { runs, seed, failure, ...most }
}

async function trySite(posts: readonly (readonly [string, string])[], dialect: string, note: (measured: Measured) => void): Promise<void> {
  const { loaded, early } = load(archiveOf(posts, dialect))
  const found: Diagnostic[] = [...early, ...loaded.diagnostics]
  const usage = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  for (const entry of loaded.entries) {
    const began = usage()
    const { value, diagnostics } = await loaded.renderer.wholeText(entry)
    const html = value.content()
    const milliseconds = usage() - began
    note({ milliseconds, characters: html.length, text: entry.body })
    if (milliseconds > mostWork) throw new Error(`${Math.round(milliseconds)} ms of work for ${JSON.stringify(entry.body.slice(0, 200))}`)
    found.push(...diagnostics)
    judgeHtml(html, entry.body)
  }
  for await (const { value, diagnostics } of renderPages(loaded)) {
    found.push(...diagnostics)
    if (/\.xml$/.test(value.path)) judgeXml(String(value.content), value.path)
  }
  judgeAddresses(loaded.pages.map(page => String(page.permalink)))
  for (const { code, message } of found) if (code === 'text/failed') throw new Error(message)
}

function archiveOf(posts: readonly (readonly [string, string])[], dialect: string): string {
  const config = `-- _config.yml --\ntitle: Notes\nurl: https://example.org\nmarkdown: ${dialect}\n`
  const files = posts.map(([front, text], index) => {
    const name = `2024-01-${String(index + 1).padStart(2, '0')}-p.md`
    // A line like these would begin another file.
    return `-- posts/${name} --\n---\n${front}---\n${text}\n`.replace(/^-- (?!posts\/2024-01-\d\d-p\.md --$)/gm, '-_ ')
  })
  return config + files.join('')
}

/** What was written reads as it was written, and holds nothing that acts; an author's own HTML may. */
function judgeHtml(html: string, text: string): void {
  const tree = parseFragment(html)
  const once = serialize(tree)
  if (/[<{]/.test(text)) return
  // A browser takes the first line feed of a box of code for none.
  const written = (code: string): string => code.replace(/(<pre\b[^>]*>)\n+/g, '$1')
  if (written(serialize(parseFragment(once))) !== written(once)) throw new Error(`read again it is something else: ${html.slice(0, 300)}`)
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    const isActive = node.nodeName === 'script' || ('attrs' in node && node.attrs.some(({ name }) => name.startsWith('on')))
    if (isActive) throw new Error(`it acts: ${html.slice(0, 300)}`)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(tree)
}

function judgeXml(xml: string, path: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw new Error(`${path} is ill-formed: ${error.message}`)
  })
  parser.write(xml).close()
}

function judgeAddresses(permalinks: readonly string[]): void {
  for (const permalink of permalinks) {
    const tag = /^\/tags\/([^/]*)\/$/.exec(permalink)?.[1]
    if (tag !== undefined && !/^[\p{L}\p{M}\p{N}-]+$/u.test(decodeURIComponent(tag))) throw new Error(`a tag has the address ${permalink}`)
    if (permalink.split('/').includes('..')) throw new Error(`a page has the address ${permalink}`)
  }
}
