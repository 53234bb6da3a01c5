// Exact decimal numbers, in which Ruby's Liquid reckons: `0.1 | plus: 0.2` is 0.3.

/** `digits` · 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Reads `-12.5`, `3` or `1.5e-7`. */
export function decimal(text: string): Decimal {
  const [, sign = '', whole = '0', part = '', exponent = '0'] = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?/i.exec(text) ?? []
  const scale = part.length - Number(exponent)
  const digits = BigInt(sign + whole + part)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`)
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = aligned(a, b)
  return { digits: left + right, scale }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

/** To forty digits behind the point more than the operands have, which is beyond what a float can show. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const [left, right] = aligned(a, b)
  return { digits: (left * 10n ** 40n) / right, scale: 40 }
}

/** The remainder with the sign of the divisor, as Ruby has it. */
export function remainder(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = aligned(a, b)
  return { digits: left - floorDivide(left, right) * right, scale }
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = aligned(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

export function floor({ digits, scale }: Decimal): bigint {
  return floorDivide(digits, 10n ** BigInt(scale))
}

/** To `places` behind the point (before it where negative); a half goes away from zero. */
export function round({ digits, scale }: Decimal, places: number): Decimal {
  if (places >= scale) return { digits, scale }
  const unit = 10n ** BigInt(scale - places)
  const size = digits < 0n ? -digits : digits
  const rounded = (size * 2n + unit) / (unit * 2n)
  const signed = digits < 0n ? -rounded : rounded
  return places >= 0 ? { digits: signed, scale: places } : { digits: signed * 10n ** BigInt(-places), scale: 0 }
}

export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

function aligned(a: Decimal, b: Decimal): [left: bigint, right: bigint, scale: number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale]
}
