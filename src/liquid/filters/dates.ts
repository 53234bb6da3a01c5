// Filters for dates.

import { type Moment, momentAt, toIso, wallClock } from '../../text/dates.ts'
import { strftime } from '../../text/strftime.ts'
import type { Zone } from '../../text/zone.ts'
import { zoneAbbreviation } from '../../text/zone-names.ts'
import type { Filter, Run } from '../nouns.ts'
import { fail } from '../running/run.ts'
import { inspect, toText } from '../values/text.ts'
import { toMoment } from '../values/time.ts'

export const dateFilters: Readonly<Record<string, Filter>> = {
  date: (run, input, [format]) => {
    const moment = toText(format) === '' ? undefined : toMoment(input, run.engine.clock)
    return moment === undefined ? input : strftime(moment, toText(format), zoneNames(run))
  },
  date_to_string: told((moment, [type, style]) => inWords(moment, '%b', type, style)),
  date_to_long_string: told((moment, [type, style]) => inWords(moment, '%B', type, style)),
  date_to_xmlschema: told(toIso),
  date_to_rfc822: told(moment => strftime(moment, '%a, %d %b %Y %H:%M:%S %z')),
}

// A time that was written with an offset of its own has no zone, and so none to name.
function zoneNames({ engine: { clock } }: Run): (moment: Moment) => string | undefined {
  return moment => (moment.offset === clock.zone.offsetAt(moment.epoch) ? nameIn(clock.zone, moment) : '')
}

function nameIn(zone: Zone, { epoch, offset }: Moment): string | undefined {
  if (zone.name === 'UTC') return undefined
  const year = new Date(epoch).getUTCFullYear()
  const winter = Math.min(...[0, 6].map(month => zone.offsetAt(Date.UTC(year, month, 1))))
  return zoneAbbreviation(zone.name, offset, winter)
}

// These tell every date in the site's own zone.
function told(tell: (moment: Moment, given: readonly unknown[]) => string): Filter {
  return (run, input, given) => {
    if (toText(input) === '') return input
    const { clock } = run.engine
    const moment = toMoment(input, clock)
    if (moment === undefined) return fail(run, `${inspect(input)} is no date`)
    return tell(momentAt(moment.epoch, clock.zone), given)
  }
}

function inWords(moment: Moment, month: string, type: unknown, style: unknown): string {
  if (type !== 'ordinal') return strftime(moment, `%d ${month} %Y`)
  const day = ordinal(wallClock(moment).getUTCDate())
  return strftime(moment, style === 'US' ? `${month} ${day}, %Y` : `${day} ${month} %Y`)
}

function ordinal(day: number): string {
  const ending = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
