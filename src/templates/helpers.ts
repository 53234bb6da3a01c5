// THE LIST of what a template may call. Each works on the values that the contract describes.

import type { Config } from '../config/config.ts'
import { type Html, html } from '../model.ts'
import { type Moment, toIso } from '../text/dates.ts'
import { jsonForHtml } from '../text/escape.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import { dateIn } from '../words/dates.ts'
import { type Say, scriptWords, wordsFrom } from '../words/words.ts'

export interface Helpers {
  readonly link: (path: string) => string
  readonly absolute: (path: string) => string
  readonly date: (moment: Moment, format?: string) => string
  readonly iso: (moment: Moment) => string
  readonly json: (value: unknown) => Html
  readonly say: Say
  readonly scriptWords: () => string
}

export const helperDocs: { readonly [Name in keyof Helpers]: string } = {
  link: "`link('/about/')`: an address of the site, with `baseurl` in front",
  absolute: "`absolute('/about/')`: the same in full, for feeds and cards; without a `url` it stays as it is",
  date: "`date(it.page.date, 'short')`: a date as the language of the page writes it, `long` (by default), `short`, `day` without the year or `month`; or by the directives of Ruby's strftime, `'%Y-%m-%d'`",
  iso: '`iso(it.page.date)`: a date for machines',
  json: '`json(value)`: a value for a `<script type="application/json">`',
  say: "`say('postCount', { count: 3 })`: a phrase of the theme in the language of the page; `src/words/en.ts` lists them",
  scriptWords: '`scriptWords()`: what the scripts of the page say in its language, for `data-words`; empty in English',
}

/** The helpers of pages in a language. */
export function makeHelpers(config: Config, sayIn: (language: string) => Say): (language: string) => Helpers {
  const known = new Map<string, Helpers>()
  return language => {
    const helpers = known.get(language) ?? helpersFor(config, language, sayIn(language))
    known.set(language, helpers)
    return helpers
  }
}

function helpersFor(config: Config, language: string, say: Say): Helpers {
  const tell = dateIn(language)
  const link = (path: string): string => (isAbsoluteUrl(path) ? path : `${config.baseurl}/${path.replace(/^\//, '')}`)
  return {
    link,
    absolute: path => (isAbsoluteUrl(path) ? path : config.url + link(path)),
    date: (moment, format = 'long') => tell(moment, format),
    iso: toIso,
    json: value => html(jsonForHtml(value)),
    say,
    scriptWords: () => scriptWords(language, wordsFrom(config.words)),
  }
}
