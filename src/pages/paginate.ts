// A long list cut into pages.

import type { Config } from '../config/config.ts'
import { type Permalink, permalink } from '../model.ts'
import type { Pagination } from '../templates/contract.ts'

export interface ListSlice<Entry> {
  readonly entries: readonly Entry[]
  readonly permalink: Permalink
  readonly pagination: Pagination
}

/** Posts on one page of a tag, category or year: short lines, so many fit. */
export const listLength = 100

/** At least one page, the first at `address`, the others below it as `paginate_path` says. A length of 0 means no end. */
export function paginate<Entry>(entries: readonly Entry[], length: number, address: Permalink, config: Config): ListSlice<Entry>[] {
  const size = length === 0 ? Math.max(1, entries.length) : length
  const total = Math.max(1, Math.ceil(entries.length / size))
  const addressOf = (number: number): Permalink => (number === 1 ? address : pageAddress(address, number, config))
  const linkTo = (number: number): string => (number < 1 || number > total ? '' : config.baseurl + addressOf(number))
  return Array.from({ length: total }, (_, index) => ({
    entries: entries.slice(index * size, (index + 1) * size),
    permalink: addressOf(index + 1),
    pagination: { number: index + 1, total, previous: linkTo(index), next: linkTo(index + 2) },
  }))
}

// `/page:num/` below a tag is `/tags/ml/page2/`; jekyll-paginate writes the files as folders, with or without the slash.
function pageAddress(address: Permalink, number: number, config: Config): Permalink {
  const path = config.paginate_path.includes(':num') ? config.paginate_path : '/page:num/'
  const below = address === '/' ? path : `/page:num/`
  return permalink(`${address}${below.replace(':num', String(number))}/`)
}
