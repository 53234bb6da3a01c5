// THE LIST of filters, by what they are for.

import { addressFilters } from './filters/addresses.ts'
import { choiceFilters } from './filters/choice.ts'
import { dateFilters } from './filters/dates.ts'
import { listFilters } from './filters/lists.ts'
import { markupFilters } from './filters/markup.ts'
import { numberFilters } from './filters/numbers.ts'
import { stringFilters } from './filters/strings.ts'
import { valueFilters } from './filters/values.ts'
import type { Filter } from './nouns.ts'

export const filters: ReadonlyMap<string, Filter> = new Map(
  [stringFilters, markupFilters, numberFilters, dateFilters, listFilters, choiceFilters, addressFilters, valueFilters].flatMap(group =>
    Object.entries(group),
  ),
)
