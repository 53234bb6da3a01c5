// `{% highlight python linenos %} … {% endhighlight %}`: coloured code in the markup that Jekyll gives it (tags/highlight.rb).

import { codeLines, readCodeOptions } from '../../markdown/code-box.ts'
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
        const code = codeLines(coloured(run, text.replace(/^[\n\r]+|[\n\r]+$/g, ''), language), options)
        const escaped = escapeHtml(language)
        const box = `<figure class="highlight${options.isNumbered ? ' numbered' : ''}" data-lang="${escaped}"><pre><code class="language-${escaped.replaceAll('+', '-')}" data-lang="${escaped}">${code}</code></pre></figure>`
        run.out += run.isMarkdown ? inMarkdown(box) : box
      },
    }
  })

function coloured({ engine: { languages, site }, pending }: Run, code: string, language: string): string {
  if (languages.has(language)) return site.highlighter.highlight(code, language) ?? escapeHtml(code)
  pending.push(site.highlighter.prepare([language]).then(() => void languages.add(language)))
  return ''
}

// On lines of its own, as in Jekyll, so that it begins a block even in a list or a sentence; and without empty lines, which would
// end the block for CommonMark.
function inMarkdown(box: string): string {
  return `\n${box.replace(/\n(?=[ \t]*\n)/g, '&#10;')}\n`
}
