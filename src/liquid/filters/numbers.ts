// Filters that reckon, as Ruby does: whole numbers stay whole, and all others are exact until they are shown.

import type { Filter } from '../nouns.ts'
import { fail } from '../running/run.ts'
import {
  add,
  compareDecimals,
  type Decimal,
  divide,
  floor,
  floorDivide,
  multiply,
  negate,
  remainder,
  round as roundDecimal,
} from '../values/decimal.ts'
import { asDecimal, asValue, integer, looseInteger, type Numeric, numberOf } from '../values/numbers.ts'

type Operate = (a: Numeric, b: Numeric) => Numeric

export const numberFilters: Readonly<Record<string, Filter>> = {
  plus: reckoning((a, b) => whole(a, b, (x, y) => x + y) ?? decimal(add(asDecimal(a), asDecimal(b)))),
  minus: reckoning((a, b) => whole(a, b, (x, y) => x - y) ?? decimal(add(asDecimal(a), negate(asDecimal(b))))),
  times: reckoning((a, b) => whole(a, b, (x, y) => x * y) ?? decimal(multiply(asDecimal(a), asDecimal(b)))),
  divided_by: dividing((a, b) => whole(a, b, floorDivide) ?? decimal(divide(asDecimal(a), asDecimal(b)))),
  modulo: dividing((a, b) => whole(a, b, (x, y) => x - floorDivide(x, y) * y) ?? decimal(remainder(asDecimal(a), asDecimal(b)))),
  at_least: reckoning((a, b) => (isLess(a, b) ? b : a)),
  at_most: reckoning((a, b) => (isLess(b, a) ? b : a)),
  abs: (_, input) => absolute(numberOf(input)),
  ceil: (_, input) => integer(-floor(negate(asDecimal(numberOf(input))))),
  floor: (_, input) => integer(floor(asDecimal(numberOf(input)))),
  round,
  to_integer: (_, input) => (typeof input === 'boolean' ? Number(input) : looseInteger(input)),
}

function reckoning(operate: Operate): Filter {
  return (_, input, [operand]) => asValue(operate(numberOf(input), numberOf(operand)))
}

function dividing(operate: Operate): Filter {
  return (run, input, [operand]) => {
    const divisor = numberOf(operand)
    return asDecimal(divisor).digits === 0n ? fail(run, 'divided by 0') : asValue(operate(numberOf(input), divisor))
  }
}

function whole(a: Numeric, b: Numeric, operate: (x: bigint, y: bigint) => bigint): Numeric | undefined {
  if (a.kind !== 'integer' || b.kind !== 'integer') return undefined
  return { kind: 'integer', value: integer(operate(BigInt(a.value), BigInt(b.value))) }
}

function decimal(value: Decimal): Numeric {
  return { kind: 'decimal', value }
}

function isLess(a: Numeric, b: Numeric): boolean {
  return compareDecimals(asDecimal(a), asDecimal(b)) < 0
}

function absolute(number: Numeric): unknown {
  const isNegative = asDecimal(number).digits < 0n
  if (!isNegative) return asValue(number)
  return number.kind === 'integer' ? integer(-BigInt(number.value)) : asValue(decimal(negate(number.value)))
}

function round(...[, input, [places]]: Parameters<Filter>): unknown {
  const number = numberOf(input)
  const count = Number(floor(asDecimal(numberOf(places))))
  const rounded = roundDecimal(asDecimal(number), count)
  return number.kind === 'integer' || count <= 0 ? integer(floor(rounded)) : asValue(decimal(rounded))
}
