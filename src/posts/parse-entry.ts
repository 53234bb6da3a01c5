// One source file into a post or a page, as Jekyll reads it (document.rb, page.rb); field by field, without rendering anything.

import { collectionPattern, postsPattern, sitePattern } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import { defaultsFor } from '../config/defaults.ts'
import { deepMerge } from '../config/merge.ts'
import { describe, instantOf, isMap, textOf } from '../config/readers.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { badDate, wrongType } from '../diagnostics/front-matter.ts'
import { badDateInFileName, emptyPost, leftOut, undatedPost, unreadableFile } from '../diagnostics/reading.ts'
import type { Data, DataMap, Entry, Post, Source, StandalonePage } from '../model.ts'
import { type Moment, momentAt, parseDate } from '../text/dates.ts'
import { baseName, withoutExtension } from '../text/url.ts'
import { bareRole } from './bare-role.ts'
import { type FileRole, publicPath, titleOfFile } from './file-name.ts'
import { formatOf, outputExtension } from './formats.ts'
import { type SplitFile, splitFrontMatter } from './front-matter.ts'
import type { FrontMatter } from './keys.ts'
import { categoriesOf, commaHints, tagsOf } from './labels.ts'
import { chooseLayout, type Layouts } from './layout.ts'
import { type Address, addressOf, pageAddress, postAddress, type WantedAddress } from './permalink.ts'
import { readKeys } from './read-keys.ts'

/** A file's parts, gathered before it is known what it will be. */
interface Draft {
  readonly source: Source
  readonly file: SplitFile
  readonly config: Config
  readonly layouts: Layouts
  readonly defaults: DataMap
  readonly data: DataMap
  readonly keys: FrontMatter
  readonly diagnostics: Diagnostic[]
}

/** Undefined for a file that is no text of the author's: a misnamed one in `_posts`, one that cannot be read, HTML without front matter. */
export function parseEntry(source: Source, named: FileRole, config: Config, layouts: Layouts): Checked<Entry | undefined> {
  if (source.content.kind === 'unreadable') return { value: undefined, diagnostics: [unreadable(source, source.content)] }
  if (named.kind === 'misnamed' || source.content.kind === 'file') return { value: undefined, diagnostics: [] }
  const split = splitFrontMatter(source.path, source.content.text)
  if (!split.value.readable) return { value: undefined, diagnostics: split.diagnostics }
  const role = split.value.hasFrontMatter ? named : bareRole(source, named, config, layouts)
  if (role === undefined) return { value: undefined, diagnostics: [] }
  const draft = gather(source, split.value, role, config, layouts, [...split.diagnostics])
  const isPage = role.kind === 'collection' || (role.kind === 'page' && !hasDate(draft, config))
  const value = isPage ? makePage(draft, role) : makePost(draft, role)
  return { value, diagnostics: draft.diagnostics }
}

function unreadable(source: Source, content: Extract<Source['content'], { readonly kind: 'unreadable' }>): Diagnostic {
  if (content.isLeftOut === true) return leftOut({ file: source.path }, content.reason, content.hint)
  const position = { line: content.line, column: 1, length: 1, lineText: '' }
  return unreadableFile(content.line > 0 ? { file: source.path, position } : { file: source.path }, content.reason, content.hint)
}

function redirectsOf({ keys, file, diagnostics }: Draft): readonly string[] {
  // A folded text of YAML ends with its line end.
  const addresses = (keys.redirect_from ?? []).map(address => address.trim())
  diagnostics.push(...addresses.flatMap(address => addressOf(address, '', file.placeOf('redirect_from', 'value')).diagnostics))
  return addresses
}

function hasDate(draft: Draft, config: Config): boolean {
  return config.shape === 'lectern' && draft.keys.date !== undefined
}

