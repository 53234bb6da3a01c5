// The pages of jekyll-archives: posts by tag, category, year, month and day, in the layouts that the configuration names.

import { type ArchiveKind, archivePattern, isArchiveEnabled } from '../../config/archives.ts'
import type { Config } from '../../config/config.ts'
import type { DataMap, Post } from '../../model.ts'
import { wallClock } from '../../text/dates.ts'
import { grouped } from '../../text/grouped.ts'
import { ownValue } from '../../text/own-value.ts'
import { type SlugMode, slugify } from '../../text/slug.ts'
import { baseName, decodePath, withoutExtension } from '../../text/url.ts'
import type { AddedPage, JekyllPageKind } from '../page-kind.ts'
import { at, printed } from '../values.ts'
import { addedEntry } from './added.ts'

interface Archive {
  readonly kind: ArchiveKind
  /** Of a tag or category. */
  readonly title: string | undefined
  /** What stands for the placeholders of the address. */
  readonly names: Readonly<Record<string, string>>
  readonly posts: readonly Post[]
}

export const archives: JekyllPageKind = ({ site, config, has }) => {
  if (!has('jekyll-archives')) return {}
  const oldestFirst = site.posts.toReversed()
  const all = [
    ...named('tag', oldestFirst, post => post.tags, config),
    ...named('category', oldestFirst, post => post.categories, config),
    ...periods(oldestFirst),
  ]
  return { pages: all.filter(({ kind }) => isArchiveEnabled(config, kind)).map(archive => archivePage(archive, config)) }
}

function named(kind: 'tag' | 'category', posts: readonly Post[], namesOf: (post: Post) => readonly string[], config: Config): Archive[] {
  const mode = (printed(at(config.data, 'jekyll-archives', 'slug_mode')) || 'default') as SlugMode
  return [...grouped(posts, namesOf)].map(([title, group]) => ({
    kind,
    title,
    names: { name: slugify(title, mode) },
    posts: group.toReversed(),
  }))
}

// Each year is followed by its months, the newest first, and each month by its days.
function periods(oldestFirst: readonly Post[]): Archive[] {
  return [...grouped(oldestFirst, post => [dayOf(post).slice(0, 4)])].flatMap(([year, group]) => {
    const posts = group.toReversed()
    const months = [...grouped(posts, post => [dayOf(post).slice(5, 7)])].flatMap(([month, posts]) => {
      const days = [...grouped(posts, post => [dayOf(post).slice(8)])].map(([day, posts]) => period('day', { year, month, day }, posts))
      return [period('month', { year, month }, posts), ...days]
    })
    return [period('year', { year }, posts), ...months]
  })
}

function period(kind: 'year' | 'month' | 'day', names: Archive['names'], posts: readonly Post[]): Archive {
  return { kind, title: undefined, names, posts }
}

function dayOf({ date }: Post): string {
  return wallClock(date).toISOString().slice(0, 10)
}

function archivePage({ kind, title, names, posts }: Archive, config: Config): AddedPage {
  const placeholders = { ...names, type: kind }
  const url = archivePattern(config, kind).replace(/:(name|year|month|day|type)/g, (_, name: string) => ownValue(placeholders, name) ?? '')
  const own = (key: string): string => printed(at(config.data, 'jekyll-archives', ...key.split('.')))
  const path = decodePath(url.replace(/^\//, '').replace(/(?<=^|\/)$/, 'index.html'))
  return {
    entry: addedEntry(url, path, { layout: own(`layouts.${kind}`) || own('layout') || 'archive' }),
    from: { kind: 'generated', what: `the archive ${url}`, replaceable: true },
    told: {
      page: { posts, type: kind, title: title ?? null, date: firstDay(names) ?? null, name: withoutExtension(baseName(path)), ...notTold },
    },
  }
}

/** What other pages tell and an archive does not. */
const notTold: DataMap = { permalink: null, dir: null }

// A day without a time.
function firstDay({ year, month = '01', day = '01' }: Archive['names']): string | undefined {
  return year === undefined ? undefined : `${year}-${month}-${day}`
}
