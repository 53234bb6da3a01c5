// `{% gist user/id file %}`, as jekyll-gist writes it without asking GitHub.

import type { Emitter, TagToken } from 'liquidjs'
import { escapeHtml } from '../../text/escape.ts'
import type { LiquidTag } from '../tag.ts'

interface Words {
  words: string[]
}

export function gist(): LiquidTag<Words> {
  return {
    parse(token: TagToken) {
      this.words = token.args
        .trim()
        .split(/\s+/)
        .map(word => word.replace(/^["']|["']$/g, ''))
    },
    render(_context: unknown, emitter: Emitter): void {
      const [id = '', file] = this.words
      const query = file === undefined ? '' : `?file=${encodeURIComponent(file)}`
      emitter.write(`<script src="https://gist.github.com/${escapeHtml(id)}.js${query}"> </script>`)
    },
  }
}
