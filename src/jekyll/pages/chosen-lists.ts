// jekyll-paginate-v2: lists in pages of any documents, chosen, sorted and cut as each page that has `pagination:` asks for.

import { deepMerge } from '../../config/merge.ts'
import { isMap } from '../../config/readers.ts'
import { type Data, type DataMap, type Entry, outputPath, permalink, type Site, type StandalonePage } from '../../model.ts'
import { compareTexts } from '../../text/compare.ts'
import { decodePath, folderOf, withSlash } from '../../text/url.ts'
import type { AddedPage, JekyllPageKind, PaginatorOf } from '../page-kind.ts'
import { isTruthy, printed } from '../values.ts'

/** The plugin's own defaults. */
const defaults: DataMap = {
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  sort_field: 'date',
  sort_reverse: false,
  limit: 0,
  trail: { before: 0, after: 0 },
  indexpage: 'index',
  extension: 'html',
}

export const chosenLists: JekyllPageKind = ({ site, config, has }) => {
  const asked = config.data['pagination']
  if (!has('jekyll-paginate-v2') || !isMap(asked) || asked['enabled'] !== true) return {}
  const settings = deepMerge(defaults, asked)
  const lists = site.pages.flatMap(template => {
    const own = template.collection === undefined ? template.data['pagination'] : undefined
    return isMap(own) && own['enabled'] === true ? [listOf(template, deepMerge(settings, own), site, printed(config.data['title']))] : []
  })
  return { told: lists.map(({ told }) => told), pages: lists.flatMap(({ pages }) => pages) }
}

interface List {
  readonly told: readonly [Entry, Required<Pick<AddedPage, 'told'>>['told']]
  readonly pages: readonly AddedPage[]
}

function listOf(template: StandalonePage, settings: DataMap, site: Site, siteTitle: string): List {
  const documents = sorted(chosen(settings, documentsOf(settings, site)), settings)
  const size = Math.max(1, whole(settings['per_page']))
  const limit = whole(settings['limit'])
  const needed = Math.max(1, Math.ceil(documents.length / size))
  const total = limit > 0 ? Math.min(limit, needed) : needed
  const { first, later } = addressesOf(template, settings, total)
  const place = (page: number): string => (page === 1 ? first : later(page))
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
      ...(page > 1 && { previousPath: place(page - 1) }),
      ...(page < total && { nextPath: place(page + 1) }),
      more: {
        page_path: place(page),
        first_page: 1,
        first_page_path: first,
        last_page: total,
        // Of a list with one page too, though that page is not there.
        last_page_path: later(total),
        page_trail: trailOf(page, total, settings)?.map(num => ({ num, path: place(num), title: titleOf(num) })) ?? null,
      },
    }
    const about = { url: place(page), title: titleOf(page), pagination_info: { curr_page: page, total_pages: total } }
    return { paginator, page: page === 1 ? about : { ...about, autogen: 'jekyll-paginate-v2' } }
  })
  const [toldFirst = {}, ...others] = told
  return { told: [template, toldFirst], pages: others.map(told => laterPage(template, told)) }
}

function laterTitle(settings: DataMap, title: string, page: number, total: number): string {
  const text = printed(settings['title']).replace(':title', () => title)
  return numbered(text, page, total)
}

function laterPage(template: StandalonePage, told: { readonly paginator: PaginatorOf; readonly page: DataMap }): AddedPage {
  const address = permalink(printed(told.page['url']).replace(/\/index\.html$/, '/'))
  const title = printed(told.page['title'])
  return {
    entry: { ...template, title, permalink: address, output: outputPath(decodePath(address)), redirectFrom: [] },
    from: { kind: 'generated', what: `page ${told.paginator.page} of ${template.source}`, replaceable: true },
    told,
  }
}

// A document that is a list itself is in none, and neither is one that hides.
function documentsOf({ collection }: DataMap, site: Site): Entry[] {
  const names = wordsOf(collection, /[;,\s]/)
  const others = [...site.pages, ...site.unwritten].filter(page => page.collection !== undefined)
  const all = names.flatMap<Entry>(name =>
    name === 'posts' ? site.posts.toReversed() : others.filter(page => name === 'all' || page.collection === name),
  )
  return all.filter(({ data }) => !('pagination' in data) && !isTruthy(data['hidden']))
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

interface Addresses {
  readonly first: string
  readonly later: (page: number) => string
}

/** With the name of the index page, as the plugin writes them. */
function addressesOf(template: StandalonePage, settings: DataMap, total: number): Addresses {
  const [index = ''] = printed(settings['indexpage']).split('.')
  const extension = printed(settings['extension']).replace(/^(?=[^.])/, '.')
  const own = `${printed(template.data['permalink']) || withSlash(folderOf(template.source))}/`.replace(/\/+$/, '/')
  const named = (url: string): string =>
    url.endsWith('/') ? `${url}${index || 'index'}${extension || '.html'}` : url.includes('.') ? url : url + index
  const later = named(`${own}${printed(settings['permalink']).replace(/^\/+/, '')}`)
  return { first: named(own), later: page => numbered(later, page, total) }
}

function numbered(text: string, page: number, total: number): string {
  return text.replace(':num', String(page)).replace(':max', String(total))
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
