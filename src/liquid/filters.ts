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
import { asText } from './running/run.ts'

const textFilters = [stringFilters, markupFilters].flatMap(group => Object.entries(group))
const others = [numberFilters, dateFilters, listFilters, choiceFilters, addressFilters, valueFilters].flatMap(group =>
  Object.entries(group),
)

export const filters: ReadonlyMap<string, Filter> = new Map([
  ...textFilters.map(([name, filter]) => [name, ofText(filter)] as const),
  ...others,
])

function ofText(filter: Filter): Filter {
  return (run, input, given) => filter(run, asText(run, input), given)
}
