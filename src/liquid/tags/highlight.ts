// `{% highlight python linenos %} … {% endhighlight %}`: coloured code in the markup that Jekyll gives it (tags/highlight.rb).

import type { Context, Emitter, TagToken, Template, TopLevelToken } from 'liquidjs'
import { codeLines, readCodeOptions } from '../../markdown/code-box.ts'
import { escapeHtml } from '../../text/escape.ts'
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
      const options = readCodeOptions(this.options)
      emitter.write(
        `<figure class="highlight${options.isNumbered ? ' numbered' : ''}" data-lang="${language}"><pre><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">${codeLines(coloured, options)}</code></pre></figure>`,
      )
    },
  }
}
