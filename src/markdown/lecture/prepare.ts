// What becomes of a text of the theme of Lectern before its formulas are looked for, line for line.

import { withoutComments } from './comments.ts'
import { directivesAsDivs } from './directives.ts'

export function prepareLecture(text: string): string {
  return directivesAsDivs(withoutComments(text))
}
