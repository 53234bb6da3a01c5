// What is worth a look in one text: headings that skip a level, ids that stand twice, what is left to do, a description that says little.

import type { Heading } from '../body.ts'
import { type Diagnostic, placeInBody } from '../diagnostic.ts'
import { headingJump, longDescription, repeatedId, shortDescription, unfinished } from '../diagnostics/advice.ts'
import type { Entry } from '../model.ts'
import { textOfHtml } from '../text/escape.ts'

export interface CheckedText {
  readonly entry: Entry
  /** The lines of its body. */
  readonly lines: readonly string[]
  readonly headings: readonly Heading[]
  /** All ids in it, in order. */
  readonly ids: readonly string[]
  /** As lists and search engines show it. */
  readonly description: string
}

/** THE LIST of checks of a text. */
export const textChecks: readonly ((text: CheckedText) => readonly Diagnostic[])[] = [headingLevels, doubleIds, leftToDo, descriptions]

function headingLevels({ entry, lines, headings }: CheckedText): Diagnostic[] {
  return headings.flatMap((heading, index) => {
    const before = headings[index - 1]
    if (before === undefined || heading.level <= before.level + 1) return []
    const title = textOfHtml(heading.html)
    return [headingJump(placeInBody(entry, lines, entry.bodyLine + lineOf(lines, title), title), title, before.level, heading.level)]
  })
}

// Of the line of a heading only the beginning is sure to stand in the text as it is read.
function lineOf(lines: readonly string[], title: string): number {
  const start = title.slice(0, 12)
  return Math.max(
    0,
    lines.findIndex(line => /^#{1,6}/.test(line) && line.includes(start)),
  )
}

function doubleIds({ entry, lines, ids }: CheckedText): Diagnostic[] {
  const seen = new Set<string>()
  return ids.flatMap(id => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const line = lines.findLastIndex(text =>
      new RegExp(`(?:\\{:?[^}\\n]*#|\\bid=["']?)${id.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}\\b`).test(text),
    )
    return [repeatedId(placeInBody(entry, lines, entry.bodyLine + Math.max(0, line), id), id)]
  })
}

// In capitals, as a writer marks it for himself; in code it belongs to the code.
function leftToDo({ entry, lines }: CheckedText): Diagnostic[] {
  if (entry.kind === 'post' && entry.draft) return []
  let fence = ''
  return lines.flatMap((line, index) => {
    const [, mark = ''] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
    const word =
      fence === '' && mark === ''
        ? /(?<![\p{L}\p{N}`_-])(?:TODO|FIXME|TKTK|XXX)(?![\p{L}\p{N}`_-])/u.exec(
            line.replace(/`[^`]*`/g, code => ' '.repeat(code.length)),
          )?.[0]
        : undefined
    return word === undefined ? [] : [unfinished(placeInBody(entry, lines, entry.bodyLine + index, word), word)]
  })
}

function descriptions({ entry, description }: CheckedText): Diagnostic[] {
  const place = { file: entry.source }
  if (entry.description !== undefined) return entry.description.length > 300 ? [longDescription(place, entry.description.length)] : []
  return entry.kind === 'post' && description.length < 50 ? [shortDescription(place)] : []
}
