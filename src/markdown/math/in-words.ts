// A formula as plain text, for descriptions and wherever there is no markup: `x ∈ ℝⁿ`, as one would type it in a mail. Made of its MathML.

import { unescapeHtml } from '../../text/escape.ts'

/** The text of a formula that was set. */
export function mathInWords(mathml: string): string {
  return textOf(parse(mathml))
    .replace(/\s+/g, ' ')
    .replace(/(?<=[([{|]) | (?=[()\]}|,;])/g, '')
    .trim()
}

interface Node {
  readonly name: string
  readonly attributes: string
  /** Elements and texts. */
  readonly inside: (Node | string)[]
}

// What was written by a program is well formed.
function parse(mathml: string): Node {
  const root: Node = { name: 'mrow', attributes: '', inside: [] }
  const open = [root]
  for (const [, slash, name = '', attributes = '', text = ''] of mathml.matchAll(/<(\/?)([\w:-]+)([^>]*)>([^<]*)/g)) {
    const isEmpty = attributes.endsWith('/')
    const node: Node = { name, attributes, inside: [] }
    if (slash === '/') open.pop()
    else open.at(-1)?.inside.push(node)
    if (slash === '' && !isEmpty) open.push(node)
    if (text !== '') open.at(-1)?.inside.push(unescapeHtml(text))
  }
  return root
}

// The text of each element is made once: made again for the elements around it, twenty braces within each other would take a million times as long.
function textOf(node: Node | string): string {
  if (typeof node === 'string') return node
  const texts = node.inside.map(textOf)
  const parts = texts.filter((_, index) => typeof node.inside[index] !== 'string')
  const [first, second, third] = parts
  const whole = texts.join('')
  switch (node.name) {
    case 'annotation':
    case 'mphantom':
      return ''
    case 'mi':
      return named(styled(whole.trim(), node.attributes))
    case 'mn':
      return styled(whole.trim(), node.attributes)
    case 'mo':
      return spaced(whole.trim())
    case 'mspace':
      return ' '
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'msqrt':
      return `√${grouped(parts.join(''))}`
    case 'msub':
    case 'munder':
      return marked(first, lowered(second))
    case 'msup':
      return marked(first, raised(second))
    case 'msubsup':
    case 'munderover':
      return marked(first, lowered(second) + raised(third))
    // A sign over another is an accent, which letters in a row can do without.
    case 'mover':
      return first ?? ''
    case 'mtd':
    case 'mtr':
      return `${parts.join('')} `
    default:
      return whole
  }
}

const doubleStruck: Readonly<Record<string, string>> = { R: 'ℝ', N: 'ℕ', Z: 'ℤ', Q: 'ℚ', C: 'ℂ', P: 'ℙ', E: '𝔼', F: '𝔽' }

function styled(text: string, attributes: string): string {
  return /mathvariant="double-struck"/.test(attributes) ? (doubleStruck[text] ?? text) : text
}

/** A name of several letters is a function, as in `n log n`. */
function named(name: string): string {
  return /^\p{L}{2,}$/u.test(name) ? ` ${name}` : name
}

// What stands between a function and what it is of stands behind the function's own marks.
function marked(base = '', marks = ''): string {
  return base.endsWith(' ') ? `${base.trimEnd()}${marks} ` : base + marks
}

/** Relations and signs between two numbers stand apart; signs without width mean nothing to a reader. */
function spaced(sign: string): string {
  // Between a function and what it is of; a bracket there needs no more.
  if (sign === '\u2061') return ' '
  if (/^[\u2062-\u2064\u200b]*$/.test(sign)) return ''
  if (/^[=<>≤≥≠≈≡∼∈∉⊂⊆→←⇒⇔↦∝≜:+−×∪∩∧∨]$/.test(sign)) return ` ${sign} `
  return sign === ',' || sign === ';' ? `${sign} ` : sign
}

function grouped(text = ''): string {
  return /^[\p{L}\p{N}]*$/u.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text.trim()})`
}

const [above, below] = ['⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ⁺⁻ᵀ′*', '₀₁₂₃₄₅₆₇₈₉ₙᵢ₊₋'].map(signs => [...signs]) as [string[], string[]]
const [aboveOf, belowOf] = [[...'0123456789ni+−T′∗'], [...'0123456789ni+−']]

function raised(text = ''): string {
  return moved(text, aboveOf, above) ?? `^${grouped(text)}`
}

function lowered(text = ''): string {
  return moved(text, belowOf, below) ?? `_${grouped(text)}`
}

function moved(text: string, from: readonly string[], to: readonly string[]): string | undefined {
  const signs = [...text.replace(/\s/g, '')]
  return signs.every(sign => from.includes(sign)) ? signs.map(sign => to[from.indexOf(sign)]).join('') : undefined
}
