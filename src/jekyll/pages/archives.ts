// The pages of jekyll-archives: posts by tag, category, year, month and day, in the layouts that the configuration names.

import { type ArchiveKind, archivePattern, isArchiveEnabled } from '../../config/archives.ts'
import type { Config } from '../../config/config.ts'
import type { DataMap, Post } from '../../model.ts'
import { wallClock } from '../../text/dates.ts'
import { type SlugMode, slugify } from '../../text/slug.ts'
import type { AddedPage, JekyllPageKind } from '../page-kind.ts'
import { at, printed } from '../values.ts'
import { addedEntry } from './added.ts'

interface Archive {
  readonly kind: ArchiveKind
  /** Of a tag or category. */
  readonly title: string | undefined
  /** What stands for the placeholders of the address. */
  readonly names: Readonly<Record<string, string>>
  readonly posts: Post[]
}

export const archives: JekyllPageKind = ({ site, config, has }) => {
  if (!has('jekyll-archives')) return {}
  const mode = (printed(at(config.data, 'jekyll-archives', 'slug_mode')) || 'default') as SlugMode
  const named = (kind: 'tag' | 'category', namesOf: (post: Post) => readonly string[]): Archive[] =>
    grouped(site.posts, namesOf).map(([title, posts]) => ({ kind, title, names: { name: slugify(title, mode) }, posts }))
  const dated = (kind: 'year' | 'month' | 'day'): Archive[] =>
    grouped(site.posts, post => [dayOf(post).split('-').slice(0, depths[kind]).join('-')]).map(([period, posts]) => {
      const [year = '', month = '', day = ''] = period.split('-')
      return { kind, title: undefined, names: { year, month, day }, posts }
    })
  const all = [
    ...named('tag', post => post.tags),
    ...named('category', post => post.categories),
    ...dated('year'),
    ...dated('month'),
    ...dated('day'),
  ]
  return { pages: all.filter(({ kind }) => isArchiveEnabled(config, kind)).map(archive => archivePage(archive, config)) }
}

const depths = { year: 1, month: 2, day: 3 }

function dayOf({ date }: Post): string {
  return wallClock(date).toISOString().slice(0, 10)
}

function grouped(posts: readonly Post[], namesOf: (post: Post) => readonly string[]): [string, Post[]][] {
  const groups = new Map<string, Post[]>()
  for (const post of posts) {
    for (const name of namesOf(post)) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [post])
      else group.push(post)
    }
  }
  return [...groups]
}

function archivePage({ kind, title, names, posts }: Archive, config: Config): AddedPage {
  const url = archivePattern(config, kind).replace(/:(name|year|month|day)/g, (_, name: string) => names[name] ?? '')
  const own = (key: string): string => printed(at(config.data, 'jekyll-archives', ...key.split('.')))
  const data: DataMap = { layout: own(`layouts.${kind}`) || own('layout') || 'archive' }
  const entry = addedEntry(url, url.replace(/^\//, ''), data)
  const [year = '', month = '01', day = '01'] = [names['year'], names['month'] || undefined, names['day'] || undefined]
  const date = title === undefined ? new Date(`${year}-${month}-${day}T00:00:00Z`) : null
  return {
    entry,
    from: { kind: 'generated', what: `the archive ${url}`, replaceable: true },
    told: { page: { posts, type: kind, title: title ?? null, date, permalink: null } },
  }
}
