// THE LIST of kramdown's block rules (parser/kramdown.rb, as parser/gfm.rb changes it). Each is tried in this order at the
// beginning of a line, and the first that reads something wins; the paragraph takes what is left.

import { blankLines } from './blocks/blank-lines.ts'
import { blockExtensions } from './blocks/block-extensions.ts'
import { blockHtml } from './blocks/block-html.ts'
import { blockMath } from './blocks/block-math.ts'
import { blockquote } from './blocks/blockquote.ts'
import { definitionList } from './blocks/definition-list.ts'
import { abbreviationDefinition, footnoteDefinition, linkDefinition } from './blocks/definitions.ts'
import { fencedCode } from './blocks/fenced-code.ts'
import { atxHeading, setextHeading } from './blocks/headings.ts'
import { indentedCode } from './blocks/indented-code.ts'
import { list } from './blocks/list.ts'
import { paragraph } from './blocks/paragraph.ts'
import { endMarkerRule, horizontalRule } from './blocks/rules.ts'
import { table } from './blocks/table.ts'
import type { BlockRule } from './parser.ts'

export const blockRules: readonly BlockRule[] = [
  blankLines,
  indentedCode,
  fencedCode,
  blockquote,
  atxHeading,
  horizontalRule,
  list,
  definitionList,
  blockHtml,
  setextHeading,
  blockMath,
  table,
  footnoteDefinition,
  linkDefinition,
  abbreviationDefinition,
  blockExtensions,
  endMarkerRule,
  paragraph,
]
