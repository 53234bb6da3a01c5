// References in a style of notes, as the humanities have them (Chicago, OSCOLA): what is cited is said in a footnote, in full the first time and
// in short afterwards, so what a citation says depends on those before it.

import { escapeHtml } from '../text/escape.ts'
import type { Citation, CitedPiece } from '../words/cited.ts'
import { asItem, type Engine, unlinked, withForms, withoutStyles } from './csl-items.ts'
import type { Formatted, ToFormat } from './formatting.ts'
import type { Item } from './to-csl.ts'

/** True for the text of a style whose citations are notes. */
export function isOfNotes(style: string): boolean {
  return /<style\b[^>]*\bclass="note"/.test(style)
}

/** What the notes say, by the places of their citations; in the text itself only an author stands whom the sentence names. */
export function sayNotes(engine: Engine, { inOrder, uncited, items }: ToFormat): Pick<Formatted, 'said' | 'notes'> {
  const asked = inOrder.flatMap((citation, index) => {
    const cited = citation.items.filter(({ key }) => items.has(key))
    return cited.length === 0 ? [] : [{ citation, cited, id: String(index) }]
  })
  // The library wants them in the order of their notes: those that stand in a footnote come last in the text.
  const inNotes = asked.toSorted((one, other) => (one.citation.note ?? 0) - (other.citation.note ?? 0))
  const clusters = inNotes.map(({ citation: { isInSentence, note }, cited, id }, index) => ({
    citationID: id,
    citationItems: cited.map(item => asItem(isInSentence ? { ...item, withoutAuthor: true } : item)),
    properties: { noteIndex: note ?? index + 1 },
  }))
  const words = new Map(engine.rebuildProcessorState(clusters, 'html', uncited).map(([id, , text]) => [id, withoutStyles(text)]))
  const keysAt = (index: number): readonly string[] => (inOrder[index]?.items ?? []).map(({ key }) => key)
  const said = new Map(asked.map(({ citation, cited }) => [citation.written, authorOf(engine, citation, cited)]))
  const notes = inOrder.map((citation, index) => {
    const written = words.get(String(index))
    const text = written && withForms(written, keysAt(index), items)
    // Where no author stands, some styles begin with what they set behind him.
    const note = citation.isInSentence ? text?.replace(/^[,;:\s]+/, '') : text
    return note === undefined ? undefined : note + missing(citation, items)
  })
  return { said, notes }
}

function authorOf(engine: Engine, { isInSentence }: Citation, [first]: Citation['items']): CitedPiece[] {
  if (!isInSentence || first === undefined) return []
  // Without what the style sets between an author and the rest.
  const author = unlinked(engine, [{ ...asItem({ ...first, suffix: '' }), 'author-only': true }]).replace(/[,;:\s]+$/, '')
  return author === '' ? [] : [author]
}

function missing({ items }: Citation, known: ReadonlyMap<string, Item>): string {
  return items.flatMap(({ key }) => (known.has(key) ? [] : [`; @${escapeHtml(key)}`])).join('')
}
