// A list of references: each work with the ways back to where it is cited.

import { type Html, html } from '../model.ts'
import { escapeHtml } from '../text/escape.ts'
import type { Citation, Reference } from '../words/cited.ts'
import { keysOf } from './formatting.ts'

export interface ReferencesOptions {
  /** What stands above it; empty where its author wrote that himself. */
  readonly heading: string
  readonly level: number
  readonly backTo: WaysBack
}

/** Addresses of the places that cite a work, as they stand in an attribute, by its key. */
export type WaysBack = ReadonlyMap<string, readonly string[]>

export function waysBack(places: readonly { readonly citation: Citation; readonly address: string }[]): WaysBack {
  const ways = new Map<string, string[]>()
  for (const { citation, address } of places) {
    for (const key of keysOf([citation])) {
      const known = ways.get(key)
      if (known === undefined) ways.set(key, [address])
      else known.push(address)
    }
  }
  return ways
}

export function writeReferences(list: readonly Reference[], { heading, level, backTo }: ReferencesOptions): Html {
  const title = heading === '' ? '' : `<h${level}>${escapeHtml(heading)}</h${level}>\n`
  const rows = list.map(reference => {
    const mark = reference.mark === '' ? '' : `<span class="reference-mark">${reference.mark}</span> `
    const back = (backTo.get(reference.key) ?? []).map(
      (address, use) => ` <a href="${address}" role="doc-backlink">↩${use === 0 ? '' : `<sup>${use + 1}</sup>`}</a>`,
    )
    return `<li id="${escapeHtml(reference.id)}">${mark}${reference.words}${back.join('')}</li>\n`
  })
  const isMarked = list.some(({ mark }) => mark !== '')
  return html(
    `<section class="references${isMarked ? ' marked' : ''}" role="doc-bibliography">\n${title}<ul>\n${rows.join('')}</ul>\n</section>\n`,
  )
}
