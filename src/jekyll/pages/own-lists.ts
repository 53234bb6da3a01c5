// The lists that jekyll-paginate-v2 makes by itself (`autopages`): one of each tag, category and collection, in each layout that is named for
// them. What it makes here are templates, which are cut into pages as those of an author are.

import type { Config } from '../../config/config.ts'
import { deepMerge } from '../../config/merge.ts'
import { isMap, textOf } from '../../config/readers.ts'
import type { DataMap, Entry, Site, StandalonePage } from '../../model.ts'
import { type SlugMode, slugify, slugifyCased } from '../../text/slug.ts'
import { baseName, withoutExtension } from '../../text/url.ts'
import type { LayoutMap } from '../layouts.ts'
import { printed } from '../values.ts'
import { addedEntry } from './added.ts'
import { listedDocuments } from './documents.ts'

/** The plugin's own settings of a list, by its names, for its pages show them. */
const listDefaults: DataMap = {
  enabled: false,
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  page_num: 1,
  sort_reverse: false,
  sort_field: 'date',
  limit: 0,
  trail: { before: 0, after: 0 },
  indexpage: null,
  extension: 'html',
  debug: false,
  legacy: false,
}

/** What holds for every list of the site. */
export function listSettings({ pagination }: DataMap): DataMap {
  return isMap(pagination) ? deepMerge(listDefaults, pagination) : listDefaults
}

const slugs: DataMap = { mode: 'none', cased: false }

const defaults: DataMap = {
  enabled: false,
  tags: { layouts: ['autopage_tags.html'], title: 'Posts tagged with :tag', permalink: '/tag/:tag', enabled: true, slugify: slugs },
  categories: {
    layouts: ['autopage_category.html'],
    title: 'Posts in category :cat',
    permalink: '/category/:cat',
    enabled: true,
    slugify: slugs,
  },
  collections: {
    layouts: ['autopage_collection.html'],
    title: 'Posts in collection :coll',
    permalink: '/collection/:coll',
    enabled: true,
    slugify: slugs,
  },
}

/** THE LIST of what lists are made of: the key of the settings, the one by which a list chooses, the placeholder, the names that a text has. */
const subjects: readonly {
  readonly key: string
  readonly choice: string
  readonly placeholder: string
  readonly namesOf: (entry: Entry) => readonly string[]
}[] = [
  { key: 'tags', choice: 'tag', placeholder: ':tag', namesOf: ({ tags = [] }) => tags },
  { key: 'categories', choice: 'category', placeholder: ':cat', namesOf: ({ categories = [] }) => categories },
  {
    key: 'collections',
    choice: 'collection',
    placeholder: ':coll',
    namesOf: entry => [entry.kind === 'post' ? 'posts' : (entry.collection ?? '')].flatMap(label => label.split(/\s/)),
  },
]

export interface OwnListsOf {
  readonly site: Site
  readonly config: Config
  readonly layouts: LayoutMap
}

export function ownLists({ site, config, layouts }: OwnListsOf): StandalonePage[] {
  const asked = config.data['autopages']
  const settings = isMap(asked) ? deepMerge(defaults, asked) : defaults
  if (settings['enabled'] !== true) return []
  const documents = [...listedDocuments(site, config).values()].flat()
  return subjects.flatMap(({ key, choice, placeholder, namesOf }) => {
    const own = settings[key]
    if (!isMap(own) || own['enabled'] !== true) return []
    const names = displayNames(documents.flatMap(namesOf))
    const files = Array.isArray(own['layouts']) ? own['layouts'].flatMap(file => textOf(file) ?? []) : []
    return [...names].flatMap(([name, display]) =>
      files.map(file => template({ name, display, file, choice, placeholder, own, lists: listSettings(config.data) }, layouts)),
    )
  })
}

// By its name in small letters, how each was written first.
function displayNames(written: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const display of written.flatMap(name => name.trim().split(/[;,]/))) {
    const name = display.toLowerCase().trim()
    if (name !== '' && !names.has(name)) names.set(name, display)
  }
  return names
}

interface Subject {
  readonly name: string
  readonly display: string
  /** The file of a layout. */
  readonly file: string
  readonly choice: string
  readonly placeholder: string
  /** Settings of its kind, and of all lists. */
  readonly own: DataMap
  readonly lists: DataMap
}

function template({ name, display, file, choice, placeholder, own, lists }: Subject, layouts: LayoutMap): StandalonePage {
  const layout = withoutExtension(baseName(file))
  const { data = {} } = layouts.get(withoutExtension(file)) ?? {}
  const settings = isMap(data['autopages']) ? deepMerge(own, data['autopages']) : own
  const pagination = { ...(isMap(data['pagination']) ? deepMerge(lists, data['pagination']) : lists), [choice]: name }
  const slug = slugOf(name, own)
  const filled = (key: string): string => printed(settings[key]).replace(placeholder, () => slug)
  const autopage = { layout_path: `_layouts/${file}`, display_name: display }
  const told = { ...data, layout, permalink: filled('permalink'), title: filled('title'), pagination, autopage, autopages: autopage }
  return addedEntry(filled('permalink'), autopage.layout_path, told)
}

function slugOf(name: string, { slugify: asked }: DataMap): string {
  const { mode, cased } = isMap(asked) ? asked : slugs
  const known = ['raw', 'pretty', 'ascii', 'latin', 'default'].includes(printed(mode)) ? (printed(mode) as SlugMode) : 'none'
  return cased === true ? slugifyCased(name, known) : slugify(name, known)
}
