// THE LIST of what a page adds to the text of a post: what helps on the page itself and would only be in the way in a feed, in
// an export or where an excerpt is shown. What is added carries the class `lectern-add` or stands in a `lectern-wrap`.

import type { Entry, Html, Renderer } from '../model.ts'
import { html } from '../model.ts'
import { figures } from './decorations/figures.ts'
import { headingAnchors } from './decorations/heading-anchors.ts'
import { notes } from './decorations/notes.ts'
import { pictures } from './decorations/pictures.ts'

/** What a decoration may ask besides the text itself. */
export interface DecorationTools {
  readonly entry: Entry
  readonly renderer: Renderer
}

export type Decoration = (markup: string, tools: DecorationTools) => string

// Figures come before pictures, since they look for an image that stands by itself as it was written.
const decorations: readonly Decoration[] = [headingAnchors, notes, figures, pictures]

/** The text as the page of `entry` shows it. */
export function decorate(markup: string, tools: DecorationTools): Html {
  return html(decorations.reduce((text, decoration) => decoration(text, tools), markup))
}
