// Dates as a language writes them. English dates stay those of `strftime`, so that a site in English is the same on every machine; the others are
// those of `Intl`, whose calendar is always the Gregorian one, in which posts are dated.

import { type Moment, wallClock } from '../text/dates.ts'
import { strftime } from '../text/strftime.ts'

/** `long` names the month in full, `short` cuts it, `day` leaves the year out, `month` leaves the day out. */
export type DateForm = 'long' | 'short' | 'day' | 'month'

const english: Record<DateForm, string> = { long: '%-d %B %Y', short: '%-d %b %Y', day: '%-d %b', month: '%B %Y' }

const parts: Record<DateForm, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
}

/** Tells dates in `language`: by one of our forms, or by the directives of Ruby's strftime. */
export function dateIn(language: string): (moment: Moment, form: string) => string {
  if (/^en(?:$|[-_])/i.test(language) || !isLanguage(language))
    return (moment, form) => strftime(moment, isForm(form) ? english[form] : form)
  const formats = new Map<DateForm, Intl.DateTimeFormat>()
  return (moment, form) => {
    if (!isForm(form)) return strftime(moment, form)
    const known = formats.get(form) ?? new Intl.DateTimeFormat(language, { ...parts[form], calendar: 'gregory', timeZone: 'UTC' })
    formats.set(form, known)
    return known.format(wallClock(moment))
  }
}

/** The name of a language in itself: `Deutsch`, `日本語`. */
export function nameOfLanguage(language: string): string {
  return (isLanguage(language) ? new Intl.DisplayNames([language], { type: 'language' }).of(language) : undefined) ?? language
}

function isForm(text: string): text is DateForm {
  return Object.hasOwn(english, text)
}

// An author may write any word as `lang`.
function isLanguage(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0
  } catch {
    return false
  }
}
