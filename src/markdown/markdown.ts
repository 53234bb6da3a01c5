// A text is read into a body, and a body is written as HTML. The only file that imports markdown-it, whose traps are:
// - it cannot wait, so what needs loading (grammars, KaTeX) is loaded before it runs;
// - `env` is its only side channel; here it has the shape of `env.ts` while a text is read, of `writing.ts` while one is written;
// - a text nested thousands deep overflows its stack, which is caught here and told as the author's problem.

import MarkdownIt, { type MarkdownIt as Markdown, type Token } from 'markdown-it'
import type { Body, Frame, Heading } from '../body.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { bodyFails } from '../diagnostics/texts.ts'
import { type DataMap, type Html, html, type SourcePath } from '../model.ts'
import { escapeHtml, withQuotes } from '../text/escape.ts'
import { copyOf } from './copy-of.ts'
import { type MarkdownEnv, makeEnv } from './env.ts'
import type { Dialect, Extension, ExtensionTools, Write } from './extension.ts'
import { extensions } from './extensions.ts'
import { type Highlighter, languagesIn } from './highlighter.ts'
import { readKramdownOptions } from './kramdown-options.ts'
import { writeSpaced } from './kramdown-space.ts'
import { cutMarkup, nowhere } from './markup.ts'
import { makeMathRenderer } from './math/katex.ts'
import { type Formula, putBack } from './math/set-aside.ts'
import { hasFormulas, titleWithCode, titleWithFormulas } from './math/title-html.ts'
import { otherMarkup } from './other-markup.ts'
import { headingShiftOf, startWriting, writingOf } from './writing.ts'

/** A text to be read: all that its body depends on, besides the options of `makeMarkdown` and the program's version. */
export interface Text {
  readonly source: SourcePath
  /** As it stands in the file, for the quoted lines of diagnostics. */
  readonly original: string
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** `plain` is what is made into no page of HTML, in which nothing is markup. */
  readonly format: 'markdown' | 'html' | 'plain'
  readonly whole: PreparedText
  /** Undefined where the whole text is the excerpt. */
  readonly excerpt?: PreparedText
  readonly macros: Record<string, string>
  /** True where blocks of a lecture are read, which Jekyll shows as the text they are. */
  readonly hasBlocks?: boolean
  /** True where there is a bibliography to cite from. */
  readonly cites?: boolean
  /** True where a list of references stands at the end though nothing may be cited. */
  readonly lists?: boolean
}

/** A text ready for Markdown: its Liquid run, its formulas set aside. */
export interface PreparedText {
  readonly text: string
  readonly formulas: readonly Formula[]
}

export interface MarkdownOptions {
  readonly dialect: Dialect
  /** The group `kramdown` of the configuration. */
  readonly kramdown: DataMap
  /** True where formulas are set when the site is built. */
  readonly buildsMath: boolean
}

