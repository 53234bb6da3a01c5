// MyST's directives, ```` ```{prf:theorem} Capacity ````, which stand between the fences of code though they are text. They are written as divs,
// line for line, before anything else is read, so that formulas, Liquid and Markdown in them are.

import { kindNamed } from './kinds.ts'

const fence = /^( {0,3}(?:>[ \t]?)*)(`{3,}|~{3,})([^\n]*)$/
const directive = /^\{([a-z][\w:-]*)\}/i

/** The name in a directive's braces without its domain: `theorem` of `prf:theorem`. */
export function directiveName(braces: string): string | undefined {
  return /^[a-z][\w:-]*$/i.test(braces.trim()) ? braces.trim().replace(/^(?:prf|proof):/, '') : undefined
}

interface Open {
  readonly signs: string
  readonly isDiv: boolean
}

export function directivesAsDivs(text: string): string {
  if (!/^[ >]*(?:`{3,}|~{3,})\{[a-z]/im.test(text)) return text
  const open: Open[] = []
  const lines = text.split('\n').map(line => {
    const [, before = '', signs = '', rest = ''] = fence.exec(line) ?? []
    if (signs === '') return line
    const last = open.at(-1)
    if (last !== undefined && rest.trim() === '' && signs.startsWith(last.signs)) {
      open.pop()
      return last.isDiv ? before + ':'.repeat(signs.length) + rest : line
    }
    // Nothing begins in code.
    if (last?.isDiv === false || (signs.startsWith('`') && rest.includes('`'))) return line
    const name = directiveName(directive.exec(rest)?.[1] ?? '')
    const isDiv = name !== undefined && kindNamed(name) !== undefined
    open.push({ signs, isDiv })
    return isDiv ? before + ':'.repeat(signs.length) + rest : line
  })
  return lines.join('\n')
}
