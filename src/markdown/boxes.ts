// What a page puts around parts of a text: a link to itself beside every heading, and boxes that scroll around tables.

import { escapeHtml } from '../text/escape.ts'
import type { Writing } from './writing.ts'

/** The start of a heading that was written as one of `level`, and its end. */
export function openHeading(level: number, attributes: string, id: string, writing: Writing): string {
  const shown = level + writing.headingShift
  return `${hasAnchor(shown, id, writing) ? '<div class="heading lectern-wrap">' : ''}<h${shown}${attributes}>`
}

export function closeHeading(level: number, id: string, writing: Writing): string {
  const shown = level + writing.headingShift
  const name = escapeHtml(id)
  const anchor = `<a class="header-anchor" href="#${name}" aria-labelledby="${name}"></a></div>`
  return `</h${shown}>${hasAnchor(shown, id, writing) ? anchor : ''}`
}

function hasAnchor(level: number, id: string, { frame }: Writing): boolean {
  return frame.dress === 'page' && level >= 2 && id !== ''
}

/** The box around a table. */
export function openBox({ frame }: Writing): string {
  return frame.dress === 'page' ? '<div class="table-box lectern-wrap" tabindex="0">' : ''
}

export function closeBox({ frame }: Writing): string {
  return frame.dress === 'page' ? '</div>' : ''
}
