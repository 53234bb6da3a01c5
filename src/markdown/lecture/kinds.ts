// THE LIST of the blocks of a lecture: what may stand behind `:::` or in `> [!…]`, and how each is numbered and shown.

import { ownValue } from '../../text/own-value.ts'
import type { PhraseName } from '../../words/en.ts'

export interface BlockKind {
  /** What an author writes. */
  readonly name: string
  /** What readers know it by. */
  readonly phrase: PhraseName
  /** How it looks: a note in a box, a statement with its name run in, a part that is worked through, or figures with a caption. */
  readonly look: 'alert' | 'statement' | 'part' | 'float'
  /** The kind whose colours and letters it has; usually itself. */
  readonly shownAs: string
  /** Kinds that share a counter are numbered through together; undefined for one without a number. */
  readonly counter: string | undefined
  /** Only one with a label that says what it is has a number. */
  readonly isNumberedByLabel: boolean
  /** The beginning of an id that says the kind, as in Quarto: `thm` of `#thm-cap`; empty for none. */
  readonly prefix: string
  /** Folded unless its author says otherwise. */
  readonly isFolded: boolean
  /** Its title stands in the place of its name. */
  readonly isCalledByTitle: boolean
}

type Differing = Partial<Omit<BlockKind, 'phrase' | 'look'>>

function kind(phrase: PhraseName, look: BlockKind['look'], differing: Differing = {}): BlockKind {
  const name = differing.name ?? phrase
  const isNumberedByLabel = look === 'alert'
  const plain = { counter: undefined, isNumberedByLabel, prefix: '', isFolded: false, isCalledByTitle: false }
  return { name, phrase, look, shownAs: name, ...plain, ...differing }
}

const kinds: readonly BlockKind[] = [
  // A note is only numbered where it has a label, as in Quarto, and then among those of its kind.
  kind('noteBlock', 'alert', { name: 'note', counter: 'note', prefix: 'nte' }),
  kind('tip', 'alert', { counter: 'tip', prefix: 'tip' }),
  kind('important', 'alert', { counter: 'important', prefix: 'imp' }),
  kind('warning', 'alert', { counter: 'warning', prefix: 'wrn' }),
  kind('caution', 'alert', { counter: 'caution', prefix: 'cau' }),
  // What Obsidian and MyST have besides.
  kind('noteBlock', 'alert', { name: 'admonition', shownAs: 'note', isCalledByTitle: true }),
  kind('seeAlso', 'alert', { name: 'seealso', shownAs: 'note' }),
  kind('todo', 'alert', { shownAs: 'note' }),
  kind('quote', 'alert', { shownAs: 'note', isCalledByTitle: true }),
  kind('success', 'alert', { shownAs: 'tip' }),
  kind('failure', 'alert', { shownAs: 'caution' }),
  kind('bug', 'alert', { shownAs: 'caution' }),
  // As in most books, a reader finds Lemma 4 behind Theorem 3.
  kind('definition', 'statement', { counter: 'statement', prefix: 'def' }),
  kind('theorem', 'statement', { counter: 'statement', prefix: 'thm' }),
  kind('lemma', 'statement', { counter: 'statement', prefix: 'lem' }),
  kind('corollary', 'statement', { counter: 'statement', prefix: 'cor' }),
  kind('proposition', 'statement', { counter: 'statement', prefix: 'prp' }),
  kind('conjecture', 'statement', { counter: 'statement', prefix: 'cnj' }),
  kind('axiom', 'statement', { counter: 'statement', shownAs: 'theorem', prefix: 'axm' }),
  kind('claim', 'statement', { counter: 'statement', shownAs: 'theorem', prefix: 'clm' }),
  kind('assumption', 'statement', { counter: 'statement', prefix: 'asm' }),
  kind('algorithm', 'statement', { counter: 'algorithm', prefix: 'alg' }),
  kind('remark', 'statement', { counter: 'remark', isNumberedByLabel: true, prefix: 'rem' }),
  kind('proof', 'statement', { prefix: 'prf' }),
  kind('example', 'statement', { counter: 'example', prefix: 'exm' }),
  kind('exercise', 'part', { counter: 'exercise', prefix: 'exr' }),
  kind('solution', 'part', { prefix: 'sol', isFolded: true }),
  kind('question', 'part', { counter: 'question' }),
  kind('takeaway', 'part'),
]

// These have no name, only an id.
const floats: readonly BlockKind[] = [
  kind('figure', 'float', { prefix: 'fig' }),
  kind('table', 'float', { prefix: 'tbl' }),
  kind('listing', 'float', { prefix: 'lst' }),
]

const byName: ReadonlyMap<string, BlockKind> = new Map(kinds.map(each => [each.name, each]))
const byPrefix: ReadonlyMap<string, BlockKind> = new Map(
  [...kinds, ...floats].filter(({ prefix }) => prefix !== '').map(each => [each.prefix, each]),
)

/** What labels of things begin with. */
export const labelPrefixes: readonly string[] = ['eq', 'sec', 'lec', ...byPrefix.keys()]

/** What the same thing is called elsewhere: in Obsidian, Quarto, MyST, Docusaurus and VitePress. */
const otherNames: Readonly<Record<string, string>> = {
  info: 'note',
  abstract: 'takeaway',
  summary: 'takeaway',
  tldr: 'takeaway',
  hint: 'tip',
  check: 'success',
  done: 'success',
  help: 'question',
  faq: 'question',
  attention: 'warning',
  danger: 'caution',
  error: 'caution',
  fail: 'failure',
  missing: 'failure',
  cite: 'quote',
  dropdown: 'admonition',
  prop: 'proposition',
  def: 'definition',
  thm: 'theorem',
  cor: 'corollary',
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

/** True for a block that has a number. */
export function isNumbered({ isNumberedByLabel, counter, prefix }: BlockKind, id: string | undefined): boolean {
  return counter !== undefined && (!isNumberedByLabel || id?.startsWith(`${prefix}-`) === true)
}

/** Figures side by side that share no number. */
export const beside: BlockKind = kind('figure', 'float')

/** The kind of a block that has an id and no name: theorem for `thm-cap`. */
export function kindOfId(id: string): BlockKind | undefined {
  return byPrefix.get(/^[a-z]+(?=-)/.exec(id)?.[0] ?? '')
}
