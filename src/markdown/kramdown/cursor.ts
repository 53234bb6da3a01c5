// A text and a place in it, moved by sticky expressions: how kramdown reads, so how its rules are told here.

import { matchAt } from '../../text/parts.ts'
import type { Memory } from './known.ts'

export interface Cursor {
  readonly text: string
  at: number
  /** The line of the post on which the text begins, from 0. */
  readonly line: number
  /** How far lines have been counted, so that counting stays linear. */
  counted: { at: number; line: number }
  memory: Memory | undefined
}

export function makeCursor(text: string, line: number): Cursor {
  return { text, at: 0, line, counted: { at: 0, line }, memory: undefined }
}

/** An expression that matches only where the cursor stands; `^` and `$` mean line ends. */
export function sticky(source: string, flags = ''): RegExp {
  return new RegExp(source, `ym${flags}`)
}

/** The match where the cursor stands, without moving it. */
export function check(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  return matchAt(cursor.text, cursor.at, expression)
}

/** The match where the cursor stands, and the cursor behind it. */
export function scan(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  const match = check(cursor, expression)
  if (match) cursor.at += match[0].length
  return match
}

/** The next match of a global expression at or behind the cursor, which does not move. */
export function search(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  return matchAt(cursor.text, cursor.at, expression)
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length
}

/** The line of the post on which the cursor stands, from 0; counted on from the last time, forwards or back. */
export function lineOf(cursor: Cursor): number {
  const { text, at: to } = cursor
  let { at, line } = cursor.counted
  for (; at < to; at++) if (text.charCodeAt(at) === lineFeed) line++
  for (; at > to; at--) if (text.charCodeAt(at - 1) === lineFeed) line--
  cursor.counted = { at, line }
  return line
}

const lineFeed = 10
