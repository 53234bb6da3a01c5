// THE LIST of the blocks of a lecture: what may stand behind `:::` or in `> [!…]`, and how each is numbered and shown.

import { ownValue } from '../../text/own-value.ts'
import type { PhraseName } from '../../words/en.ts'

export interface BlockKind {
  /** Its class on a page. */
  readonly name: string
  /** What readers know it by. */
  readonly phrase: PhraseName
  /** How it looks: a note in a box, a statement with its name run in, a part that is worked through, or figures with a caption. */
  readonly look: 'alert' | 'statement' | 'part' | 'float'
  /** Kinds that share a counter are numbered through together; undefined for one without a number. */
  readonly counter: string | undefined
  /** The beginning of a Quarto id that says the kind: `thm` of `#thm-cap`; empty for none. */
  readonly prefix: string
  /** Folded unless its author says otherwise. */
  readonly isFolded: boolean
}

function kind(phrase: PhraseName, look: BlockKind['look'], counter?: string, prefix = '', isFolded = false): BlockKind {
  return { name: phrase === 'noteBlock' ? 'note' : phrase, phrase, look, counter, prefix, isFolded }
}

const kinds: readonly BlockKind[] = [
  kind('noteBlock', 'alert', undefined, 'nte'),
  kind('tip', 'alert', undefined, 'tip'),
  kind('important', 'alert', undefined, 'imp'),
  kind('warning', 'alert', undefined, 'wrn'),
  kind('caution', 'alert', undefined, 'cau'),
  // As in most books, a reader finds Lemma 4 behind Theorem 3.
  kind('definition', 'statement', 'statement', 'def'),
  kind('theorem', 'statement', 'statement', 'thm'),
  kind('lemma', 'statement', 'statement', 'lem'),
  kind('corollary', 'statement', 'statement', 'cor'),
  kind('proposition', 'statement', 'statement', 'prp'),
  kind('conjecture', 'statement', 'statement', 'cnj'),
  kind('remark', 'statement', undefined, 'rem'),
  kind('proof', 'statement', undefined, 'prf'),
  kind('example', 'statement', 'example', 'exm'),
  kind('exercise', 'part', 'exercise', 'exr'),
  kind('solution', 'part', undefined, 'sol', true),
  kind('question', 'part', 'question'),
  kind('takeaway', 'part'),
]

// These have no name, only an id.
const floats: readonly BlockKind[] = [kind('figure', 'float', undefined, 'fig'), kind('table', 'float', undefined, 'tbl')]

const byName: ReadonlyMap<string, BlockKind> = new Map(kinds.map(each => [each.name, each]))
const byPrefix: ReadonlyMap<string, BlockKind> = new Map(
  [...kinds, ...floats].filter(({ prefix }) => prefix !== '').map(each => [each.prefix, each]),
)

/** What the same thing is called elsewhere: in Obsidian, Quarto, MyST, Docusaurus and VitePress. */
const otherNames: Readonly<Record<string, string>> = {
  info: 'note',
  abstract: 'takeaway',
  summary: 'takeaway',
  hint: 'tip',
  danger: 'caution',
  error: 'caution',
  attention: 'warning',
  prop: 'proposition',
  def: 'definition',
  thm: 'theorem',
  cor: 'corollary',
  faq: 'question',
  problem: 'exercise',
  answer: 'solution',
}

/** The names that an author may write. */
export const knownNames: readonly string[] = [...byName.keys(), ...Object.keys(otherNames)]

/** The kind that goes by a name: `theorem`, `THM`, Quarto's `callout-note`. */
export function kindNamed(name: string): BlockKind | undefined {
  const plain = name.toLowerCase().replace(/^callout-/, '')
  return byName.get(ownValue(otherNames, plain) ?? plain)
}

/** Figures side by side that share no number. */
export const beside: BlockKind = kind('figure', 'float')

/** The kind of a block that has an id and no name: theorem for `thm-cap`. */
export function kindOfId(id: string): BlockKind | undefined {
  return byPrefix.get(/^[a-z]+(?=-)/.exec(id)?.[0] ?? '')
}
