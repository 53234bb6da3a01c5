// What becomes of a text of the theme of Lectern before its formulas are looked for, line for line.

import { fromBookdown } from './bookdown.ts'
import { withoutComments } from './comments.ts'
import { directivesAsDivs } from './directives.ts'

export function prepareLecture(text: string): string {
  // Before comments are looked for, of which there are none in code: between its fences a directive looks like some.
  return fromBookdown(withoutComments(directivesAsDivs(text)))
}
