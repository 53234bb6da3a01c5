// A text and a place in it, moved by sticky expressions: how kramdown reads, so how its rules are told here.

export interface Cursor {
  readonly text: string
  at: number
  /** The line of the post on which the text begins, from 0. */
  readonly line: number
  /** How far lines have been counted, so that counting stays linear. */
  counted: { at: number; line: number }
}

export function makeCursor(text: string, line: number): Cursor {
  return { text, at: 0, line, counted: { at: 0, line } }
}

/** An expression that matches only where the cursor stands; `^` and `$` mean line ends. */
export function sticky(source: string, flags = ''): RegExp {
  return new RegExp(source, `ym${flags}`)
}

/** The match where the cursor stands, without moving it. */
export function check(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = cursor.at
  return expression.exec(cursor.text)
}

/** The match where the cursor stands, and the cursor behind it. */
export function scan(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  const match = check(cursor, expression)
  if (match) cursor.at += match[0].length
  return match
}

/** The next match of a global expression at or behind the cursor, which does not move. */
export function search(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = cursor.at
  return expression.exec(cursor.text)
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length
}

/** The line of the post on which the cursor stands, from 0. */
export function lineOf(cursor: Cursor): number {
  if (cursor.at < cursor.counted.at) cursor.counted = { at: 0, line: cursor.line }
  let { at, line } = cursor.counted
  for (let next = cursor.text.indexOf('\n', at); next >= 0 && next < cursor.at; next = cursor.text.indexOf('\n', at)) {
    at = next + 1
    line++
  }
  cursor.counted = { at, line }
  return line
}
