// A link to itself beside every heading. It stands behind the heading, not in it, so that nobody hears it read twice; its sign
// comes from the style sheet, so that nobody copies it.

import type { Decoration } from '../decorate.ts'

const heading = /<h([2-6])\b([^>]*\sid="([^"]+)"[^>]*)>([\s\S]*?)<\/h\1>/g

export const headingAnchors: Decoration = markup =>
  markup.replace(
    heading,
    (whole, _level, _attributes, id: string) =>
      `<div class="heading lectern-wrap">${whole}<a class="header-anchor" href="#${id}" aria-labelledby="${id}"></a></div>`,
  )
