// The fixtures that real Jekyll made, and real blogs with what Jekyll published of them. They lie beside the project where it
// is developed, and are no part of it; elsewhere these tests are not run, and say so.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LoadedSite, loadSite } from '../src/build.ts'
import { readSite } from '../src/io/read-site.ts'
import { momentAt, toIso } from '../src/text/dates.ts'
import { defaultTheme, mathAssets } from './support/site.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'shared', 'jekyll')

function open(root: string): LoadedSite {
  const configs = existsSync(join(root, '_config.yml')) ? [join(root, '_config.yml')] : []
  const read = readSite({ root, configs, theme: defaultTheme, mathAssets, overrides: {} })
  if (read.value === undefined) throw new Error(`no site in ${root}`)
  return loadSite(read.value, momentAt(Date.UTC(2026, 10, 1), read.value.config.zone))
}

describe.runIf(existsSync(fixtures))('golden: dates and addresses as Jekyll 4.3.1 made them', () => {
  const root = join(fixtures, 'golden', 'dates-urls')
  const { site } = existsSync(root) ? open(root) : { site: { posts: [] } }

  test('the same files, no more and no fewer', () => {
    const made = readdirSync(join(root, '_site'), { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(join(root, '_site').length + 1))
    expect(site.posts.map(post => String(post.output)).sort()).toEqual(made.sort())
  })

  test('the same date, address, title, tags and categories', () => {
    for (const post of site.posts) {
      const [date, url, , tags, categories, title] = readFileSync(join(root, '_site', post.output), 'utf8')
        .trim()
        .split('|')
      if (!date?.startsWith('2')) continue
      expect([toIso(post.date), decodeURI(post.permalink), post.title]).toEqual([date, decodeURI(url ?? ''), title?.replace('title=', '')])
      expect(post.tags).toEqual(JSON.parse(tags?.replace('tags=', '') ?? '').map(String))
      expect(post.categories).toEqual(JSON.parse(categories?.replace('cats=', '') ?? ''))
    }
  })
})

interface OraclePost {
  readonly source: string
  readonly url: string
  readonly title: string
  readonly date: string
  readonly tags: readonly unknown[]
  readonly categories: readonly unknown[]
}

function lines(file: string): OraclePost[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as OraclePost)
    : []
}

const blogs = existsSync(fixtures) ? readdirSync(join(fixtures, 'blogs')) : []

describe.runIf(blogs.length > 0)('golden: real blogs as Jekyll 4.4.1 published them', () => {
  test.each(blogs)('%s: the same posts with the same address, title, date, tags and categories', blog => {
    const root = join(fixtures, 'blogs', blog)
    const oracle = lines(join(root, 'oracle.jsonl'))
    const posts = new Map(open(root).site.posts.map(post => [String(post.source), post]))
    expect(lines(join(root, 'oracle-skipped.jsonl')).filter(({ source }) => posts.has(source))).toEqual([])
    for (const wanted of oracle) {
      const post = posts.get(wanted.source)
      const told = post && [post.source, decodeURI(post.permalink), post.title, post.date.epoch, post.tags, post.categories]
      expect(told).toEqual([
        wanted.source,
        decodeURI(wanted.url),
        wanted.title,
        Date.parse(wanted.date),
        wanted.tags.map(String),
        wanted.categories.map(String),
      ])
    }
  })
})