function gather(source: Source, file: SplitFile, role: FileRole, config: Config, layouts: Layouts, diagnostics: Diagnostic[]): Draft {
  const type = role.kind === 'collection' ? role.label : role.kind === 'misnamed' ? 'posts' : `${role.kind}s`
  const defaults = defaultsFor(config.scopes, source.path, type)
  const data = deepMerge(defaults, file.data)
  // What a default says is to be mended where it stands, once for all posts.
  const placed: SplitFile = {
    ...file,
    placeOf: (key, part) => (key in defaults && !(key in file.data) ? config.defaultsPlace : file.placeOf(key, part)),
  }
  const keys = readKeys(placed, data)
  // Layouts of the author's own may read whatever he writes.
  diagnostics.push(...keys.diagnostics.filter(({ code }) => !layouts.areOwn || code !== 'front-matter/misspelt-key'), ...commaHints(file))
  if (file.body.trim() === '' && (role.kind === 'post' || role.kind === 'draft')) diagnostics.push(emptyPost({ file: source.path }))
  return { source, file: placed, config, layouts, defaults, data, keys: keys.value, diagnostics }
}

function makePost(draft: Draft, role: FileRole): Post {
  const { source, keys, config, file } = draft
  const name = role.kind === 'misnamed' ? '' : role.name
  const slug = keys.slug ?? name.replace(/\.+$/, '')
  const folders = role.kind === 'post' || role.kind === 'draft' ? role.categories : []
  const date = dateOf(draft, role)
  const categories = categoriesOf(folders, draft.defaults, file.data)
  const path = publicPath(source.path, config.shape)
  const postName = {
    date,
    slug,
    fileName: withoutExtension(baseName(path)),
    path: withoutExtension(path.replace(/^(?:.*\/)?_(?:posts|drafts)\//, '/')),
    categories,
    collection: 'posts',
  }
  const address = postAddress(postName, wantedAddress(draft, postsPattern(config)))
  draft.diagnostics.push(...address.diagnostics)
  return {
    kind: 'post',
    date,
    slug,
    categories,
    ...address.value,
    ...written(draft),
    title: keys.title ?? titleOfFile(name.replace(/\.+$/, ''), config.shape),
    layout: layoutOf(draft, 'post'),
    tags: tagsOf(draft.data),
    draft: role.kind === 'draft' || keys.draft === true,
  }
}

function makePage(draft: Draft, role: FileRole & { kind: 'page' | 'collection' }): StandalonePage {
  const { source, keys, config, file } = draft
  if (
    role.kind === 'page' &&
    config.shape === 'lectern' &&
    keys.layout === undefined &&
    keys.permalink === undefined &&
    role.name !== 'index'
  )
    draft.diagnostics.push(undatedPost({ file: source.path }))
  const address =
    role.kind === 'page' ? pageAddress(role.folder, role.name, wantedAddress(draft, sitePattern(config))) : documentAddress(draft, role)
  draft.diagnostics.push(...address.diagnostics)
  const date = role.kind === 'collection' ? documentDate(draft, role.date) : undefined
  return {
    kind: 'page',
    ...(role.kind === 'collection' && {
      collection: role.label,
      tags: tagsOf(draft.data),
      categories: categoriesOf([], draft.defaults, file.data),
    }),
    ...optional('date', date),
    slug: keys.slug ?? role.name,
    ...address.value,
    ...written(draft),
    title: keys.title ?? (role.kind === 'page' && role.name === 'index' ? config.title : titleOfFile(role.name, config.shape)),
    layout: layoutOf(draft, 'page'),
  }
}

function documentAddress(draft: Draft, role: FileRole & { kind: 'collection' }): Checked<Address> {
  const { keys, config } = draft
  const name = {
    date: documentDate(draft, role.date) ?? momentAt(0, config.zone),
    slug: keys.slug ?? role.name,
    fileName: withoutExtension(baseName(role.path)),
    path: withoutExtension(role.path),
    categories: categoriesOf([], draft.defaults, draft.file.data),
    collection: role.label,
  }
  return postAddress(name, wantedAddress(draft, collectionPattern(config, role.label, sitePattern(config))))
}

// Jekyll looks for it in the text as it stands in the file, and finds no empty line among the line ends of Windows. In ours there are none of
// those, so one of them is found nowhere.
function excerptSeparator({ source, keys, config }: Draft): string {
  const separator = keys.excerpt_separator ?? config.excerpt_separator
  const isOnWindows = source.content.kind === 'text' && source.content.hasEmptyLines === false
  return config.shape === 'jekyll' && isOnWindows && separator.includes('\n') ? '\r\n' : separator
}

function wantedAddress({ source, keys, config, file }: Draft, pattern: string): WantedAddress {
  const extension = outputExtension(source.path, config)
  return { sitePattern: pattern, own: keys.permalink, place: file.placeOf('permalink', 'value'), extension }
}

function written(draft: Draft) {
  const { source, keys, file, config } = draft
  return {
    source: source.path,
    body: file.body,
    bodyLine: file.bodyLine,
    format: formatOf(source.path, config),
    authors: keys.author ?? config.author,
    excerptSeparator: excerptSeparator(draft),
    comments: keys.comments ?? false,
    inSitemap: keys.sitemap ?? true,
    redirectFrom: redirectsOf(draft),
    data: draft.data,
    ...optional('description', keys.description),
    ...optional('lang', keys.lang),
    ...optional('excerpt', keys.excerpt),
    ...optional('redirectTo', keys.redirect_to?.[0]),
    ...optional('image', imageOf(keys.image)),
    ...optional('updated', readDate(draft, 'last_modified_at', keys.last_modified_at) ?? committedDate(draft)),
  }
}

function layoutOf(draft: Draft, kind: 'post' | 'page'): string {
  const { value, diagnostics } = chooseLayout(draft, kind)
  draft.diagnostics.push(...diagnostics)
  return value
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: Value })
}