// What is no formula before the text is read.
const mayHoldMore = /\$\$|\{math\}|(?:cap|caption)\b["']?[:=][^\n]{0,500}\$/

export interface MarkdownReader {
  /** The same body for the same text, whatever was read before. */
  readonly readBody: (text: Text) => Promise<Checked<Body>>
  /** The same for a text that needs nothing loaded: no grammar of a language, no formulas. */
  readonly readNow: (text: Text) => Body
  readonly writeBody: (body: Body, frame: Frame) => Html
  /** Loads what these titles need to be written. */
  readonly prepareTitles: (titles: readonly string[], macros: Readonly<Record<string, string>>) => Promise<void>
  /** A title with its formulas set. */
  readonly writeTitle: (title: string, macros: Readonly<Record<string, string>>, dress: Frame['dress']) => Html
  /** The headings of a body for a list of contents. */
  readonly writeHeadings: (body: Body, frame: Frame) => readonly Heading[]
}

/** `list` is only given by tests, which ask what the engine reads without our extensions. */
export function makeMarkdown(options: MarkdownOptions, highlighter: Highlighter, list: readonly Extension[] = extensions): MarkdownReader {
  const mathRenderer = makeMathRenderer()
  const kramdown = readKramdownOptions(options.kramdown)
  const added = {
    blocks: list.flatMap(extension => extension.kramdownBlocks ?? []),
    pipes: list.flatMap(extension => extension.kramdownPipes ?? []),
    elements: new Set(list.flatMap(extension => extension.kramdownElements ?? [])),
  }
  const markdown = makeEngine(options, { highlighter, mathRenderer, kramdown, added }, list)
  const asKramdown = inItsManner(markdown)
  return {
    readBody: async text => {
      const { whole, excerpt } = text
      await highlighter.prepare([...languagesIn(whole.text), kramdown.defaultLanguage])
      if (options.buildsMath && (whole.formulas.length > 0 || mayHoldMore.test(whole.text)))
        await mathRenderer.prepare([whole.text, ...whole.formulas.map(({ tex }) => tex), ...Object.values(text.macros)])
      const read = (part: PreparedText): Checked<Body> => readPart(markdown, part, text, options)
      const { value, diagnostics } = read(whole)
      // A cut through the middle of a text that reads can only be simpler, so the excerpt's own diagnostics say nothing new.
      return { value: excerpt === undefined ? value : { ...value, excerpt: read(excerpt).value }, diagnostics }
    },
    prepareTitles: async (titles, macros) => {
      const withMath = options.buildsMath ? titles.filter(hasFormulas) : []
      if (withMath.length > 0) await mathRenderer.prepare([...withMath, ...Object.values(macros)])
    },
    writeTitle: (title, macros, dress) => {
      const write = (part: string): string => (options.buildsMath ? titleWithFormulas(part, mathRenderer, macros, dress) : escapeHtml(part))
      return html(titleWithCode(title, write, dress))
    },
    readNow: text => readPart(markdown, text.whole, text, options).value,
    writeBody: (body, frame) =>
      html(frame.codeMarkup === 'rouge' ? writeAsKramdown(asKramdown, body, frame) : writeTokens(markdown, body, frame)),
    writeHeadings: (body, frame) => writeHeadings(markdown, body, frame),
  }
}

function makeEngine({ dialect }: MarkdownOptions, tools: ExtensionTools, list: readonly Extension[]): Markdown {
  const markdown = new MarkdownIt({ html: true })
  // The specification writes an empty quotation on two lines.
  markdown.renderer.rules['blockquote_open'] = (tokens, index, config, _env, renderer) =>
    renderer.renderToken(tokens, index, config) + (tokens[index + 1]?.type === 'blockquote_close' ? '\n' : '')
  for (const { name, read, tokens, write } of list) {
    read?.[dialect]?.(markdown, tools)
    if (tokens !== undefined) markdown.core.ruler.push(name, state => tokens(state, tools))
    for (const [type, rule] of Object.entries(write ?? {})) markdown.renderer.rules[type] = withWriting(rule)
  }
  return markdown
}

function withWriting(rule: Write): NonNullable<Markdown['renderer']['rules'][string]> {
  return (tokens, index, _options, env, renderer) => rule(tokens, index, writingOf(env), renderer)
}

function readPart(markdown: Markdown, { text, formulas }: PreparedText, of: Text, { buildsMath }: MarkdownOptions): Checked<Body> {
  const env = makeEnv(of, { formulas, isBuilt: buildsMath, macros: { ...of.macros } })
  const isHtml = of.format !== 'markdown'
  const tokens = isHtml ? readHtml(markdown, putBack(text, formulas), of.format, env) : parse(markdown, text, env)
  const {
    links,
    headings,
    levels,
    figures,
    footnoteLabels: footnotes,
    labels,
    refersTo: references,
    citations,
    namedLinks,
    needs,
    words,
    diagnostics,
  } = env
  const value: Body = {
    tokens: Array.isArray(tokens) ? tokens : [],
    links,
    headings,
    levels: levels.length === 0 ? undefined : [Math.min(...levels), Math.max(...levels)],
    figures,
    footnotes,
    labels,
    references,
    citations,
    namedLinks,
    needs,
    words: isHtml ? text.replace(/<[^>]*>/g, ' ') : words.join(' '),
  }
  if (!Array.isArray(tokens)) return { value, diagnostics: [tokens] }
  return { value, diagnostics: isHtml ? [] : [...diagnostics, ...otherMarkup(tokens, env)] }
}

function parse(markdown: Markdown, text: string, env: MarkdownEnv): Token[] | Diagnostic {
  try {
    return markdown.parse(text, env)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return bodyFails({ file: env.file }, 'it is nested too deeply')
  }
}

// A page in HTML is one piece of markup.
function readHtml(markdown: Markdown, text: string, format: Text['format'], env: MarkdownEnv): Token[] {
  const token = new new markdown.core.State('', markdown, env).Token('html_block', '', 0)
  token.content = text
  if (format === 'plain') return [token]
  const { pieces } = cutMarkup(text, { env, line: env.bodyLine, inside: nowhere })
  if (pieces.length > 0) token.meta = { markup: pieces }
  return [token]
}

function writeTokens({ renderer, options }: Markdown, body: Body, frame: Frame): string {
  return renderer.render(tokensFor(body, frame), options, startWriting(body, frame))
}

type Engine = Pick<Markdown, 'renderer' | 'options'>

function writeAsKramdown({ renderer, options }: Engine, body: Body, frame: Frame): string {
  const [tokens, writing] = [tokensFor(body, frame), startWriting(body, frame)]
  return writeSpaced(tokens, index => {
    const { type, children } = tokens[index] as Token
    if (type === 'inline') return renderer.renderInline(children ?? [], options, writing)
    return renderer.rules[type]?.(tokens, index, options, writing, renderer) ?? renderer.renderToken(tokens, index, options)
  })
}

// Kramdown escapes no quotes in texts, ends an empty element as XML does, and leaves a line where its author ended it.
function inItsManner({ renderer, options }: Markdown): Engine {
  const own = Object.create(renderer) as Markdown['renderer']
  own.rules = {
    ...renderer.rules,
    text: (tokens, index) => withQuotes(escapeHtml(tokens[index]?.content ?? '')),
    hardbreak: () => '<br />',
  }
  return { renderer: own, options: { ...options, xhtmlOut: true } }
}

// Footnotes come last, and are no part of the words; ids of texts that share a page are told apart.
function tokensFor({ tokens }: Body, { dress, idPrefix }: Frame): Token[] {
  const end = dress === 'words' ? tokens.findIndex(({ type }) => type === 'footnote_list_open') : -1
  const shown = end < 0 ? tokens : tokens.slice(0, end)
  return (idPrefix === '' ? shown : shown.map(token => withPrefix(token, idPrefix))) as Token[]
}

function withPrefix(token: Token, prefix: string): Token {
  const attrs =
    token.attrs?.map(([name, value]): [string, string] => [name, name === 'id' ? prefix + String(value) : String(value)]) ?? null
  const children = token.children?.map(child => withPrefix(child, prefix)) ?? null
  return copyOf(token, { attrs, children })
}

function writeHeadings({ renderer, options }: Markdown, body: Body, frame: Frame): readonly Heading[] {
  const shift = headingShiftOf(body, frame)
  const writing = startWriting(body, frame)
  return body.headings.map(({ level, id, tokens }) => ({
    level: level + shift,
    id: frame.idPrefix + id,
    html: html(renderer.renderInline([...tokens], options, writing)),
  }))
}
