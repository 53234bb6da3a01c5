// A box of code: what an author may ask for behind the language of a fence or in an attribute list (a file name, numbered and marked
// lines), and how it is written. Fences and Liquid's `highlight` share it.

import { escapeHtml } from '../text/escape.ts'
import { htmlLines } from '../text/html-lines.ts'

export interface CodeOptions {
  /** Name of the file, shown above the code; or empty. */
  readonly title: string
  readonly isNumbered: boolean
  /** Numbers of marked lines, from 1. */
  readonly marked: ReadonlySet<number>
}

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
    isNumbered: words.some(word => /^(?:linenos|linenos=(?:true|table|inline)|line-numbers|showLineNumbers|numbered)$/.test(word)),
    marked: lineNumbers(braces ?? named['mark'] ?? named['mark_lines'] ?? named['hl_lines'] ?? named['data-line'] ?? ''),
  }
}

// `1,3-5` or `1 3-5`.
function lineNumbers(text: string): Set<number> {
  const numbers = [...text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)].flatMap(([, first = '', last = first]) => {
    const [from, to] = [Number(first), Math.min(Number(last), Number(first) + 10_000)]
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  })
  return new Set(numbers)
}

/** The code, each line an element where lines are numbered or marked; the style sheet writes the numbers, so nobody copies them. */
export function codeLines(code: string, { isNumbered, marked }: CodeOptions): string {
  if (!isNumbered && marked.size === 0) return code
  const end = code.endsWith('\n') ? '\n' : ''
  const tag = (index: number) => (marked.has(index + 1) ? 'mark' : 'span')
  return (
    htmlLines(end === '' ? code : code.slice(0, -1))
      .map((line, index) => `<${tag(index)} class="line">${line}</${tag(index)}>`)
      .join('\n') + end
  )
}

/** The box under the name of its file, if it has one. */
export function withTitle(box: string, { title }: CodeOptions): string {
  if (title === '') return box
  return `<div class="code-file lectern-wrap"><p class="code-title lectern-add">${escapeHtml(title)}</p>${box.trimEnd()}</div>\n`
}
