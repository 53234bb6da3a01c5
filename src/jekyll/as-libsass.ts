// CSS as libsass writes it, which Jekyll uses up to version 4.2 and Debian's still, from what sass makes of the same sources. The only file
// that imports postcss. What was written is found by the source map, in which sass tells of each declaration where it stands, or where the
// variable stands that its value comes from.

import type { SourceMap } from 'node:module'
import type { Declaration } from 'postcss'
import { stringOrComment } from './compressed.ts'
import { compressedValue } from './compressed-value.ts'
import { asWritten, reckoned, type WriteColour } from './libsass-value.ts'
import { withShortColours } from './short-colours.ts'

/** What sass made, and of what. */
export interface Compiled {
  readonly css: string
  readonly map: SourceMap
  /** Every text that it was made of, by its address. */
  readonly sources: ReadonlyMap<string, string>
  readonly writeColour: WriteColour
  /** Whether colours are to be short. */
  readonly isCompressed: boolean
  /** Whether each comment is to be one line. */
  readonly isCompact: boolean
}

export async function asLibsass(compiled: Compiled): Promise<string> {
  const { parse } = await import('postcss')
  const { css, sources, writeColour, isCompressed } = compiled
  const root = parse(css)
  const attributes = attributesIn([...sources.values()])
  const sourceAt = sourceFinder(compiled)
  root.walkDecls(declaration => {
    const own = sourceAt(declaration, 0)
    if (own === undefined) return
    const afar = sourceAt(declaration, declaration.prop.length + (declaration.raws.between ?? '').length)
    const declared = own.text.slice(property.exec(own.text)?.[0].length ?? 0)
    const written = asWritten(own.text.startsWith('--'), declared, own.isIndented)
    if (written !== undefined) return rewrite(declaration, written)
    const made = `${declaration.value}${declaration.important ? (declaration.raws.important ?? ' !important') : ''}`
    const value = reckoned(made, afar?.text ?? declared, writeColour)
    rewrite(declaration, isCompressed ? compressedValue(withShortColours(value, declared, writeColour), declared, afar?.text ?? '') : value)
  })
  const escapes = escapesIn([...sources.values()])
  root.walkRules(rule => {
    rule.selector = rule.selector
      .replace(attribute, found => attributes.get(keyOf(found)) ?? found)
      .replace(/\\([!-/:-@[-^`{-~])(?=([\da-f])?)/gi, (found, sign: string, digit?: string) => {
        const written = escapes.get(sign)
        return written === undefined ? found : `${written}${digit === undefined ? '' : ' '}`
      })
  })
  // `(min-width: 0\0)` speaks to old browsers, which do not read it with the space that sass sets behind an escape.
  root.walkAtRules('media', rule => {
    rule.params = rule.params.replace(/(\\\d+) \)/g, '$1)')
  })
  root.walkAtRules('import', rule => {
    rule.params = rule.params.replace(/^(["'])((?!(?:https?:)?\/\/)[^"']+)\1$/, 'url($2)')
  })
  return compiled.isCompact ? withShortComments(root.toString()) : root.toString()
}

// Of what a comment's lines begin with there remains one space (libsass, `comment_to_compact_string`).
function withShortComments(css: string): string {
  return css.replace(stringOrComment, part => (part.startsWith('/*') ? part.replace(/\n[\n\t *]*?(?=\*\/|[^\n\t *])/g, ' ') : part))
}

function rewrite(declaration: Declaration, value: string): void {
  declaration.important = false
  declaration.value = value
}

// A property with its colon, interpolation in it.
const property = /^(?:#\{[^{}]*\}|[^:;{}])*:\s*/

interface Found {
  /** The source from that place to its end. */
  readonly text: string
  readonly isIndented: boolean
}

/** What a declaration was made from, `offset` characters behind its beginning; undefined if sass tells nothing of that very place. */
function sourceFinder({ map, sources }: Compiled): (declaration: Declaration, offset: number) => Found | undefined {
  const lines = new Map([...sources].map(([address, text]) => [address, lineStarts(text)]))
  return ({ source }, offset) => {
    if (source?.start === undefined) return undefined
    const [line, column] = [source.start.line - 1, source.start.column - 1 + offset]
    const entry = map.findEntry(line, column)
    if (!('originalSource' in entry) || entry.generatedLine !== line || entry.generatedColumn !== column) return undefined
    const { originalSource: address, originalLine, originalColumn } = entry
    const begin = lines.get(address)?.[originalLine]
    if (begin === undefined) return undefined
    return { text: sources.get(address)?.slice(begin + originalColumn) ?? '', isIndented: address.toLowerCase().endsWith('.sass') }
  }
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n|\f/g)].map(({ 0: end, index }) => index + end.length)]
}

const attribute = /\[[\w-]+\s*[~|^$*]?=\s*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)\s*\]/g

/** Attributes in selectors as they are written, by what sass makes of them; left out what is written in more than one way. */
function attributesIn(sources: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const [found] of sources.flatMap(source => [...source.matchAll(attribute)])) {
    const key = keyOf(found)
    const spaced = found.replace(/\s*([~|^$*]?=)\s*/, '$1')
    if ((written.get(key) ?? spaced) !== spaced) ambiguous.add(key)
    written.set(key, spaced)
  }
  return new Map([...written].filter(([key]) => !ambiguous.has(key)))
}

// Signs that the selectors escape by their numbers, as `\\28 ` for a parenthesis, which sass writes as themselves; left out those that
// are written in both ways.
function escapesIn(sources: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>()
  for (const [, code = ''] of sources.flatMap(source => [...source.matchAll(/\\([\da-f]{2})(?![\da-f])/gi)])) {
    const sign = String.fromCharCode(Number.parseInt(code, 16))
    if (!sources.some(source => source.includes(`\\${sign}`))) written.set(sign, `\\${code}`)
  }
  return written
}

function keyOf(selector: string): string {
  return selector.replace(/["'\s]/g, '')
}
