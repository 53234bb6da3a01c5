// A box of code: what an author may ask for behind the language of a fence or in an attribute list (a file name, numbered and marked
// lines), and how it is written. Fences and Liquid's `highlight` share it.

import { escapeHtml } from '../text/escape.ts'
import { htmlLines } from '../text/html-lines.ts'

export interface CodeOptions {
  /** Name of the file, shown above the code; or empty. */
  readonly title: string
  readonly isNumbered: boolean
  readonly marked: readonly LineRange[]
}

/** The first and the last line, counted from 1. */
export type LineRange = readonly [first: number, last: number]

/**
 * Reads what stands behind the language: `{1,3-5} title="train.py" linenos` (Docusaurus, Hugo: `hl_lines="1 3-5"`), and the
 * attributes of a list: `{: file="train.py" mark="1,3-5" .linenos}` (Chirpy's `file`).
 */
export function readCodeOptions(info: string, attributes: Readonly<Record<string, string>> = {}): CodeOptions {
  const named = { ...attributes }
  for (const [, name = '', double, single, list] of info.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\[([^\]]*)\])/g))
    named[name] = double ?? single ?? list ?? ''
  const braces = /^[^"'=]*\{([\d\s,-]+)\}/.exec(info)?.[1]
  const words = `${info} ${attributes['class'] ?? ''}`.split(/[\s,{}]+/)
  return {
    title: named['title'] ?? named['file'] ?? named['filename'] ?? '',
    isNumbered: words.some(word =>
      /^\.?(?:linenos|linenos=(?:true|table|inline)|line-numbers|showLineNumbers|numbered|numberLines|number-lines)$/.test(word),
    ),
    marked: lineRanges(braces ?? named['mark'] ?? named['mark_lines'] ?? named['hl_lines'] ?? named['data-line'] ?? ''),
  }
}

// `1,3-5` or `1 3-5`.
function lineRanges(text: string): LineRange[] {
  return [...text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].map(([, first = '', last = first]) => [Number(first), Number(last)])
}

type WriteLine = (line: string, isMarked: boolean) => string

const ownLine: WriteLine = (line, isMarked) => (isMarked ? `<mark class="line">${line}</mark>` : `<span class="line">${line}</span>`)

/** As Rouge marks lines, for which every style sheet of its classes has a colour. */
export const rougeLine: WriteLine = (line, isMarked) => (isMarked ? `<span class="hll">${line}</span>` : line)

/** The code, each line an element where lines are numbered or marked; the style sheet writes the numbers, so nobody copies them. */
export function codeLines(code: string, { isNumbered, marked }: CodeOptions, write = ownLine): string {
  if (!isNumbered && marked.length === 0) return code
  const end = code.endsWith('\n') ? '\n' : ''
  const lines = htmlLines(end === '' ? code : code.slice(0, -1))
  const depths = depthsIn(marked, lines.length)
  return lines.map((line, index) => write(line, (depths[index + 1] ?? 0) > 0)).join('\n') + end
}

// In how many ranges each line is. Ranges may be many, and longer than any code, so each is looked at once and each line once.
function depthsIn(ranges: readonly LineRange[], lines: number): Int32Array {
  const depths = new Int32Array(lines + 2)
  const change = (line: number, by: number): void => {
    if (line <= lines) depths[line] = (depths[line] ?? 0) + by
  }
  for (const [first, last] of ranges.filter(([first, last]) => first <= last)) {
    change(first, 1)
    change(last + 1, -1)
  }
  for (let line = 1; line <= lines; line += 1) depths[line] = (depths[line] ?? 0) + (depths[line - 1] ?? 0)
  return depths
}

/** The box under the name of its file, if it has one. */
export function withTitle(box: string, { title }: CodeOptions): string {
  if (title === '') return box
  return `<div class="code-file lectern-wrap"><p class="code-title lectern-add">${escapeHtml(title)}</p>${box.trimEnd()}</div>\n`
}
