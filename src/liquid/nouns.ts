// The nouns of Liquid, which speak of each other: what all texts share while they are rendered, what a template is once it is read, and what
// one rendering knows.

import type { Checked, Diagnostic } from '../diagnostic.ts'
import type { Position } from '../text/position.ts'
import type { Stream, TagToken } from './reading/stream.ts'
import type { ForLoop } from './running/loop.ts'
import type { LiquidSite } from './site.ts'
import type { Reach } from './values/kinds.ts'
import type { Clock } from './values/time.ts'

/** What stands before the bar, and what stands behind the colon. */
export type Filter = (run: Run, input: unknown, given: readonly unknown[]) => unknown

export interface Engine {
  readonly site: LiquidSite
  readonly clock: Clock
  readonly tags: ReadonlyMap<string, ReadTag>
  readonly filters: ReadonlyMap<string, Filter>
  /** Texts that were read, by themselves: layouts and includes come again with every page. */
  readonly templates: Map<string, Template>
  /** Expressions of filters that were read; undefined for what cannot be. */
  readonly conditions: Map<string, Evaluate | undefined>
  readonly expressions: Map<string, Evaluate>
  /** What came of values that had to be waited for. */
  readonly settled: WeakMap<Promise<unknown>, unknown>
  /** Markdown and style sheets that filters asked for, on their way or there. */
  readonly converted: Map<string, string | Promise<string | Checked<string>>>
  /** What tags of plugins wrote, by what they wrote about and their markup. */
  readonly written: WeakMap<object, Map<string, string | Promise<string>>>
  /** Addresses that were normalised, which is dear, and of which a site has few. */
  readonly addresses: Map<string, string>
  /** Languages whose colours can be given at once. */
  readonly languages: Set<string>
  /** What `include_cached` wrote, by the file and the parameters, and in whose turn. */
  readonly cached: Map<string, { readonly text: string; readonly turn: Turn }>
  /** A number for each object that was a parameter, to tell them apart by. */
  readonly identities: WeakMap<object, number>
}

/** One turn of a rendering, which takes another when what it had to do without is there. */
export interface Turn {
  readonly of: object
}

/** What a tag does when its turn comes. A blank one writes nothing by itself. */
export interface Piece {
  readonly render: (run: Run) => void
  readonly isBlank?: boolean
}

/** What stands between the tags. */
export interface TextPiece {
  readonly text: string
  readonly at: number
}

export interface TagPiece extends Piece {
  readonly text?: undefined
  readonly at: number
  readonly length: number
}

export interface Body {
  readonly pieces: readonly (TextPiece | TagPiece)[]
  /** Nothing but white space and blank pieces. */
  readonly isBlank: boolean
}

/** What is wrong with a text, found before anything is rendered. */
export interface Problem {
  readonly kind: 'syntax' | 'unknown tag' | 'unknown filter'
  /** What is wrong, or the name that is unknown. */
  readonly text: string
  readonly at: number
  readonly length: number
}

export interface Template {
  readonly text: string
  readonly body: Body
  readonly problems: readonly Problem[]
}

export interface Parser {
  readonly engine: Engine
  readonly text: string
  readonly stream: Stream
  readonly problems: Problem[]
  /** The last token asked for the white space behind it to go. */
  trims: boolean
  depth: number
}

/** Undefined when the markup makes no sense. */
export type ReadTag = (token: TagToken, parser: Parser) => Piece | undefined

/** The file whose text is rendered, and where in it. */
export interface Frame {
  readonly file: string
  readonly text: string
  /** The tag at work. */
  at: number
  length: number
}

/** From this character of the output on, it comes from `at` in the author's text, character by character where it is text. */
export interface Mark {
  readonly from: number
  readonly at: number
  readonly isText: boolean
}

export interface Run {
  readonly engine: Engine
  readonly turn: Turn
  /** The text is Markdown of the author's, so what is put into it must not break it. */
  readonly isMarkdown: boolean
  readonly reach: Reach
  /** What the tags of plugins write about: the entry whose page it is. */
  readonly subject: object | undefined
  /** `site`, `page`, `layout` and the like. */
  readonly environment: { readonly [name: string]: unknown }
  /** Variables, the author's own first, then those of loops and includes around. */
  readonly scopes: Map<string, unknown>[]
  readonly counters: Map<string, number>
  readonly cycles: Map<unknown, number>
  /** Where `offset: continue` goes on, by the loop's name. */
  readonly offsets: Map<string, number>
  readonly loops: ForLoop[]
  /** The author's file first, then what it includes. */
  readonly frames: Frame[]
  /** What was written so far. */
  out: string
  /** How many `capture`s and the like are open, which what is written now goes into. */
  captures: number
  changed: string | undefined
  interrupt: 'break' | 'continue' | 'stop' | undefined
  /** What may still be done within the author's tag. */
  work: number
  /** How many characters each of the author's variables holds, and all of them. */
  readonly holds: Map<string, number>
  held: number
  readonly diagnostics: Diagnostic[]
  /** What was said at each of the author's tags, so that a loop does not say it every time round. */
  readonly said: Map<number, Set<string>>
  /** Where in the author's text an offset stands. */
  readonly positionAt: (offset: number, length: number) => Position
  /** Where in the author's text the parts of what was written come from. */
  readonly marks: Mark[]
  /** Values that are not there yet. */
  readonly pending: Promise<unknown>[]
}

/** An expression, ready to be asked for its value. */
export type Evaluate = (run: Run) => unknown
