// jekyll-paginate-v2: lists in pages of any documents, chosen, sorted and cut as each page that has `pagination:` asks for.

import { deepMerge } from '../../config/merge.ts'
import { isMap } from '../../config/readers.ts'
import { type Data, type DataMap, type Entry, outputPath, permalink, type StandalonePage } from '../../model.ts'
import { compareTexts } from '../../text/compare.ts'
import { decodePath, encodePath } from '../../text/url.ts'
import type { AddedPage, JekyllPageKind, PaginatorOf } from '../page-kind.ts'
import { isTruthy, printed } from '../values.ts'
import { listedDocuments } from './documents.ts'
import { listAddresses, numbered } from './list-addresses.ts'
import { listSettings, ownLists } from './own-lists.ts'

export const chosenLists: JekyllPageKind = ({ site, config, has, layouts }) => {
  if (!has('jekyll-paginate-v2')) return {}
  const settings = listSettings(config.data)
  if (settings['enabled'] !== true) return {}
  const written = site.pages.filter(page => page.collection === undefined && isList(page))
  const templates = [...written, ...ownLists({ site, config, layouts }).filter(isList)]
  const siteTitle = printed(config.data['title'])
  const documents = listedDocuments(site, config)
  const pages = templates.flatMap(template => {
    const own = deepMerge(settings, template.data['pagination'] as DataMap)
    return listOf(template, own, sorted(chosen(own, documentsOf(own, documents)), own), siteTitle)
  })
  return { pages, replaced: written }
}

function isList({ data: { pagination } }: StandalonePage): boolean {
  return isMap(pagination) && pagination['enabled'] === true
}

function listOf(template: StandalonePage, settings: DataMap, documents: readonly Entry[], siteTitle: string): AddedPage[] {
  const size = Math.max(1, whole(settings['per_page']))
  const limit = whole(settings['limit'])
  const needed = Math.max(1, Math.ceil(documents.length / size))
  const total = limit > 0 ? Math.min(limit, needed) : needed
  const { url, path, first, later, fileName } = listAddresses(template, settings, total)
  const title = printed(template.data['title']) || siteTitle
  const titleOf = (page: number): string => (page === 1 ? title : laterTitle(settings, title, page, total))
  const told = Array.from({ length: total }, (_, index) => {
    const page = index + 1
    const paginator: PaginatorOf = {
      page,
      perPage: size,
      posts: documents.slice(index * size, page * size),
      totalPosts: documents.length,
      totalPages: total,
      ...(page > 1 && { previousPath: page === 2 ? first : later(page - 1) }),
      ...(page < total && { nextPath: later(page + 1) }),
      more: {
        page_path: path(page),
        first_page: 1,
        first_page_path: first,
        last_page: total,
        // Of a list with one page too, though that page is not there.
        last_page_path: later(total),
        page_trail: trailOf(page, total, settings)?.map(num => ({ num, path: path(num), title: titleOf(num) })) ?? null,
      },
    }
    const about: DataMap = {
      url: url(page),
      title: titleOf(page),
      pagination_info: { curr_page: page, total_pages: total },
      path: fileName,
      name: fileName,
      ...(isTruthy(template.data['permalink']) && { permalink: path(page) }),
    }
    return { paginator, page: page === 1 ? about : { ...about, autogen: 'jekyll-paginate-v2' } }
  })
  return told.map(told => listPage(template, told))
}

function laterTitle(settings: DataMap, title: string, page: number, total: number): string {
  const text = printed(settings['title']).replace(':title', () => title)
  return numbered(text, page, total)
}

// The plugin makes the first page, too, anew, and by its name knows of none any more whether it was written in Markdown.
function listPage(template: StandalonePage, told: { readonly paginator: PaginatorOf; readonly page: DataMap }): AddedPage {
  const address = permalink(encodePath(decodePath(printed(told.page['url']))).replace(/\/index\.html$/, '/'))
  const title = printed(told.page['title'])
  const { page } = told.paginator
  return {
    entry: {
      ...template,
      title,
      format: 'html',
      permalink: address,
      output: outputPath(decodePath(address)),
      redirectFrom: page === 1 ? template.redirectFrom : [],
    },
    from:
      page === 1
        ? { kind: 'source', source: template.source }
        : { kind: 'generated', what: `page ${page} of ${template.source}`, replaceable: true },
    told,
  }
}

