// What authors of bookdown write, as others write it: `\@ref(thm:cap)` is `-@thm-cap`, the label `(\#eq:loss)` of an equation is LaTeX's, and a box
// ```` ```{theorem, cap, name="Capacity"} ```` is the directive of MyST.

import { codeFinder, codeStarts } from '../../text/code-parts.ts'
import { matchAt, type Part, replaceParts } from '../../text/parts.ts'
import { kindNamed, labelPrefixes } from './kinds.ts'

const reference = /\\@ref\(([a-z]+):([\w-]+)\)/y
const label = /\(\\#(eq:[\w-]+)\)/y
const starts = new RegExp(`${codeStarts.source}|\\\\@ref\\(|\\(\\\\#eq:`, 'gm')

interface Written extends Part {
  /** Undefined for code, which stays as it is. */
  readonly instead?: string
}

/** The same text, line for line. */
export function fromBookdown(text: string): string {
  if (!text.includes('\\@ref(') && !text.includes('(\\#eq:')) return text
  const findCode = codeFinder(text)
  const find = (at: number): Written | undefined => findCode(at) ?? referenceAt(text, at) ?? labelAt(text, at)
  return replaceParts(text, new RegExp(starts), find, (source, { instead = source }) => instead)
}

function referenceAt(text: string, at: number): Written | undefined {
  const [written, kind = '', name = ''] = matchAt(text, at, reference) ?? []
  if (written === undefined) return undefined
  const prefix = kind === 'tab' ? 'tbl' : kind
  if (!labelPrefixes.includes(prefix)) return undefined
  return { end: at + written.length, instead: prefix === 'eq' ? `{eq}\`eq:${name}\`` : `-@${prefix}-${name}` }
}

function labelAt(text: string, at: number): Written | undefined {
  const [written, name] = matchAt(text, at, label) ?? []
  return written === undefined ? undefined : { end: at + written.length, instead: `\\label{${name}}` }
}

const box = /^\{([a-z]+)(?:[ \t]*,[ \t]*|[ \t]+)([^{}\s][^{}]*)\}[ \t]*$/
const option = /(?<![\w.])([\w.]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)')/g

/** What stands behind a fence, if it opens a block of a lecture; anything else as it is. */
export function openingOfBookdown(info: string): string {
  const [, name = '', inside = ''] = box.exec(info) ?? []
  const kind = kindNamed(name)
  if (kind === undefined) return info
  const options = new Map([...inside.matchAll(option)].map(([, key = '', one, two]) => [key, one ?? two ?? '']))
  const id = options.get('label') ?? /^[\w-]+(?=[ \t]*(?:,|$))/.exec(inside)?.[0]
  const title = options.get('name') ?? ''
  return `{${name}}${title === '' ? '' : ` ${title}`}${id === undefined || kind.prefix === '' ? '' : ` {#${kind.prefix}-${id}}`}`
}
