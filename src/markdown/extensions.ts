// THE LIST of Markdown extensions. Its order is the order in which they read and look through tokens; where that matters it says why.

import type { Extension } from './extension.ts'
import { bareLinks } from './extensions/bare-links.ts'
import { blockNames } from './extensions/block-names.ts'
import { blocks } from './extensions/blocks.ts'
import { captions } from './extensions/captions.ts'
import { citations } from './extensions/citations.ts'
import { codeBlocks } from './extensions/code-blocks.ts'
import { definitionLists } from './extensions/definition-lists.ts'
import { diagrams } from './extensions/diagrams.ts'
import { elementNotes } from './extensions/element-notes.ts'
import { figures } from './extensions/figures.ts'
import { footnotes } from './extensions/footnotes.ts'
import { headingIds } from './extensions/heading-ids.ts'
import { headings } from './extensions/headings.ts'
import { highlights } from './extensions/highlights.ts'
import { imageAttributes } from './extensions/image-attributes.ts'
import { keepTogether } from './extensions/keep-together.ts'
import { kramdown } from './extensions/kramdown.ts'
import { links } from './extensions/links.ts'
import { listings } from './extensions/listings.ts'
import { math } from './extensions/math.ts'
import { nesting } from './extensions/nesting.ts'
import { references } from './extensions/references.ts'
import { shownTexts } from './extensions/shown-texts.ts'
import { tables } from './extensions/tables.ts'
import { targets } from './extensions/targets.ts'
import { taskLists } from './extensions/task-lists.ts'
import { times } from './extensions/times.ts'
import { wikilinks } from './extensions/wikilinks.ts'
import { words } from './extensions/words.ts'

export const extensions: readonly Extension[] = [
  // First: it takes the place of markdown-it's own reading, on whose tokens all others work.
  kramdown,
  nesting,
  bareLinks,
  definitionLists,
  // Before the footnotes are counted, and before formulas and citations in them are read.
  elementNotes,
  footnotes,
  taskLists,
  // Before whatever looks at headings: one at the beginning of a block is its title.
  blocks,
  // Before whatever looks at text, in which a formula is only a number until then.
  math,
  // Before citations and links are looked for, which captions may have.
  imageAttributes,
  diagrams,
  listings,
  captions,
  // Before whatever looks at headings, which may cite and link.
  highlights,
  citations,
  wikilinks,
  // Behind the links by name, of which they are some.
  shownTexts,
  // After the formulas, which it must know, and whatever cuts a line: it puts an end of the text into an element.
  keepTogether,
  headingIds,
  targets,
  // Behind whatever gives things a label of their own.
  blockNames,
  // After the ids, which the list of contents needs.
  headings,
  codeBlocks,
  tables,
  figures,
  links,
  // After the formulas and whatever else can be referred to.
  references,
  times,
  // Last: it counts what the others have left as text.
  words,
]
