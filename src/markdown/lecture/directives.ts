// MyST's directives, ```` ```{prf:theorem} Capacity ````, which stand between the fences of code though they are text. They are written as divs,
// line for line, before anything else is read, so that formulas, Liquid and Markdown in them are. In a list they stand as far in as its text.

import { openingOfBookdown } from './bookdown.ts'
import { kindNamed } from './kinds.ts'

const fence = /^([ \t]*(?:>[ \t]?)*)(`{3,}|~{3,})([^\n]*)$/
const directive = /^\{([a-z][\w:-]*)\}/i

/** The name in a directive's braces without its domain: `theorem` of `prf:theorem`. */
export function directiveName(braces: string): string | undefined {
  return /^[a-z][\w:-]*$/i.test(braces.trim()) ? braces.trim().replace(/^(?:prf|proof):/, '') : undefined
}

interface Open {
  readonly signs: string
  /** What stands in the place of its end; undefined for code, which keeps it. */
  readonly end: string | undefined
}

// An exercise with cells of code is opened by a directive of its own and closed by another: `{exercise-start}`, `{exercise-end}`.
const gate = /^(exercise|solution)-(start|end)$/

export function directivesAsDivs(text: string): string {
  if (!/^[ >]*(?:`{3,}|~{3,})\{[a-z]/im.test(text)) return text
  const open: Open[] = []
  const isInLists = listFinder()
  const lines = text.split('\n').map(line => {
    const isText = open.length > 0 || isInLists(line)
    const [, before = '', signs = '', written = ''] = isText ? (fence.exec(line) ?? []) : []
    if (signs === '') return line
    const rest = openingOfBookdown(written)
    const last = open.at(-1)
    if (last !== undefined && rest.trim() === '' && signs.startsWith(last.signs)) {
      open.pop()
      return last.end === undefined ? line : before + last.end
    }
    // Nothing begins in code.
    if ((last !== undefined && last.end === undefined) || (signs.startsWith('`') && rest.includes('`'))) return line
    const name = directiveName(directive.exec(rest)?.[1] ?? '')
    const [, gated, side] = gate.exec(name ?? '') ?? []
    const colons = ':'.repeat(signs.length)
    const end = side === 'start' ? '' : name !== undefined && (side === 'end' || kindNamed(name) !== undefined) ? colons : undefined
    open.push({ signs, end })
    if (end === undefined) return line
    return before + (side === 'end' ? '' : colons + rest.replace(`${gated}-start`, gated ?? ''))
  })
  return lines.join('\n')
}

const point = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/

// Tells of each line in turn whether something may begin there: what is indented by four more than the list that it stands in is code.
function listFinder(): (line: string) => boolean {
  const columns: number[] = []
  return line => {
    if (line.trim() === '') return false
    const column = widthOf(/^[ \t]*/.exec(line)?.[0] ?? '')
    while (columns.length > 0 && column < (columns.at(-1) ?? 0)) columns.pop()
    const isText = column - (columns.at(-1) ?? 0) < 4
    const start = isText ? point.exec(line)?.[0] : undefined
    if (start !== undefined) columns.push(widthOf(start))
    return isText
  }
}

function widthOf(indentation: string): number {
  return indentation.replaceAll('\t', '    ').length
}
