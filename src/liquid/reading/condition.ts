// What `if`, `elsif`, `unless` and `where_exp` ask.

import type { Evaluate, Run } from '../nouns.ts'
import { fail } from '../running/run.ts'
import { compare, equal } from '../values/compare.ts'
import { blankWord, emptyWord, entriesOf, isHash, isNil, isRange, isTruthy, printedDrop } from '../values/kinds.ts'
import { inspect, toText } from '../values/text.ts'
import { toMoment } from '../values/time.ts'
import { readExpression } from './expression.ts'
import { fragment } from './patterns.ts'
import { readStrictly } from './strict.ts'

/** One question, and how it hangs together with those behind it: `a or b and c` is `a or (b and c)`. */
interface Question {
  readonly left: string
  readonly operator?: string
  readonly right?: string
  readonly link?: string
}

/** Undefined for markup in which there is no question at all. */
export function readCondition(markup: string): Evaluate | undefined {
  const questions = readQuestionsStrictly(markup) ?? readQuestionsLeniently(markup)
  return questions && combined(questions)
}

/** As `readCondition`, but nothing is forgiven, as in the expressions of Jekyll's filters. */
export function readStrictCondition(markup: string): Evaluate | undefined {
  const questions = readQuestionsStrictly(markup)
  return questions && combined(questions)
}

function readQuestionsStrictly(markup: string): Question[] | undefined {
  const reader = readStrictly(markup)
  if (reader === undefined) return undefined
  const questions: Question[] = []
  for (;;) {
    const left = reader.takeExpression()
    const operator = reader.take('comparison')
    const right = operator === undefined ? undefined : reader.takeExpression()
    if (left === undefined || (operator !== undefined && right === undefined)) return undefined
    const link = reader.take('name', 'and') ?? reader.take('name', 'or')
    questions.push({ left, ...(operator !== undefined && { operator, right: right ?? '' }), ...(link !== undefined && { link }) })
    if (link === undefined) return reader.take('end') === undefined ? undefined : questions
  }
}

const pieces = new RegExp(`(?:\\b(?:\\s?and\\s?|\\s?or\\s?)\\b|(?:\\s*(?!\\b(?:\\s?and\\s?|\\s?or\\s?)\\b)(?:${fragment}|\\S+)\\s*)+)`, 'g')
const question = new RegExp(`(${fragment})\\s*([=!<>a-z_]+)?\\s*(${fragment})?`)

function readQuestionsLeniently(markup: string): Question[] | undefined {
  const parts = markup.match(pieces) ?? []
  const questions: Question[] = []
  for (let index = parts.length - 1; index >= 0; index -= 2) {
    const [, left, operator, right = ''] = question.exec(parts[index] ?? '') ?? []
    const link = parts[index + 1]?.trim()
    if (left === undefined || (link !== undefined && link !== 'and' && link !== 'or')) return undefined
    questions.push({ left, ...(operator !== undefined && { operator, right }), ...(link !== undefined && { link }) })
  }
  return questions.length === 0 ? undefined : questions.reverse()
}

// A loop, for a machine has made conditions of thousands of questions.
function combined(questions: readonly Question[]): Evaluate {
  const asks = questions.map(({ link, ...asked }) => ({ ask: readQuestion(asked), link }))
  const [only] = asks
  if (only !== undefined && only.link === undefined) return only.ask
  return run => {
    for (const { ask, link } of asks) {
      const value = ask(run)
      if (link === undefined) return value
      if (isTruthy(value) === (link === 'or')) return link === 'or'
    }
    return undefined
  }
}

function readQuestion({ left, operator, right = '' }: Question): Evaluate {
  if (operator === undefined) return readExpression(left)
  const [first, second] = [readExpression(left), readExpression(right)]
  const ask = operators[operator]
  if (ask === undefined) return run => fail(run, `there is no operator ${operator}`)
  return run => ask(first(run), second(run), run)
}

const operators: { readonly [operator: string]: ((left: unknown, right: unknown, run: Run) => boolean) | undefined } = {
  __proto__: null as never,
  '==': isSame,
  '!=': (left, right) => !isSame(left, right),
  '<>': (left, right) => !isSame(left, right),
  '<': (left, right, run) => ordered(left, right, run, order => order < 0),
  '>': (left, right, run) => ordered(left, right, run, order => order > 0),
  '<=': (left, right, run) => ordered(left, right, run, order => order <= 0),
  '>=': (left, right, run) => ordered(left, right, run, order => order >= 0),
  contains,
}

export function isSame(left: unknown, right: unknown): boolean {
  if (left === emptyWord || right === emptyWord) return isEmpty(left === emptyWord ? right : left)
  return left === blankWord || right === blankWord ? false : equal(left, right)
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) ? value.length === 0 : isHash(value) && entriesOf(value).length === 0)
}

// Only numbers, texts and times have an order; of all others nothing is less or more.
function ordered(left: unknown, right: unknown, run: Run, holds: (order: number) => boolean): boolean {
  if (!hasOrder(left) || !hasOrder(right)) return false
  const order = compare(left, right) ?? compareTimes(left, right, run)
  if (order === undefined) fail(run, `${inspect(left)} and ${inspect(right)} cannot be compared`)
  return order !== undefined && holds(order)
}

function hasOrder(value: unknown): boolean {
  return !isNil(value) && typeof value !== 'boolean' && !isHash(value) && !Array.isArray(value) && !isRange(value)
}

// A date without a time of day is a text on the way here, so a time is compared with what the text says.
function compareTimes(left: unknown, right: unknown, { engine: { clock } }: Run): number | undefined {
  if (typeof left === typeof right || typeof left === 'number' || typeof right === 'number') return undefined
  const [first, second] = [toMoment(left, clock), toMoment(right, clock)]
  return first && second && first.epoch - second.epoch
}

export function contains(left: unknown, right: unknown): boolean {
  if (!isTruthy(left) || !isTruthy(right)) return false
  if (typeof left === 'string') return left.includes(toText(right))
  if (Array.isArray(left)) return left.some(item => equal(item, right))
  if (isRange(left)) return typeof right === 'number' && right >= left.from && right <= left.to
  // Ruby asks one of Jekyll's own objects for a pair of field and value, which a name never is.
  return isHash(left) && printedDrop(left) === undefined && entriesOf(left).some(([key]) => equal(key, right))
}
