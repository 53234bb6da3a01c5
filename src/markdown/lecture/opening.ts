// The line that opens a block: `::: theorem Capacity {#thm-cap}`, Quarto's `::: {#thm-cap name="Capacity"}`, and what stands behind `[!THEOREM]`.

import { type BlockKind, kindNamed, kindOfId } from './kinds.ts'

export interface Opening {
  readonly kind: BlockKind
  /** In Markdown; empty for none. */
  readonly title: string
  readonly id: string | undefined
  readonly isFolded: boolean
}

const fence = /^ {0,3}:{3,}[ \t]*(?:\{([^{}]*)\}|([a-z][\w-]*))[ \t]*(.*)$/i
const attributesAtEnd = /[ \t]*\{([^{}]*)\}[ \t]*$/

/** Reads the line of a fenced div; undefined where it opens none of our blocks. */
export function readFence(line: string): Opening | undefined {
  const [, braces, word, rest = ''] = fence.exec(line.trimEnd()) ?? []
  if (braces === undefined && word === undefined) return undefined
  const first = readAttributes(braces ?? '')
  const { title, attributes } = cutTitle(rest.replace(/[ \t]*:{3,}$/, ''))
  const id = first.id ?? attributes.id
  const kind = [word ?? '', ...first.classes, ...attributes.classes].map(kindNamed).find(found => found !== undefined) ?? kindOfId(id ?? '')
  if (kind === undefined) return undefined
  const isFolded = first.isFolded ?? attributes.isFolded ?? kind.isFolded
  return { kind, title: (first.title ?? attributes.title ?? title).replace(/^\[(.*)\]$/, '$1'), id, isFolded }
}

/** The name of a fenced div that is none of our blocks. */
export function nameOfFence(line: string): string | undefined {
  const [, braces, word] = fence.exec(line) ?? []
  return word ?? readAttributes(braces ?? '').classes[0]
}

/** A title without the attributes behind it. */
export function cutTitle(text: string): { readonly title: string; readonly attributes: Attributes } {
  const found = attributesAtEnd.exec(text)
  const attributes = readAttributes(found?.[1] ?? '')
  const isMeant = found !== null && (attributes.id !== undefined || attributes.classes.length > 0 || attributes.title !== undefined)
  return isMeant ? { title: text.slice(0, found.index).trim(), attributes } : { title: text.trim(), attributes: nothing }
}

interface Attributes {
  readonly id: string | undefined
  readonly classes: readonly string[]
  readonly title: string | undefined
  readonly isFolded: boolean | undefined
}

const nothing: Attributes = { id: undefined, classes: [], title: undefined, isFolded: undefined }

// `#id .class key="value"`, and MyST's bare word.
function readAttributes(text: string): Attributes {
  if (text.trim() === '') return nothing
  const pairs = new Map(
    [...text.matchAll(/([\w-]+)=(?:["“”]([^"“”]*)["“”]|(\S+))/g)].map(([, name, quoted, bare]) => [name, quoted ?? bare ?? '']),
  )
  const bare = text.replace(/[\w-]+=(?:["“”][^"“”]*["“”]|\S+)/g, ' ')
  const collapse = pairs.get('collapse')
  return {
    id: /#([\p{L}_][\p{L}\p{N}_:.-]*)/u.exec(bare)?.[1],
    classes: [...bare.matchAll(/(?:^|\s)\.?([a-z][\w-]*)/gi)].map(([, name = '']) => name),
    title: pairs.get('name') ?? pairs.get('title'),
    isFolded: collapse === undefined ? undefined : collapse === 'true',
  }
}
