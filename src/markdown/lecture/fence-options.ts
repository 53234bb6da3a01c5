// What an author says of a box of code besides its language: a label and a caption, in braces behind the fence (Pandoc, Quarto), in an attribute
// list below it (kramdown), or in its first lines (`#| label: lst-x` of Quarto, `:name: x` of MyST).

import type { Token } from 'markdown-it'
import { readAttributes } from './attributes.ts'

export interface FenceOptions {
  readonly label: string | undefined
  /** Its label says nothing of its kind, as those of MyST do not. */
  readonly isLabelFree: boolean
  /** In Markdown; undefined for none. */
  readonly caption: string | undefined
  /** The code without the lines that are options. */
  readonly source: string
  /** By their names, wherever they stand; a flag is empty. */
  readonly named: ReadonlyMap<string, string>
}

/** Of attributes and options that are a caption. */
export const captionNames: readonly string[] = ['lst-cap', 'fig-cap', 'caption']

export function readFenceOptions({ info: written, content, attrs }: Token): FenceOptions {
  const info = written.trim()
  const { id, pairs } = readAttributes(bracesOf(info))
  const below = new Map((attrs ?? []).map(([name, value]) => [name, String(value)]))
  const { lines, source, isOfMyst } = headOf(content, info)
  const named = new Map([...below, ...pairs, ...lines])
  const caption = captionNames.map(name => named.get(name)).find(found => found !== undefined)
  const label = lines.get('lst-label') ?? lines.get('label') ?? lines.get('name') ?? id ?? below.get('id')
  return { label, isLabelFree: isOfMyst, caption, source, named }
}

/** What stands in the braces behind a fence. */
export function bracesOf(info: string): string {
  return (/\{((?:"[^"]*"|[^{}"])*)\}/.exec(info) ?? /\{([^{}]*)\}/.exec(info))?.[1] ?? ''
}

interface Head {
  readonly lines: ReadonlyMap<string, string>
  readonly source: string
  readonly isOfMyst: boolean
}

const ofQuarto = /^(?:[ \t]*(?:#|%%|\/\/|--)\|[^\n]*(?:\n|$))+/
const ofMyst = /^(?:[ \t]*:[a-z][\w-]*:[^\n]*(?:\n|$))+\n?/i

// A diagram has its options wherever it is one; other code only where braces say that it is more than code.
function headOf(content: string, info: string): Head {
  const quarto = info.startsWith('{') || info.startsWith('mermaid') ? ofQuarto.exec(content)?.[0] : undefined
  if (quarto !== undefined) return { lines: readQuarto(quarto), source: content.slice(quarto.length), isOfMyst: false }
  const myst = /^\{[a-z][\w:-]*\}/i.test(info) ? ofMyst.exec(content)?.[0] : undefined
  if (myst === undefined) return { lines: new Map(), source: content, isOfMyst: false }
  return { lines: readMyst(myst.split('\n')), source: content.slice(myst.length), isOfMyst: true }
}

/** `:name: value` a line. */
export function readMyst(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines
      .flatMap(line => [...line.matchAll(/^[ \t]*:([a-z][\w-]*):[ \t]*(.*?)[ \t]*$/gi)])
      .map(([, name = '', value = '']) => [name, value]),
  )
}

// `#| label: lst-x`; a caption may go on in further lines.
function readQuarto(head: string): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  let last: string | undefined
  for (const line of head.split('\n').map(each => each.replace(/^[ \t]*(?:#|%%|\/\/|--)\|[ \t]?/, ''))) {
    const [, name, value = ''] = /^([a-z][\w-]*):[ \t]*(.*)$/i.exec(line) ?? []
    if (name !== undefined) named.set(name, value.trim().replace(/^[|>][+-]?$/, ''))
    else if (last !== undefined && /^[ \t]+\S/.test(line)) named.set(last, `${named.get(last) ?? ''} ${line.trim()}`.trim())
    last = name ?? last
  }
  return new Map([...named].map(([name, value]) => [name, value.replace(/^(["'])(.*)\1$/, '$2').replaceAll('\\"', '"')]))
}
