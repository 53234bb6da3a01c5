// The line that opens a block: `::: theorem Capacity {#thm-cap}`, Quarto's `::: {#thm-cap name="Capacity"}`, and what stands behind `[!THEOREM]`.

import type { Token } from 'markdown-it'
import { readAttributes } from './attributes.ts'
import { directiveName } from './directives.ts'
import { type BlockKind, beside, kindNamed, kindOfId } from './kinds.ts'

export interface Opening {
  readonly kind: BlockKind
  /** In Markdown; empty for none. */
  readonly title: string
  readonly id: string | undefined
  readonly isFolded: boolean
  /** How many figures stand side by side; 1 for one below the other. */
  readonly columns: number
  /** It is one of MyST's, `:::{note}`, which may begin with lines of options. */
  readonly isDirective?: boolean
  readonly isUnnumbered?: boolean
  /** It is left out. */
  readonly isHidden?: boolean
  /** Options that nobody knows. */
  readonly misspelt?: readonly string[]
}

/** What opened a block, by its token. */
export function openingOf({ meta }: Token): Opening {
  return meta?.['opening'] as Opening
}

const fence = /^ {0,3}:{3,}[ \t]*(?:\{([^{}]*)\}|([a-z][\w-]*))[ \t]*(.*)$/i
const attributesAtEnd = /[ \t]*\{([^{}]*)\}[ \t]*$/

/** Reads the line of a fenced div; undefined where it opens none of our blocks. */
export function readFence(line: string): Opening | undefined {
  const [, braces, word, rest = ''] = fence.exec(line.trimEnd()) ?? []
  if (braces === undefined && word === undefined) return undefined
  const name = directiveName(braces ?? '')
  const directive = name === undefined ? undefined : kindNamed(name)
  if (name !== undefined && directive !== undefined) return readDirective(directive, name, rest)
  const first = readGiven(braces ?? '')
  const { title, attributes } = cutTitle(rest.replace(/[ \t]*:{3,}$/, ''))
  const id = first.id ?? attributes.id
  const columns = Math.max(first.columns, attributes.columns)
  const named = [word ?? '', ...first.classes, ...attributes.classes].map(kindNamed).find(found => found !== undefined)
  const kind = named ?? kindOfId(id ?? '') ?? (columns > 1 ? beside : undefined)
  if (kind === undefined) return undefined
  const isFolded = first.isFolded ?? attributes.isFolded ?? kind.isFolded
  return { kind, title: (first.title ?? attributes.title ?? title).replace(/^\[(.*)\]$/, '$1'), id, isFolded, columns }
}

// What stands behind a solution is the label of its exercise.
function readDirective(kind: BlockKind, name: string, rest: string): Opening {
  const argument = rest.replace(/[ \t]*:{3,}$/, '').trim()
  const { title, attributes } = cutTitle(argument)
  const isLabel = kind.name === 'solution' && /^[\w:.-]+$/.test(argument)
  const isFolded = attributes.isFolded ?? (kind.isFolded || name === 'dropdown')
  return { kind, title: isLabel ? `{ref}\`${argument}\`` : title, id: attributes.id, isFolded, columns: 1, isDirective: true }
}

/** The name of a fenced div that is none of our blocks. */
export function nameOfFence(line: string): string | undefined {
  const [, braces, word] = fence.exec(line) ?? []
  return word ?? directiveName(braces ?? '') ?? readGiven(braces ?? '').classes[0]
}

/** A title without the attributes behind it. */
export function cutTitle(text: string): { readonly title: string; readonly attributes: Given } {
  const found = attributesAtEnd.exec(text)
  const attributes = readGiven(found?.[1] ?? '')
  const isMeant = found !== null && (attributes.id !== undefined || attributes.classes.length > 0 || attributes.title !== undefined)
  return isMeant ? { title: text.slice(0, found.index).trim(), attributes } : { title: text.trim(), attributes: nothing }
}

interface Given {
  readonly id: string | undefined
  readonly classes: readonly string[]
  readonly title: string | undefined
  readonly isFolded: boolean | undefined
  readonly columns: number
}

const nothing: Given = { id: undefined, classes: [], title: undefined, isFolded: undefined, columns: 1 }

function readGiven(text: string): Given {
  if (text.trim() === '') return nothing
  const { id, classes, pairs } = readAttributes(text)
  const collapse = pairs.get('collapse')
  const title = ['name', 'title', 'fig-cap', 'tbl-cap', 'lst-cap'].map(name => pairs.get(name)).find(found => found !== undefined)
  const columns = Number(/^\d$/.exec(pairs.get('layout-ncol') ?? '')?.[0] ?? 1)
  return { id, classes, title, isFolded: collapse === undefined ? undefined : collapse === 'true', columns }
}
