// A list of references: each work with the ways back to where it is cited.

import { type Html, html } from '../model.ts'
import { escapeHtml } from '../text/escape.ts'
import type { Reference } from '../words/cited.ts'

export interface ReferencesOptions {
  /** What stands above it; empty where its author wrote that himself. */
  readonly heading: string
  readonly level: number
  /** Addresses of the places that cite a work, as they stand in an attribute. */
  readonly backTo: (reference: Reference) => readonly string[]
}

export function writeReferences(list: readonly Reference[], { heading, level, backTo }: ReferencesOptions): Html {
  const title = heading === '' ? '' : `<h${level}>${escapeHtml(heading)}</h${level}>\n`
  const rows = list.map(reference => {
    const mark = reference.mark === '' ? '' : `<span class="reference-mark">${reference.mark}</span> `
    const back = backTo(reference).map(
      (address, use) => ` <a href="${address}" role="doc-backlink">↩${use === 0 ? '' : `<sup>${use + 1}</sup>`}</a>`,
    )
    return `<li id="${escapeHtml(reference.id)}">${mark}${reference.words}${back.join('')}</li>\n`
  })
  const isMarked = list.some(({ mark }) => mark !== '')
  return html(
    `<section class="references${isMarked ? ' marked' : ''}" role="doc-bibliography">\n${title}<ul>\n${rows.join('')}</ul>\n</section>\n`,
  )
}
