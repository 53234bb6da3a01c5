// A value that was reckoned as libsass writes it in compressed CSS. What stands in the declaration as it is is left alone.

import { expressionIn } from './libsass-value.ts'

/** `declared` is the rest of the source from the declaration's value on, `afar` from where that value comes from. */
export function compressedValue(value: string, declared: string, afar: string): string {
  // What was a string is no list, and holds no numbers.
  if ([declared, afar].some(source => /^unquote\(.*\)$/s.test(expressionIn(source)))) return value
  return withBareFractions(withTightLists(value), declared, afar)
}

const passed = String.raw`"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'`
const colour = String.raw`\brgba\([\d., ]+\)`
const listPart = new RegExp(String.raw`${passed}|${colour}|[()]|,\s+`, 'g')

// A list has no space behind its commas, and a colour none; the arguments of other calls have.
function withTightLists(value: string): string {
  let depth = 0
  return value.replace(listPart, found => {
    if (found === '(') depth += 1
    else if (found === ')') depth -= 1
    else if (found.startsWith('rgba')) return found.replaceAll(' ', '')
    return found.startsWith(',') && depth === 0 ? ',' : found
  })
}

const fraction = new RegExp(String.raw`${passed}|${colour}|\burl\([^)]*\)|(?<![\w.#-])(-?)0(\.\d+)`, 'g')

// A number that a variable holds by itself has no zero before its point; in a list, and where it stands in the declaration, it keeps it.
function withBareFractions(value: string, declared: string, afar: string): string {
  if (!value.includes('0.')) return value
  const list = expressionIn(afar)
  const written = `${expressionIn(declared)} ${/[\s,]/.test(list) ? list : ''}`
  const kept = new Set([...written.matchAll(/(?<![\w.])0?\.\d+/g)].map(([number]) => Number(number)))
  return value.replace(fraction, (whole, sign: string | undefined, rest: string | undefined) =>
    rest === undefined || kept.has(Number(rest)) ? whole : `${sign}${rest}`,
  )
}