function imageOf(image: Data | undefined): string | undefined {
  return isMap(image) ? textOf(image['path'] ?? image['url'] ?? image['src'] ?? null) : textOf(image ?? null)
}

// A document of a collection has a date if it says so, in its front matter or before its name.
function documentDate(draft: Draft, named: string | undefined): Moment | undefined {
  return readDate(draft, 'date', draft.keys.date) ?? (named === undefined ? undefined : parseDate(named, draft.config.zone))
}

// The front matter's date wins over the file name's; a draft without one takes the time of its last change.
function dateOf(draft: Draft, role: FileRole): Moment {
  const { keys, source, config } = draft
  const own = readDate(draft, 'date', keys.date)
  if (own !== undefined) return own
  const written = role.kind === 'post' || role.kind === 'draft' ? role.date : undefined
  if (written === undefined) return momentAt(source.modified, config.zone)
  const named = parseDate(written, config.zone)
  if (named === undefined) draft.diagnostics.push(badDateInFileName({ file: source.path }, written))
  return named ?? momentAt(0, config.zone)
}

function committedDate({ source, config }: Draft): Moment | undefined {
  return source.committed === undefined ? undefined : momentAt(source.committed, config.zone)
}

function readDate(draft: Draft, key: 'date' | 'last_modified_at', value: Data | undefined): Moment | undefined {
  // Some themes have a switch of that name, which says whether to show the date.
  if (value === undefined || value === null || value === '' || (key !== 'date' && typeof value === 'boolean')) return undefined
  const instant = instantOf(value)
  if (instant !== undefined) return momentAt(instant, draft.config.zone)
  const moment = typeof value === 'string' ? parseDate(value, draft.config.zone) : undefined
  const place = draft.file.placeOf(key, 'value')
  // A wrong date moves a post, so it is an error; a wrong date of change only leaves a line out.
  if (moment === undefined)
    draft.diagnostics.push(
      key === 'date' ? badDate(place, key, textOf(value) ?? describe(value)) : wrongType(place, key, 'a date', describe(value)),
    )
  return moment
}
