// `{% highlight python linenos %} … {% endhighlight %}`: coloured code in the markup that Jekyll gives it (tags/highlight.rb).

import { dialectOf } from '../../config/config.ts'
import { type CodeOptions, codeLines, readCodeOptions, rougeLine } from '../../markdown/code-box.ts'
import type { Dialect } from '../../markdown/extension.ts'
import { isNoHighlighter } from '../../markdown/kramdown-options.ts'
import { inRougeClasses, rougeTable } from '../../markdown/rouge-classes.ts'
import { escapeHtml } from '../../text/escape.ts'
import type { ReadTag, Run } from '../nouns.ts'
import { readBlock } from '../reading/parser.ts'
import { renderBody } from '../running/body.ts'
import { captured } from '../running/run.ts'

export const highlight: ReadTag = (token, parser) =>
  readBlock(token, parser, [], ([{ body }]) => {
    const [name = '', ...words] = token.markup.trim().split(/\s+/)
    const language = name.toLowerCase()
    const options = readCodeOptions(words.join(' '))
    return {
      render: run => {
        const text = captured(run, () => renderBody(run, body))
        const box = boxOf(run, text.replace(/^[\n\r]+|[\n\r]+$/g, ''), language, options)
        run.out += run.isMarkdown ? inMarkdown(box, dialectOf(run.engine.site.config)) : box
      },
    }
  })

function boxOf(run: Run, text: string, language: string, options: CodeOptions): string {
  const { codeMarkup, config } = run.engine.site
  if (codeMarkup !== 'rouge') return ownFigure(coloured(run, text, language), language, options)
  // Without a highlighter Jekyll numbers no lines either.
  if (isNoHighlighter(config.data['highlighter'] ?? null)) return plainFigure(escapeHtml(text), language)
  return rougeFigure(coloured(run, text, language), language, options)
}

function ownFigure(code: string, language: string, options: CodeOptions): string {
  const name = escapeHtml(language)
  const start = `<figure class="highlight${options.isNumbered ? ' numbered' : ''}" data-lang="${name}">`
  return `${start}<pre>${codeElement(codeLines(code, options), name)}</pre></figure>`
}

function rougeFigure(code: string, language: string, options: CodeOptions): string {
  const spans = inRougeClasses(codeLines(code, { ...options, isNumbered: false }, rougeLine))
  return plainFigure(options.isNumbered ? rougeTable(spans) : spans, language)
}

function plainFigure(code: string, language: string): string {
  return `<figure class="highlight"><pre>${codeElement(code, escapeHtml(language))}</pre></figure>`
}

function codeElement(code: string, name: string): string {
  return `<code class="language-${name.replaceAll('+', '-')}" data-lang="${name}">${code}</code>`
}

function coloured({ engine: { languages, site }, pending }: Run, code: string, language: string): string {
  if (languages.has(language)) return site.highlighter.highlight(code, language) ?? escapeHtml(code)
  pending.push(site.highlighter.prepare([language]).then(() => void languages.add(language)))
  return ''
}

// On lines of its own, as in Jekyll, so that it begins a block even in a list or a sentence; and without empty lines where they would
// end the block.
function inMarkdown(box: string, dialect: Dialect): string {
  return `\n${dialect === 'commonmark' ? box.replace(/\n(?=[ \t]*\n)/g, '&#10;') : box}\n`
}
