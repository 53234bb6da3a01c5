// THE LIST of kramdown's span rules (parser/kramdown.rb, as parser/gfm.rb changes it), in the order in which they are tried.

import type { SpanRule } from './parser.ts'
import { autolink } from './spans/autolink.ts'
import { entity, escaped, lineBreak } from './spans/characters.ts'
import { codeSpan } from './spans/code-span.ts'
import { emphasis } from './spans/emphasis.ts'
import { footnoteMark } from './spans/footnote-mark.ts'
import { link } from './spans/link.ts'
import { inlineMath } from './spans/math.ts'
import { smartQuotes } from './spans/smart-quotes.ts'
import { spanExtensions } from './spans/span-extensions.ts'
import { spanHtml } from './spans/span-html.ts'
import { strikethrough } from './spans/strikethrough.ts'
import { typographicSigns } from './spans/typographic-signs.ts'

export const spanRules: readonly SpanRule[] = [
  emphasis,
  codeSpan,
  autolink,
  spanHtml,
  footnoteMark,
  link,
  smartQuotes,
  inlineMath,
  spanExtensions,
  entity,
  typographicSigns,
  lineBreak,
  escaped,
  strikethrough,
]
