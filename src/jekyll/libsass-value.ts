// A value as libsass writes it. A value in which there is nothing to reckon it leaves alone: its quotes, its escapes, the zeros of its
// numbers, its spaces; sass writes all of them anew. What it does reckon comes out as from sass, but for colours, which have whole channels
// and their names, and `calc()`, which it does not understand and hands on.

/** A colour in functional notation, of `name` and the numbers between its parentheses, as libsass writes it; undefined if it is none. */
export type WriteColour = (notation: string) => string | undefined

const string = String.raw`"(?:[^"\\\n#]|\\[^\n]|#(?!\{))*"|'(?:[^'\\\n#]|\\[^\n]|#(?!\{))*'`
const word = String.raw`(?![\w\u0080-\uffff\\-]*[(:#])-{0,2}(?:[a-zA-Z_\u0080-\uffff]|\\.)(?:[\w\u0080-\uffff-]|\\.)*`
const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:%|${word})?`
const component = String.raw`(?:${string}|#[\da-fA-F]{3,8}\b|${number}|${word}|!important\b)`
const settled = new RegExp(String.raw`(${component}(?:(?:\s*[,/]\s*|\s+)${component})*)`, 'y')
// In the indented syntax a value ends with its line.
const settledOnLine = new RegExp(settled.source.replaceAll('\\s', '[ \\t]'), 'y')
// What only old browsers read, and libsass hands on.
const anything = String.raw`(?:[^;{}#\n]|#(?!\{))*`
const foreign = new RegExp(String.raw`((?:progid:|${anything}?\bexpression\()${anything})`, 'y')
const custom = new RegExp(`(${anything})`, 'y')

/**
 * The value that `source` begins with as it is written there; undefined if there is something to reckon in it. There never is in that of a
 * custom property, whose name begins with its hyphens in the source already.
 */
export function asWritten(isCustom: boolean, source: string, isIndented: boolean): string | undefined {
  const end = isIndented ? /[ \t]*(?:$|\r?\n)/y : /\s*[;}]/y
  for (const pattern of isCustom ? [custom] : [isIndented ? settledOnLine : settled, foreign]) {
    pattern.lastIndex = 0
    const [, written] = pattern.exec(source) ?? []
    end.lastIndex = pattern.lastIndex
    if (written !== undefined && end.test(source)) return written.trimEnd().replace(/\s*\n\s*/g, ' ')
  }
  return undefined
}

/** A value that was reckoned: `value` is what sass makes of the expression that `source` begins with. */
export function reckoned(value: string, source: string, writeColour: WriteColour): string {
  return withCalculations(value, source)
    .replace(passedOrColour, (whole, notation: string | undefined) => (notation === undefined ? whole : (writeColour(notation) ?? whole)))
    .replace(/\\([\da-f]{4,6}) ?/g, (whole, code: string) => (isPrivate(Number.parseInt(code, 16)) ? fromCode(code) : whole))
}

const passedOrColour = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\burl\([^)]*\)|\b((?:rgb|hsl)a?\([-+\d.,%\s]+\))/g

// Signs of icon fonts, which sass alone writes as escapes.
function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && code <= 0x10ffff)
}

function fromCode(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16))
}

function withCalculations(value: string, source: string): string {
  const expression = expressionIn(source)
  if (!/(?:calc|clamp|min|max)\(/i.test(expression)) return value
  const written = partsOf(expression)
  const made = partsOf(value)
  if (written.length !== made.length) return value
  return made.map((part, index) => withCalculation(part, written[index] ?? '')).join('')
}

const call = /^([\w-]+)\(([\s\S]*)\)$/

// libsass knows `min` and `max`, so authors wrote `Max` for the browser's.
const handedOn = /[cC][aA][lL][cC]$|^clamp$|^(?!min$|max$)[mM](?:[iI][nN]|[aA][xX])$/

function withCalculation(made: string, written: string): string {
  const [, name = '', inside = ''] = call.exec(written) ?? []
  if (handedOn.test(name)) return calculation(made, written)
  const [, same, within = ''] = call.exec(made) ?? []
  return same === name ? `${name}(${withCalculations(within, inside)})` : made
}

function calculation(made: string, written: string): string {
  const [first = '', ...others] = evenly(written).split(/#\{[^{}]*\}/)
  const values = valuesBetween([first, ...others].map(bare), bare(made))
  if (values === undefined || /\$/.test([first, ...others].join(''))) return made
  return others.reduce((text, literal, index) => `${text}${values[index] ?? ''}${literal}`, first)
}

// Of `calc()` libsass keeps the spaces of a line; `Max()` and its like are any functions to it, with arguments that it sets apart itself.
function evenly(written: string): string {
  const inLine = written.replace(/\s*\n\s*/g, ' ').replace(/\s+\)$/, ')')
  return /calc\(/i.test(inLine.slice(0, inLine.indexOf('(') + 1)) ? inLine : inLine.replace(/\(\s+/, '(').replace(/\s*,\s*/g, ', ')
}

// Sass takes away parentheses and a `calc` within another that change nothing, and sets its own spaces.
function bare(text: string): string {
  return text.replace(/[\s()]|\bcalc\b/g, '').replace(/^M/, 'm')
}

/** What was put in between `literals`; undefined where that cannot be told for certain. */
function valuesBetween([first = '', ...others]: readonly string[], text: string): string[] | undefined {
  if (others.length === 0) return []
  if (!text.startsWith(first)) return undefined
  const values: string[] = []
  let begin = first.length
  for (const [index, literal] of others.entries()) {
    const isLast = index === others.length - 1
    const end = isLast ? text.length - literal.length : text.indexOf(literal, begin + 1)
    const value = text.slice(begin, end)
    if (!/^[-+]?[\w.%]+$/.test(value) || (isLast ? !text.endsWith(literal) : literal === '')) return undefined
    values.push(value)
    begin = end + literal.length
  }
  return values
}

/** From the beginning to the end of the expression, where that is not inside of parentheses. */
export function expressionIn(source: string): string {
  let depth = 0
  for (const { 0: found, index } of source.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[(){};]|#\{|!(?:default|global)\b/g)) {
    if (found === '(' || found === '#{') depth += 1
    else if ((found === ')' || found === '}') && depth > 0) depth -= 1
    else if (depth === 0 && /^[);}!]/.test(found)) return source.slice(0, index).trimEnd()
  }
  return source.trimEnd()
}

/** Words, strings, calls and what stands between them; a call is one part. */
function partsOf(value: string): string[] {
  const parts: string[] = []
  let depth = 0
  let begin = 0
  const cut = (at: number): void => {
    if (at > begin) parts.push(value.slice(begin, at))
    begin = at
  }
  for (const { 0: found, index } of value.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[(){}]|\s*[,/\s]\s*/g)) {
    if (/^[({]/.test(found)) depth += 1
    else if (/^[)}]/.test(found)) depth -= 1
    else if (depth === 0 && !/^["']/.test(found)) {
      cut(index)
      begin = index + found.length
      parts.push(found.trim() === '' ? ' ' : `${found.trim()}${found.trim() === ',' ? ' ' : ''}`)
    }
  }
  cut(value.length)
  return parts
}
