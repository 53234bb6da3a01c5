// Filters for values of any kind, and those that ask the site to turn one text into another.

import type { Checked } from '../../diagnostic.ts'
import type { Filter, Run } from '../nouns.ts'
import { asText, fail, settled, spend } from '../running/run.ts'
import { entriesOf, isHash, isInteger, isNil, isTruthy, printedDrop } from '../values/kinds.ts'
import { field } from '../values/property.ts'
import { toText } from '../values/text.ts'

export const valueFilters: Readonly<Record<string, Filter>> = {
  default: (_, input, operands) => {
    const [value, options] = operands.length === 0 ? [''] : operands
    const isMissing = isTruthy(field(options, 'allow_false')) ? isNil(input) : !isTruthy(input)
    return isMissing || isEmpty(input) ? value : input
  },
  jsonify: (run, input) => json(run, input, 0),
  markdownify: converting('markdownify'),
  smartify: converting('smartify'),
  sassify: converting('sassify'),
  scssify: converting('scssify'),
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) ? value.length === 0 : isHash(value) && entriesOf(value).length === 0)
}

function converting(name: 'markdownify' | 'smartify' | 'sassify' | 'scssify'): Filter {
  return (run, input) => {
    const made = settled(run, converted(run, name, toText(asText(run, input))))
    return isChecked(made) ? checked(run, name, made) : made
  }
}

function isChecked(value: unknown): value is Checked<string> {
  return typeof value === 'object' && value !== null && 'diagnostics' in value
}

// What is wrong with a text that Liquid has made has no place in a file but that of the tag.
function checked(run: Run, name: string, { value, diagnostics }: Checked<string>): string {
  for (const { message, file = '', position } of diagnostics)
    fail(run, `${name}: ${message}${position === undefined ? '' : `, in line ${position.line} of ${file}`}`)
  return value
}

/** What it costs to convert a text, and each of its characters: a page may ask for thousands of long posts, but not for millions of texts. */
const conversion = { each: 2000, character: 0.5 }

// Each text is converted once, however many pages ask for it.
function converted(run: Run, name: 'markdownify' | 'smartify' | 'sassify' | 'scssify', text: string) {
  if (!spend(run, conversion.each + conversion.character * text.length)) return ''
  const { site, converted } = run.engine
  const key = `${name} ${text}`
  // Markdown of nothing is an empty line, as in kramdown.
  const known = converted.get(key) ?? (name === 'markdownify' && text.trim() === '' ? '\n' : site[name](text))
  converted.set(key, known)
  return known
}

// What the documents beside a document leave out, so that JSON of one is not JSON of all.
const collapsed: ReadonlySet<unknown> = new Set(['content', 'output', 'excerpt', 'next', 'previous'])
const neighbours: ReadonlySet<unknown> = new Set(['next', 'previous'])

/** What a value in JSON costs: its text is put together once more for each list that it is in. */
const jsonCost = 5

function json(run: Run, written: unknown, depth: number, isNeighbour = false): string {
  const value = settled(run, written)
  if (isNil(value)) return 'null'
  if (typeof value === 'boolean' || isInteger(value)) return String(value)
  if (!spend(run, jsonCost) || depth > 100) return 'null'
  if (Array.isArray(value)) return `[${value.map(item => json(run, item, depth + 1)).join(',')}]`
  if (isHash(value)) {
    const entries = entriesOf(value).filter(([key]) => !isNeighbour || !collapsed.has(key))
    const isDocument = printedDrop(value) !== undefined
    return `{${entries.map(([key, item]) => `${JSON.stringify(toText(key))}:${json(run, item, depth + 1, isDocument && neighbours.has(key))}`).join(',')}}`
  }
  const text = toText(value)
  return typeof value === 'string' || !/^-?\d/.test(text) || /[: ]/.test(text) ? JSON.stringify(text) : text
}
