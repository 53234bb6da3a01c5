// A template's text into pieces that write themselves. What cannot be read is told, and stands as it is written.

import type { Body, Engine, Parser, Piece, Problem, TagPiece, Template, TextPiece } from '../nouns.ts'
import { renderBody } from '../running/body.ts'
import { asText } from '../running/run.ts'
import { output, stripLeft, stripRight } from '../values/text.ts'
import { readOutput } from './output.ts'
import { makeStream, type OutputToken, type TagToken, type TextToken } from './stream.ts'

/** A part of a block: what opens it (`if`, `elsif`, `else`), and what stands in it. */
export interface Part {
  readonly token: TagToken
  readonly body: Body
}

export function parseTemplate(text: string, engine: Engine): Template {
  const parser: Parser = { engine, text, stream: makeStream(text), problems: [], trims: false, depth: 0 }
  const { body } = readBody(parser, () => false)
  return { text, body, problems: parser.problems }
}

const deepest = 100

/** Reads on to a tag at which the body ends, or to the end of the text. */
export function readBody(parser: Parser, ends: (name: string) => boolean): { readonly body: Body; readonly end: TagToken | undefined } {
  const pieces: (TextPiece | TagPiece)[] = []
  let isBlank = true
  for (let token = parser.stream.next(); token !== undefined; token = parser.stream.next()) {
    if (token.kind !== 'tag' && token.kind !== 'output') {
      const piece = readText(token, parser)
      pieces.push(piece)
      isBlank &&= /^\s*$/.test(piece.text)
      continue
    }
    if (token.trimsLeft) trimLast(pieces)
    parser.trims = token.trimsRight
    if (token.kind === 'tag' && ends(token.name)) return { body: { pieces, isBlank }, end: token }
    const piece = token.kind === 'output' ? writing(token.markup, token, parser) : readTag(token, parser)
    pieces.push({ ...piece, at: token.at, length: token.length })
    isBlank &&= piece.isBlank === true
  }
  return { body: { pieces, isBlank }, end: undefined }
}

function readText({ kind, at, length }: TextToken, parser: Parser): TextPiece {
  const whole = parser.text.slice(at, at + length)
  if (kind === 'broken') problem(parser, { at, length }, `${whole.slice(0, 40)} is not closed`)
  const text = parser.trims ? stripLeft(whole) : whole
  parser.trims = false
  return { text, at: at + whole.length - text.length }
}

function trimLast(pieces: (TextPiece | TagPiece)[]): void {
  const last = pieces.at(-1)
  if (last?.text !== undefined) pieces[pieces.length - 1] = { ...last, text: stripRight(last.text) }
}

/** A piece that writes the value of an expression with filters. */
export function writing(markup: string, token: OutputToken | TagToken, parser: Parser): Piece {
  const value = readOutput(markup, parser.engine, name => problem(parser, token, name, 'unknown filter'))
  return {
    render: run => {
      run.out += output(asText(run, value(run)))
    },
  }
}

function readTag(token: TagToken, parser: Parser): Piece {
  const read = parser.engine.tags.get(token.name)
  if (read === undefined) return readUnknownTag(token, parser)
  if (parser.depth >= deepest) {
    problem(parser, token, 'tags are nested too deep')
    return written(token, parser)
  }
  parser.depth += 1
  const piece = read(token, parser)
  parser.depth -= 1
  if (piece !== undefined) return piece
  problem(parser, token, `${sourceOf(token, parser).slice(0, 60)} makes no sense`)
  return written(token, parser)
}

// The tag of a plugin stands in the page as it is written, so that nothing is lost and nobody is misled.
function readUnknownTag(token: TagToken, parser: Parser): Piece {
  const { name } = token
  const closesUnknown = parser.problems.some(({ kind, text }) => kind === 'unknown tag' && name === `end${text}`)
  if (/^(?:end\w*|else|elsif|when)$/.test(name) && !closesUnknown) problem(parser, token, `${name} closes nothing here`)
  else problem(parser, token, name, 'unknown tag')
  return writes(`<code>${sourceOf(token, parser).replaceAll('<', '&lt;')}</code>`)
}

// More than anybody reads; a text that is no Liquid at all has thousands.
const mostProblems = 50

/** Says what is wrong with a tag. */
export function problem(
  parser: Parser,
  { at, length }: { readonly at: number; readonly length: number },
  text: string,
  kind: Problem['kind'] = 'syntax',
): void {
  if (parser.problems.length < mostProblems) parser.problems.push({ kind, text, at, length })
}

function written(token: TagToken, parser: Parser): Piece {
  return writes(sourceOf(token, parser))
}

export function writes(text: string): Piece {
  return {
    render: run => {
      run.out += text
    },
  }
}

function sourceOf({ at, length }: TagToken, { text }: Parser): string {
  return text.slice(at, at + length)
}

/** Reads a block up to its end tag, cut where one of `dividers` stands. A block that is never closed stands as it is written. */
export function readBlock(
  token: TagToken,
  parser: Parser,
  dividers: readonly string[],
  make: (parts: readonly [Part, ...Part[]]) => Piece | undefined,
): Piece {
  const endTag = `end${token.name}`
  const ends = (name: string): boolean => name === endTag || dividers.includes(name)
  const first = readBody(parser, ends)
  const parts: [Part, ...Part[]] = [{ token, body: first.body }]
  let { end } = first
  while (end !== undefined && end.name !== endTag) {
    const next = readBody(parser, ends)
    parts.push({ token: end, body: next.body })
    end = next.end
  }
  const piece = end === undefined ? undefined : make(parts)
  if (end === undefined) problem(parser, token, `the tag ${token.name} is never closed`)
  else if (piece === undefined) problem(parser, token, `${sourceOf(token, parser).slice(0, 60)} makes no sense`)
  return piece ?? asWritten(parts, parser)
}

function asWritten(parts: readonly Part[], parser: Parser): Piece {
  const texts = parts.map(part => sourceOf(part.token, parser))
  return {
    render: run => {
      for (const [index, part] of parts.entries()) {
        run.out += texts[index] ?? ''
        renderBody(run, part.body)
      }
    },
  }
}

/** The same body without its white space, where a block has nothing else to show. */
export function withoutSpace(body: Body, isBlank: boolean): Body {
  return isBlank ? { ...body, pieces: body.pieces.filter(piece => piece.text === undefined) } : body
}
