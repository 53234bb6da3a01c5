// `{% highlight python linenos %} … {% endhighlight %}`: coloured code in the markup that Jekyll gives it (tags/highlight.rb).

import type { Context, Emitter, TagToken, Template, TopLevelToken } from 'liquidjs'
import { escapeHtml } from '../../text/escape.ts'
import { htmlLines } from '../../text/html-lines.ts'
import type { LiquidSite } from '../site.ts'
import type { LiquidTag } from '../tag.ts'

interface HighlightTag {
  language: string
  options: string
  templates: Template[]
}

export function highlight({ highlighter }: LiquidSite): LiquidTag<HighlightTag> {
  return {
    parse(token: TagToken, rest: TopLevelToken[]) {
      const [language = '', ...options] = token.args.trim().split(/\s+/)
      this.language = language.toLowerCase()
      this.options = options.join(' ')
      this.templates = []
      const stream = this.liquid.parser.parseStream(rest)
      stream
        .on('tag:endhighlight', () => stream.stop())
        .on('template', (template: Template) => this.templates.push(template))
        .on('end', () => {
          throw new Error(`tag ${token.getText()} not closed`)
        })
      stream.start()
    },
    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const text = String((yield this.liquid.renderer.renderTemplates(this.templates, context)) ?? '')
      const code = text.replace(/^[\n\r]+|[\n\r]+$/g, '')
      yield highlighter.prepare([this.language])
      const coloured = highlighter.highlight(code, this.language) ?? escapeHtml(code)
      const language = escapeHtml(this.language)
      const isNumbered = /\blinenos\b/.test(this.options)
      const marked = numbersIn(/mark_lines="([\d ]+)"/.exec(this.options)?.[1] ?? '')
      const lines = isNumbered || marked.size > 0 ? inLines(coloured, marked) : coloured
      emitter.write(
        `<figure class="highlight${isNumbered ? ' numbered' : ''}"><pre tabindex="0"><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">${lines}</code></pre></figure>`,
      )
    },
  }
}

function numbersIn(text: string): Set<number> {
  return new Set(text.split(/\s+/).filter(Boolean).map(Number))
}

// Every line is an element, which the style sheet numbers; a marked one is a `mark`.
function inLines(code: string, marked: ReadonlySet<number>): string {
  const tag = (index: number) => (marked.has(index + 1) ? 'mark' : 'span')
  return htmlLines(code)
    .map((line, index) => `<${tag(index)} class="line">${line}</${tag(index)}>`)
    .join('\n')
}
