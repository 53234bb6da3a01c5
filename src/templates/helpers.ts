// THE LIST of what a template may call. Each works on the values that the contract describes.

import type { Config } from '../config/config.ts'
import { type Html, html } from '../model.ts'
import { type Moment, toIso } from '../text/dates.ts'
import { jsonForHtml } from '../text/escape.ts'
import { strftime } from '../text/strftime.ts'
import { isAbsoluteUrl } from '../text/url.ts'

export interface Helpers {
  readonly link: (path: string) => string
  readonly absolute: (path: string) => string
  readonly date: (moment: Moment, format?: string) => string
  readonly iso: (moment: Moment) => string
  readonly json: (value: unknown) => Html
}

export const helperDocs: { readonly [Name in keyof Helpers]: string } = {
  link: "`link('/about/')`: an address of the site, with `baseurl` in front",
  absolute: "`absolute('/about/')`: the same in full, for feeds and cards; without a `url` it stays as it is",
  date: "`date(it.page.date, '%-d %B %Y')`: a date in words, in the zone of the site, by the directives of Ruby's strftime",
  iso: '`iso(it.page.date)`: a date for machines',
  json: '`json(value)`: a value for a `<script type="application/json">`',
}

export function makeHelpers(config: Config): Helpers {
  const link = (path: string): string => (isAbsoluteUrl(path) ? path : `${config.baseurl}/${path.replace(/^\//, '')}`)
  return {
    link,
    absolute: path => (isAbsoluteUrl(path) ? path : config.url + link(path)),
    date: (moment, format = '%-d %B %Y') => strftime(moment, format),
    iso: toIso,
    json: value => html(jsonForHtml(value)),
  }
}
