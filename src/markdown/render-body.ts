// A body into HTML. The only file that imports markdown-it, whose traps are:
// - it cannot wait, so what needs loading (grammars) is loaded before it runs;
// - `env` is its only side channel; here it always has the shape of `env.ts`;
// - a text nested thousands deep overflows its stack, which is caught here and told as the author's problem.

import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { bodyFails } from '../diagnostics.ts'
import type { DataMap, Rendered, SourcePath } from '../model.ts'
import { type MarkdownEnv, makeEnv } from './env.ts'
import { type Dialect, type Extension, extensions } from './extensions.ts'
import { type Highlighter, languagesIn } from './highlighter.ts'
import { readKramdownOptions } from './kramdown-options.ts'
import { makeMathRenderer } from './math/katex.ts'
import { type Formula, putBack } from './math/set-aside.ts'

/** All that a rendering depends on, besides the options of `makeMarkdown` and the program's version. */
export interface Body {
  readonly source: SourcePath
  /** As it stands in the file, for the quoted lines of diagnostics. */
  readonly original: string
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly format: 'markdown' | 'html'
  readonly whole: BodyText
  /** Undefined where the whole text is the excerpt. */
  readonly excerpt?: BodyText
  readonly macros: Record<string, string>
}

/** A text ready for Markdown: its Liquid run, its formulas set aside. */
export interface BodyText {
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

/** Renders one body; the same bytes for the same body, whatever was rendered before. */
export type RenderBody = (body: Body) => Promise<Checked<Rendered>>

/** `list` is only given by tests, which ask what the engine reads without what our pages add. */
export function makeMarkdown(options: MarkdownOptions, highlighter: Highlighter, list: readonly Extension[] = extensions): RenderBody {
  const mathRenderer = makeMathRenderer()
  const markdown = new MarkdownIt({ html: true })
  // The specification writes an empty quotation on two lines.
  markdown.renderer.rules['blockquote_open'] = (tokens, index, config, _env, renderer) =>
    renderer.renderToken(tokens, index, config) + (tokens[index + 1]?.type === 'blockquote_close' ? '\n' : '')
  const tools = { highlighter, mathRenderer, kramdown: readKramdownOptions(options.kramdown) }
  for (const extension of list) if (extension.dialects.includes(options.dialect)) extension.extend(markdown, tools)

  return async body => {
    const { whole, excerpt } = body
    if (body.format === 'html') return { value: asItIs(putBack(whole.text, whole.formulas)), diagnostics: [] }
    await highlighter.prepare(languagesIn(whole.text))
    if (options.buildsMath && (whole.formulas.length > 0 || whole.text.includes('$$'))) await mathRenderer.prepare()
    const envOf = ({ formulas }: BodyText): MarkdownEnv =>
      makeEnv(body.source, body.original, body.line, { formulas, isBuilt: options.buildsMath, macros: { ...body.macros } })
    const env = envOf(whole)
    const html = render(markdown, whole.text, env)
    if (typeof html !== 'string') return { value: asItIs(''), diagnostics: [html] }
    // A cut through the middle of a text that renders can only be simpler, so the excerpt's own diagnostics say nothing new.
    const head = excerpt === undefined ? html : render(markdown, excerpt.text, { ...envOf(excerpt), links: env.links })
    const excerptHtml = typeof head === 'string' ? head : ''
    const value = { html, excerptHtml, links: env.links, headings: env.headings, text: env.words.join(' '), hasMath: env.math.isUsed }
    return { value, diagnostics: env.diagnostics }
  }
}

function asItIs(html: string): Rendered {
  return { html, excerptHtml: html, links: [], headings: [], text: html.replace(/<[^>]*>/g, ' '), hasMath: false }
}

function render(markdown: Markdown, text: string, env: MarkdownEnv): string | Diagnostic {
  try {
    return markdown.render(text, env)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return bodyFails({ file: env.file }, 'it is nested too deeply')
  }
}
