// THE LIST of what a template may call. Each works on the values that the contract describes.

import type { Config } from '../config/config.ts'
import { type Html, html } from '../model.ts'
import { type Moment, toIso } from '../text/dates.ts'
import { escapeHtml, jsonForHtml } from '../text/escape.ts'
import { lazily } from '../text/lazily.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import { dateIn } from '../words/dates.ts'
import { listIn } from '../words/lists.ts'
import { type Say, scriptWords, wordsFrom } from '../words/words.ts'
import { mathFonts } from './math-fonts.ts'

export interface Helpers {
  readonly link: (path: string) => string
  readonly absolute: (path: string) => string
  readonly date: (moment: Moment, format?: string) => string
  readonly iso: (moment: Moment) => string
  readonly escape: (text: string) => Html
  readonly titled: (title: string) => Html
  readonly list: (parts: readonly string[]) => Html
  readonly mathFonts: typeof mathFonts
  readonly json: (value: unknown) => Html
  readonly say: Say
  readonly scriptWords: () => string
  readonly scriptFiles: () => string
}

export const helperDocs: { readonly [Name in keyof Helpers]: string } = {
  link: "`link('/about/')`: an address of the site, with `baseurl` in front",
  absolute: "`absolute('/about/')`: the same in full, for feeds and cards; without a `url` it stays as it is",
  date: "`date(it.page.date, 'short')`: a date as the language of the page writes it, `long` (by default), `short`, `day` without the year or `month`; or by the directives of Ruby's strftime, `'%Y-%m-%d'`",
  iso: '`iso(it.page.date)`: a date for machines',
  escape: '`escape(text)`: text as HTML, where a template puts it together by itself',
  titled: '`titled(it.page.title)`: a title as HTML, its formulas set and its code as code, and broken into lines where it may be',
  list: "`list(['<b>Ada</b>', 'Bob'])`: pieces of HTML with commas and “and” between them, as the language of the page has it",
  mathFonts:
    '`mathFonts(it.body)`: files in `assets/katex/fonts/` that the formulas in it need, or in the first of a list of parts with `content` that has some',
  json: '`json(value)`: a value for a `<script type="application/json">`',
  say: "`say('postCount', { count: 3 })`: a phrase of the theme in the language of the page; `src/words/en.ts` lists them",
  scriptWords: '`scriptWords()`: what the scripts of the page say in its language, for `data-words`; empty in English',
  scriptFiles:
    '`scriptFiles()`: for `data-files`, what tells the content of the files that `site.js` loads, in their names; empty where they have plain names only',
}

/** The helpers of pages in a language. `names` are addresses of files under names that tell their content, by plain address. */
export function makeHelpers(
  config: Config,
  names: ReadonlyMap<string, string>,
  sayIn: (language: string) => Say,
  writeTitle: (title: string) => Html,
): (language: string) => Helpers {
  const titles = new Map<string, Html>()
  const titled = (title: string): Html => {
    const written = titles.get(title) ?? unbrokenTitle(writeTitle(title))
    titles.set(title, written)
    return written
  }
  const known = new Map<string, Helpers>()
  return language => {
    const helpers = known.get(language) ?? helpersFor({ config, names, titled }, language, sayIn(language))
    known.set(language, helpers)
    return helpers
  }
}

// A dash stays with what stands before it, and a number with its noun.
function unbrokenTitle(title: Html): Html {
  return html(title.replace(/ (?=[–—] )/g, '\u00a0').replace(/(\p{L}) (?=\d{1,3}(?:$|[\s:.,–—]))/gu, '$1\u00a0'))
}

interface HelpersOf {
  readonly config: Config
  readonly names: ReadonlyMap<string, string>
  readonly titled: Helpers['titled']
}

function helpersFor({ config, names, titled }: HelpersOf, language: string, say: Say): Helpers {
  const tell = dateIn(language)
  const below = (path: string): string => `/${path.replace(/^\//, '')}`
  const link = (path: string): string => (isAbsoluteUrl(path) ? path : config.baseurl + (names.get(below(path)) ?? below(path)))
  return {
    link,
    absolute: path => (isAbsoluteUrl(path) ? path : config.url + link(path)),
    date: (moment, format = 'long') => tell(moment, format),
    iso: toIso,
    escape: text => html(escapeHtml(text)),
    titled,
    list: parts => html(listIn(language, parts)),
    mathFonts,
    json: value => html(jsonForHtml(value)),
    say,
    scriptWords: lazily(() => scriptWords(language, wordsFrom(config.words))),
    scriptFiles: lazily(() => scriptFiles(names)),
  }
}

// What stands between the name and the ending: `{"search.js":"3f2a9c1b2d"}`. Sheets are linked from the page, but for those of diagrams.
function scriptFiles(names: ReadonlyMap<string, string>): string {
  const loaded = [...names].flatMap(([plain, named]) => {
    const name = /^\/assets\/((?:diagrams\/)?[^/]+\.js|diagrams\/.+)$/.exec(plain)?.[1]
    const hash = /\.(\w+)\.\w+$/.exec(named)?.[1]
    return name === undefined || name === 'site.js' || hash === undefined ? [] : [[name, hash]]
  })
  return loaded.length === 0 ? '' : JSON.stringify(Object.fromEntries(loaded))
}
