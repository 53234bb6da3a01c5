// What makes the pages of one site: the door through which they are given what they ask for, and the templates that they are written by.

import { createHash } from 'node:crypto'
import type { Bibliographies } from '../citing/bibliographies.ts'
import type { Findings } from '../course/find-courses.ts'
import type { Checked } from '../diagnostic.ts'
import { makeBindBook } from '../io/bind-book.ts'
import type { JekyllSite } from '../jekyll/jekyll-site.ts'
import type { Entry, Site } from '../model.ts'
import type { EntryText, Page } from '../pages/page.ts'
import { makeRelated } from '../pages/related.ts'
import { feedPath } from '../pages/view.ts'
import { contentNamesIn } from '../site/content-names.ts'
import type { Images } from '../site/images.ts'
import { addressesOf } from '../site/resolve-links.ts'
import { siteDataOf } from '../site/site-data.ts'
import type { SiteInput } from '../site/site-input.ts'
import type { Templates } from '../templates/engine.ts'
import { makeHelpers } from '../templates/helpers.ts'
import { lazily } from '../text/lazily.ts'
import { speakers, wordsFrom } from '../words/words.ts'
import { makeCitations } from './citations.ts'
import { type KeptBody, makeKeys, type PageKey } from './freshness.ts'
import { makeJekyllPages } from './jekyll-pages.ts'
import { makeLiquidParts } from './liquid-parts.ts'
import type { Markdown, SiteMemory } from './memory.ts'
import { makePictures } from './pictures.ts'
import { type BegunPage, beginPage, type DrawCard, type RenderedPage } from './render-page.ts'
import { makeSecurePage, type ScriptHashes } from './security-policy.ts'
import { makeSheets } from './sheets.ts'
import { makeSiteAnswers } from './site-answers.ts'
import { makeTexts, type Texts } from './texts.ts'
import { makeTitles } from './titles.ts'

export interface Renderer extends Pick<Texts, 'text' | 'wholeText' | 'writeOut' | 'forget' | 'kept' | 'keep'> {
  readonly render: (page: Page) => Promise<RenderedPage>
  /** The same, but the next page may be rendered before this one is. */
  readonly begin: (page: Page) => Promise<BegunPage>
  readonly keyOf: (page: Page) => Promise<PageKey>
  /** Of a text; undefined for one that may show anything. */
  readonly fingerprint: (entry: Entry) => string | undefined
}

/** What only the edges of the program can do, and what they have kept. */
export interface RendererTools {
  readonly images: Images
  readonly drawCard: DrawCard
  /** What an earlier build has kept of texts, by fingerprint. */
  readonly before?: ReadonlyMap<string, KeptBody>
}

export interface RendererOf {
  readonly input: SiteInput
  readonly site: Site
  readonly pages: readonly Page[]
  readonly markdown: Markdown
  readonly templates: Templates
  readonly memory: SiteMemory
  readonly tools: RendererTools
  readonly jekyll: JekyllSite
  readonly courses: Findings
  readonly bibliographies: Bibliographies
}

export function makeRenderer(of: RendererOf): Renderer {
  const { input, site, pages, markdown, templates, memory, tools, courses, bibliographies } = of
  const { config } = input
  const { fingerprints } = memory
  const { told, layouts, has } = of.jekyll
  const generated = (): string[] => pages.map(({ permalink }) => permalink)
  const sayIn = speakers(wordsFrom(config.words))
  const isOwnLook = layouts.size > 0
  const scripts = scriptHashes(input, site)
  const names = contentNamesIn(site)
  const sheets = lazily(() => makeSheets(input, memory.askForSheet))
  const text = (entry: Entry): Promise<Checked<EntryText>> => texts.text(entry)
  const excerpt = (entry: Entry): Promise<string> => texts.excerpt(entry)
  const liquid = lazily(() =>
    makeLiquidParts({ input, site, markdown, isOwnLook, compileSheet: sheets().compileSheet, text, excerpt, output, told, layouts }),
  )
  const writeJekyllPage = makeJekyllPages({ site, config, layouts, has, liquid, text, excerpt })
  const output = async (entry: Entry): Promise<string> => (await writeJekyllPage({ entry })).value
  const citations = makeCitations({ bibliographies, langOf: entry => entry.lang ?? config.lang, sayIn })
  const reader = { sayIn, config, markdown, memory, liquid, sheets, isOwnLook, cites: citations.areIn, lists: citations.listsUncited }
  const addresses = lazily(() => addressesOf(site, generated(), config))
  const picture = makePictures(site.files, tools.images, config.baseurl)
  const titles = makeTitles(site, courses.courses, config, markdown)
  const answers = makeSiteAnswers({ site, fingerprints, reader, addresses, picture, courses, citations, titles })
  const asks = { related: makeRelated(site.posts, memory.features), mentionedIn: answers.mentionedIn }
  const texts: Texts = makeTexts({ fingerprints, reader, courses, site: answers, before: tools.before ?? new Map() })
  const siteData = siteDataOf(site, config, { feed: feedPath(config), hasCourses: generated().includes('/courses/') }, sayIn(config.lang))
  const pageTools = {
    siteData,
    helpers: makeHelpers(config, names, sayIn, titles.write),
    templates,
    secure: config.security_policy ? makeSecurePage(scripts) : (page: string) => page,
    drawCard: tools.drawCard,
    bindBook: makeBindBook(memory.askForBook, tools.images.placeOf),
    writeTitle: titles.write,
    writeJekyllPage,
    text: texts.text,
    summary: texts.summary,
    ...asks,
    together: citations.together,
  }
  const begin = (page: Page): Promise<BegunPage> => titles.ready().then(() => beginPage(page, pageTools))
  const byEta = [siteData, input.templates, [...scripts], [...names], config.security_policy]
  const keys = lazily(() => makeKeys({ eta: hashOf(byEta), others: hashOf(siteData) }, asks, fingerprints))
  return {
    ...texts,
    render: page => begin(page).then(({ rendered }) => rendered),
    begin,
    keyOf: page => keys()(page),
    fingerprint: fingerprints.whole,
  }
}

// What all pages of a site are given alike.
function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}

// Of the theme's scripts, by their addresses.
function scriptHashes({ config, themeFiles }: SiteInput, { files }: Site): ScriptHashes {
  const hashes = new Map(
    themeFiles.flatMap(({ source, integrity }) => (integrity === undefined ? [] : [[source.path, integrity] as const])),
  )
  return new Map(
    files.flatMap(({ from, source, permalink }) => {
      const hash = from === 'theme' ? hashes.get(source) : undefined
      return hash === undefined ? [] : [[config.baseurl + permalink, hash] as const]
    }),
  )
}
