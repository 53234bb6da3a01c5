// THE LIST of Jekyll's filters that liquidjs has not, or reads otherwise.

import type { Liquid } from 'liquidjs'
import { parseDate, toIso } from '../text/dates.ts'
import { type SlugMode, slugifyCased } from '../text/slug.ts'
import { strftime } from '../text/strftime.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import type { LiquidSite } from './site.ts'

export function registerFilters(engine: Liquid, { config, markdownify }: LiquidSite): void {
  const relative = (input: unknown): unknown => {
    const path = String(input ?? '')
    if (isAbsoluteUrl(path)) return path
    return (path === '' || path.startsWith('/') ? config.baseurl + path : `${config.baseurl}/${path}`)
      .replace(/\/{2,}/g, '/')
      .replaceAll(' ', '%20')
  }
  const dated = (format: string) => (input: unknown) => formatted(input, format, config.zone)
  const filters: Record<string, (input: unknown, ...args: unknown[]) => unknown> = {
    relative_url: relative,
    absolute_url: input => (isAbsoluteUrl(String(input ?? '')) ? input : config.url + relative(input)),
    strip_index: input => String(input ?? '').replace(/index\.html?$/, ''),
    date: (input, format) => formatted(input, String(format ?? '%Y-%m-%d'), config.zone),
    date_to_xmlschema: input => moment(input, config.zone, toIso) ?? input,
    date_to_rfc822: dated('%a, %d %b %Y %H:%M:%S %z'),
    date_to_string: dated('%d %b %Y'),
    date_to_long_string: dated('%d %B %Y'),
    slugify: (input, mode) => slugifyCased(String(input ?? ''), (mode as SlugMode | undefined) ?? 'default').toLowerCase(),
    to_integer: input => Math.trunc(Number(input)) || 0,
    inspect: input => JSON.stringify(input),
    smartify: input =>
      String(input ?? '')
        .replace(/(^|\s)"/g, '$1“')
        .replaceAll('"', '”')
        .replace(/(^|\s)'/g, '$1‘')
        .replaceAll("'", '’'),
    markdownify: input => markdownify(String(input ?? '')),
  }
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter)
}

type Zone = LiquidSite['config']['zone']

function moment<Value>(input: unknown, zone: Zone, use: (moment: NonNullable<ReturnType<typeof parseDate>>) => Value): Value | undefined {
  const text = input instanceof Date ? input.toISOString() : String(input ?? '')
  const found = /^\d{9,}$/.test(text) ? parseDate(new Date(Number(text) * 1000).toISOString(), zone) : parseDate(text, zone)
  return found === undefined ? undefined : use(found)
}

function formatted(input: unknown, format: string, zone: Zone): unknown {
  return moment(input, zone, found => strftime(found, format)) ?? input
}
