// Markup read by the strict grammar of Ruby's Liquid, which comes first; what it does not take is read leniently.

type Kind = 'comparison' | 'string' | 'number' | 'name' | 'dots' | 'sign' | 'end'

interface Word {
  readonly kind: Kind
  readonly text: string
}

/** Reads word by word. Every `take…` gives undefined for markup that does not fit, and then the whole must be given up. */
export interface StrictReader {
  /** The next word if it is that sign, comparison or name. */
  readonly take: (kind: Kind, text?: string) => string | undefined
  readonly takeExpression: () => string | undefined
  /** An expression, with a name in front if it has one. */
  readonly takeArgument: () => string | undefined
  readonly sees: (kind: Kind, text?: string, ahead?: number) => boolean
}

/** How many brackets may stand within each other; nobody writes three. */
export const deepestExpression = 100

/** Undefined for markup with a character that the grammar does not know. */
export function readStrictly(markup: string): StrictReader | undefined {
  const words = wordsOf(markup)
  if (words === undefined) return undefined
  const { take, sees } = takeFrom(words)
  let depth = 0
  const takeExpression = (): string | undefined => {
    if (depth === deepestExpression) return undefined
    depth += 1
    const expression = takeOne()
    depth -= 1
    return expression
  }
  const takeOne = (): string | undefined => {
    const simple = take('string') ?? take('number')
    if (simple !== undefined) return simple
    if (sees('sign', '(')) return takeRange()
    if (sees('sign', '[')) return takeLookups('')
    const name = take('name')
    return name === undefined ? undefined : takeLookups(name)
  }
  const takeRange = (): string | undefined => {
    take('sign', '(')
    const from = takeExpression()
    if (from === undefined || take('dots') === undefined) return undefined
    const to = takeExpression()
    return to === undefined || take('sign', ')') === undefined ? undefined : `(${from}..${to})`
  }
  const takeLookups = (start: string): string | undefined => {
    let path = start
    for (;;) {
      if (take('sign', '[') !== undefined) {
        const inner = takeExpression()
        if (inner === undefined || take('sign', ']') === undefined) return undefined
        path += `[${inner}]`
      } else if (take('sign', '.') !== undefined) {
        const name = take('name')
        if (name === undefined) return undefined
        path += `.${name}`
      } else return path
    }
  }
  const takeArgument = (): string | undefined => {
    const name = sees('name') && sees('sign', ':', 1) ? `${take('name')}${take('sign')} ` : ''
    const expression = takeExpression()
    return expression === undefined ? undefined : name + expression
  }
  return { take, takeExpression, takeArgument, sees }
}

function takeFrom(words: readonly Word[]): Pick<StrictReader, 'take' | 'sees'> {
  let position = 0
  const sees = (kind: Kind, text?: string, ahead = 0): boolean => {
    const word = words[position + ahead]
    return word?.kind === kind && (text === undefined || word.text === text)
  }
  const take = (kind: Kind, text?: string): string | undefined => {
    if (!sees(kind, text)) return undefined
    position += 1
    return words[position - 1]?.text
  }
  return { take, sees }
}

const grammar: readonly (readonly [Kind, RegExp])[] = [
  ['comparison', /==|!=|<>|<=?|>=?|contains(?=\s)/y],
  ['string', /'[^']*'|"[^"]*"/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['name', /[a-zA-Z_][\w-]*\??/y],
  ['dots', /\.\./y],
  ['sign', /[|.:,[\]()?-]/y],
]

function wordsOf(markup: string): readonly Word[] | undefined {
  const words: Word[] = []
  let position = skipSpace(markup, 0)
  while (position < markup.length) {
    const word = wordAt(markup, position)
    if (word === undefined) return undefined
    words.push(word)
    position = skipSpace(markup, position + word.text.length)
  }
  return [...words, { kind: 'end', text: '' }]
}

function wordAt(markup: string, position: number): Word | undefined {
  for (const [kind, expression] of grammar) {
    expression.lastIndex = position
    const match = expression.exec(markup)
    if (match) return { kind, text: match[0] }
  }
  return undefined
}

function skipSpace(markup: string, from: number): number {
  let position = from
  while (' \t\n\r\f\v'.includes(markup.charAt(position)) && position < markup.length) position += 1
  return position
}
