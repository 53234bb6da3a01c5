// A page of the author's whose layout is the name of one of our lists (`layout: home`, `layout: tags`): its own text, and the list below it.

import type { StandalonePage } from '../model.ts'
import { archive, years } from './archive.ts'
import { categories, tags } from './groups.ts'
import { home } from './home.ts'
import { notFound } from './not-found.ts'
import type { EntryText, Given, Made, Page } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { search } from './search-page.ts'
import { commonData, descriptionOf, type SiteView } from './view.ts'

/** THE LIST of layouts that are lists, with the kind that makes them. */
const listKinds: Readonly<Record<string, PageKind>> = {
  home,
  tags,
  tag: tags,
  categories,
  category: categories,
  archive,
  year: years,
  'not-found': notFound,
  search,
}

export function isListLayout(layout: string): boolean {
  return Object.hasOwn(listKinds, layout)
}

/** Undefined where the site has no such list: no post has a tag, say, or none that the page is named for. */
export function listWithText(entry: StandalonePage, view: SiteView): Made<Given> | undefined {
  const list = listFor(entry, view)
  if (list === undefined || list.template.kind !== 'eta') return undefined
  const { name, tell } = list.template
  return {
    given: async ask => ({ list: await list.given(ask), entry, text: await ask.text(entry) }),
    template: {
      kind: 'eta',
      name,
      tell: ({ list, text }: GivenToList) => ({ ...tell(list as never), ...ownData(entry, text, view) }),
    },
  }
}

interface GivenToList {
  readonly list: Given
  readonly text: EntryText
}

// Of several pages the first; of tags and the like the one that the page is named for.
function listFor({ layout, title, data }: StandalonePage, view: SiteView): Page | undefined {
  const pages = listKinds[layout]?.(view).filter(({ template }) => template.kind === 'eta' && template.name === layout) ?? []
  const name = String(data[layout] ?? title)
  const group = layout === 'tag' ? view.tagOf(name) : layout === 'category' ? view.categoryOf(name) : undefined
  if (layout === 'tag' || layout === 'category') return pages.find(({ permalink }) => permalink === group?.permalink)
  const year = view.site.years.find(year => year.name === name)
  return layout === 'year' ? pages.find(({ permalink }) => permalink === year?.permalink) : pages[0]
}

function ownData(entry: StandalonePage, text: EntryText, view: SiteView) {
  const { kind: _, ...common } = commonData(view.config, {
    kind: entry.layout,
    title: entry.title,
    permalink: entry.permalink,
    description: descriptionOf(entry, text) || view.config.description,
    ...(entry.lang === undefined ? {} : { lang: entry.lang }),
  })
  const hasText = text.content().trim() !== ''
  return {
    ...common,
    content: hasText ? text.content() : '',
    math: text.needs.has('math'),
    notes: text.needs.has('footnotes'),
    blocks: text.needs.has('blocks'),
    data: entry.data,
  }
}
