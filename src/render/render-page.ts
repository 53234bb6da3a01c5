// A page made: it is given what it asks for, and its template makes a file of it. What there is to say about it is part of the answer.

import { withSetTitles } from '../book/book.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import type { BindBook } from '../io/bind-book.ts'
import { type Entry, html, type PageData } from '../model.ts'
import type { Ask, CitedTogether, EntryText, Given, Page, Summary, Template } from '../pages/page.ts'
import type { SiteData } from '../templates/contract.ts'
import type { Templates } from '../templates/engine.ts'
import type { Helpers } from '../templates/helpers.ts'
import type { Citations } from './citations.ts'
import type { JekyllPage, WriteJekyllPage } from './jekyll-pages.ts'
import type { SecurePage } from './security-policy.ts'
import type { Titles } from './titles.ts'

/** What makes a card of what it shows, where the program can; answers the bytes of a PNG file. */
export type DrawCard = (card: Given) => Promise<Uint8Array>

/** All that pages are made with. */
export interface PageTools {
  readonly siteData: SiteData
  /** Of pages in a language. */
  readonly helpers: (language: string) => Helpers
  readonly templates: Templates
  readonly secure: SecurePage
  readonly drawCard: DrawCard
  readonly bindBook: BindBook
  readonly writeTitle: Titles['write']
  readonly writeJekyllPage: WriteJekyllPage
  readonly text: (entry: Entry) => Promise<Checked<EntryText>>
  readonly summary: (entry: Entry) => Summary | undefined
  readonly related: Ask['related']
  readonly mentionedIn: Ask['mentionedIn']
  readonly together: Citations['together']
}

export type Content = string | Uint8Array

export interface RenderedPage {
  readonly content: Content
  readonly diagnostics: readonly Diagnostic[]
  /** False where the same page may be otherwise the next time. */
  readonly isRepeatable: boolean
}

/** A page that is rendered, or a promise of one that another thread or process makes, for which nobody need wait to render the next. */
export interface BegunPage {
  readonly rendered: RenderedPage | Promise<RenderedPage>
}

export async function beginPage(page: Page, tools: PageTools): Promise<BegunPage> {
  const asked = new Map<Entry, Checked<EntryText>>()
  const text = async (entry: Entry): Promise<EntryText> => {
    const checked = asked.get(entry) ?? (await tools.text(entry))
    asked.set(entry, checked)
    return checked.value
  }
  const summary = async (entry: Entry): Promise<Summary> => tools.summary(entry) ?? text(entry)
  const together = async (entries: readonly Entry[]): Promise<CitedTogether> =>
    tools.together(
      await Promise.all(
        entries.map(async entry => {
          const { citations, footnotes: notes } = await text(entry)
          return { entry, citations, notes }
        }),
      ),
    )
  const given = await page.given({ text, summary, related: tools.related, mentionedIn: tools.mentionedIn, together })
  const withAsked = (made: RenderedPage): RenderedPage => ({
    ...made,
    diagnostics: [...[...asked.values()].flatMap(({ diagnostics }) => diagnostics), ...made.diagnostics],
  })
  const making = makeFile(page.template, given, tools)
  return { rendered: isMadeApart(page.template) ? making.then(withAsked) : withAsked(await making) }
}

/** True for what another thread or process makes. */
export function isMadeApart(template: Template): boolean {
  return template.kind === 'book' || (template.kind === 'jekyll' && template.isStyleSheet)
}

async function makeFile(template: Template, given: Given, tools: PageTools): Promise<RenderedPage> {
  switch (template.kind) {
    case 'text':
      return { content: template.write(given as never), diagnostics: [], isRepeatable: true }
    case 'card':
      return { content: await tools.drawCard(given), diagnostics: [], isRepeatable: true }
    case 'book':
      return {
        content: await tools.bindBook(withSetTitles(template.tell(given as never), tools.writeTitle)),
        diagnostics: [],
        isRepeatable: true,
      }
    case 'jekyll': {
      const { value: content, diagnostics } = await tools.writeJekyllPage(given as unknown as JekyllPage)
      return { content, diagnostics, isRepeatable: false }
    }
    case 'eta':
      return fill(template.name, template.tell(given as never), tools)
  }
}

function fill(name: string, page: PageData, { siteData, helpers, templates, secure }: PageTools): RenderedPage {
  const filled = templates.fill(
    name,
    { site: siteData, page, ...helpers(String(page['lang'] ?? siteData.lang)) },
    String(page['url'] ?? name),
  )
  if (!('html' in filled)) return { content: html(''), diagnostics: [filled], isRepeatable: false }
  return { content: secure(filled.html), diagnostics: [], isRepeatable: filled.isRepeatable }
}