// What hides is in no list, and `all` are all but the posts.
function documentsOf({ collection }: DataMap, documents: ReadonlyMap<string, readonly Entry[]>): Entry[] {
  const others = [...documents].flatMap(([label, entries]) => (label === 'posts' ? [] : entries))
  const asked = wordsOf(collection, /[;,\s]/).flatMap<Entry>(name => (name === 'all' ? others : (documents.get(name) ?? [])))
  return asked.filter(({ data }) => !isTruthy(data['hidden']))
}

/** Those that have every category, tag and locale that is asked for, or with `combine: union` any of them. */
function chosen(settings: DataMap, documents: readonly Entry[]): readonly Entry[] {
  const isUnion = settings['combine'] === 'union'
  return (['category', 'tag', 'locale'] as const).reduce<readonly Entry[]>((left, key) => {
    const wanted = settings[key] === undefined || settings[key] === null ? undefined : wordsOf(settings[key], /[;,]/)
    if (wanted === undefined) return left
    const has = (entry: Entry, word: string): boolean => (key === 'category' && word === 'posts') || namesOf(entry, key).includes(word)
    return isUnion
      ? documents.filter(entry => wanted.some(word => has(entry, word)))
      : left.filter(entry => wanted.every(word => has(entry, word)))
  }, documents)
}

function namesOf(entry: Entry, key: 'category' | 'tag' | 'locale'): readonly string[] {
  if (key === 'locale') return wordsOf(entry.data['locale'], /[;,\s]/)
  return wordsOf([...((key === 'tag' ? entry.tags : entry.categories) ?? [])], /[;,]/)
}

function wordsOf(value: Data | undefined, separator: RegExp): string[] {
  const list = Array.isArray(value) ? value : [value]
  const words = list.flatMap(item => printed(item).toLowerCase().split(separator))
  return words.map(word => word.trim()).filter(Boolean)
}

// Without a field to sort by nothing is cut off or turned round either.
function sorted(documents: readonly Entry[], settings: DataMap): readonly Entry[] {
  const field = printed(settings['sort_field'])
  if (field === '') return documents
  const keys = new Map(documents.map(entry => [entry, sortKey(entry, field.split(':'))]))
  const inOrder = documents.toSorted((one, other) => compareKeys(keys.get(one), keys.get(other)))
  const left = inOrder.slice(0, Math.max(0, inOrder.length - Math.max(0, whole(settings['offset']))))
  return isTruthy(settings['sort_reverse']) ? left.toReversed() : left
}

type Key = string | number | undefined

function sortKey(entry: Entry, path: readonly string[]): Key {
  const [name = '', ...deeper] = path.map(part => part.toLowerCase().trim())
  if (name === 'date') return entry.date?.epoch
  if (name === 'title') return entry.title.toLowerCase()
  const value = deeper.reduce<Data | undefined>((found, key) => (isMap(found) ? found[key] : undefined), entry.data[name])
  if (value === null || value === undefined || isMap(value)) return undefined
  return typeof value === 'string' ? value.toLowerCase() : Number(value)
}

// What has no such field comes first.
function compareKeys(one: Key, other: Key): number {
  if (one === undefined || other === undefined) return Number(other === undefined) - Number(one === undefined)
  return typeof one === 'number' && typeof other === 'number' ? one - other : compareTexts(String(one), String(other))
}

/** The numbers of the pages around a page; undefined where none are asked for. */
function trailOf(page: number, total: number, { trail }: DataMap): number[] | undefined {
  const [before, after] = isMap(trail) ? [Math.max(0, whole(trail['before'])), Math.max(0, whole(trail['after']))] : [0, 0]
  if (total < 2 || before + after === 0) return undefined
  const length = before + after + 1
  const wished = Math.max(0, page - before - 1)
  const end = Math.min(wished + length, total)
  const start = end - wished < length ? Math.max(0, end - length) : wished
  return Array.from({ length: end - start }, (_, index) => start + index + 1)
}

function whole(value: Data | undefined): number {
  return Math.trunc(Number(printed(value))) || 0
}
