// `{% gist user/id file %}`, as jekyll-gist writes it without asking GitHub.

import { escapeHtml } from '../../text/escape.ts'
import type { ReadTag } from '../nouns.ts'
import { find } from '../running/run.ts'
import { filled } from '../running/template.ts'
import { field } from '../values/property.ts'
import { toText } from '../values/text.ts'

export const gist: ReadTag = ({ markup }) => ({
  render: run => {
    const [id = '', file] = filled(run, markup)
      .trim()
      .split(/\s+/)
      .map(word => unquoted(word) ?? (toText(lookUp(word)) || word))
    const query = file === undefined ? '' : `?file=${encodeURIComponent(file)}`
    run.out += `<script src="https://gist.github.com/${escapeHtml(id)}.js${query}"> </script>`

    // A word without quotes may be a variable: `page.gist`.
    function lookUp(word: string): unknown {
      const [name = '', ...rest] = word.split('.')
      return rest.reduce(field, find(run, name))
    }
  },
})

function unquoted(word: string): string | undefined {
  return /^(["']).*\1$/.test(word) ? word.slice(1, -1) : undefined
}
