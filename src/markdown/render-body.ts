// A body into HTML. The only file that imports markdown-it, whose traps are:
// - it cannot wait, so what needs loading (grammars) is loaded before it runs;
// - `env` is its only side channel; here it always has the shape of `env.ts`;
// - a text nested thousands deep overflows its stack, which is caught here and told as the author's problem.

import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { bodyFails } from '../diagnostics.ts'
import type { DataMap, Rendered, SourcePath } from '../model.ts'
import { type MarkdownEnv, makeEnv } from './env.ts'
import { type Dialect, extensions } from './extensions.ts'
import { type Highlighter, languagesIn } from './highlighter.ts'
import { readKramdownOptions } from './kramdown-options.ts'

/** All that a rendering depends on, besides the options of `makeMarkdown` and the program's version. */
export interface Body {
  readonly source: SourcePath
  readonly text: string
  /** The line of the file on which the text begins, from 1. */
  readonly line: number
  readonly format: 'markdown' | 'html'
  /** The text of the excerpt; undefined where the whole text is it. */
  readonly excerpt?: string
}

export interface MarkdownOptions {
  readonly dialect: Dialect
  /** The group `kramdown` of the configuration. */
  readonly kramdown: DataMap
}

/** Renders one body; the same bytes for the same body, whatever was rendered before. */
export type RenderBody = (body: Body) => Promise<Checked<Rendered>>

export function makeMarkdown(options: MarkdownOptions, highlighter: Highlighter): RenderBody {
  const tools = { highlighter, kramdown: readKramdownOptions(options.kramdown) }
  const markdown = new MarkdownIt({ html: true, linkify: options.dialect === 'commonmark' })
  for (const extension of extensions) if (extension.dialects.includes(options.dialect)) extension.extend(markdown, tools)

  return async body => {
    if (body.format === 'html') return { value: asItIs(body.text), diagnostics: [] }
    await highlighter.prepare(languagesIn(body.text))
    const env = makeEnv(body.source, body.text, body.line)
    const whole = render(markdown, body.text, env)
    if (typeof whole !== 'string') return { value: asItIs(''), diagnostics: [whole] }
    // A cut through the middle of a text that renders can only be simpler, so the excerpt's own diagnostics say nothing new.
    const excerptHtml =
      body.excerpt === undefined
        ? whole
        : render(markdown, body.excerpt, { ...makeEnv(body.source, body.text, body.line), links: env.links })
    const rendered = {
      html: whole,
      excerptHtml: typeof excerptHtml === 'string' ? excerptHtml : '',
      links: env.links,
      headings: env.headings,
      text: env.words.join(' '),
    }
    return { value: rendered, diagnostics: env.diagnostics }
  }
}

function asItIs(html: string): Rendered {
  return { html, excerptHtml: html, links: [], headings: [], text: html.replace(/<[^>]*>/g, ' ') }
}

function render(markdown: Markdown, text: string, env: MarkdownEnv): string | Diagnostic {
  try {
    return markdown.render(text, env)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return bodyFails({ file: env.file }, 'it is nested too deeply')
  }
}
