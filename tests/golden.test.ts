// The fixtures that real Jekyll made, and real blogs with what Jekyll published of them. They lie beside the project where it
// is developed, and are no part of it; elsewhere these tests are not run, and say so.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reportJson } from '../src/cli/report.ts'
import type { Config } from '../src/config/config.ts'
import type { LoadedSite } from '../src/render/load-site.ts'
import { toIso } from '../src/text/dates.ts'
import { loadFolder } from './support/load-folder.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'shared', 'jekyll')

function open(root: string, overrides: Partial<Config> = {}): LoadedSite {
  const configs = existsSync(join(root, '_config.yml')) ? [join(root, '_config.yml')] : []
  return loadFolder(root, { configs, overrides, now: Date.UTC(2026, 10, 1) })
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

/** `score.mjs`'s reading of HTML: a sequence of tokens in which only what a reader would notice differs. */
type Tokens = (html: string) => unknown

describe.runIf(existsSync(fixtures))('golden: Markdown and Liquid as Jekyll 4.3.1 rendered them', () => {
  const root = join(fixtures, 'golden', 'markdown')
  const posts = existsSync(root) ? readdirSync(join(root, '_posts')) : []

  test.each(posts)('%s: the same content', async name => {
    const { tokens } = (await import(/* @vite-ignore */ join(fixtures, 'compare.mjs'))) as { tokens: Tokens }
    const { site, renderer } = open(root, { math: 'client' })
    const post = site.posts.find(({ source }) => source.endsWith(name))
    if (post === undefined) throw new Error(`${name} is no post`)
    const jekyll = readFileSync(join(root, '_site', post.output), 'utf8').replace(/^[\s\S]*<!-- End Jekyll SEO tag -->/, '')
    expect(tokens((await renderer.wholeText(post)).value.plain())).toEqual(tokens(jekyll))
  })
})

describe.runIf(existsSync(fixtures))('golden: what plugins add, as Jekyll 4.3.1 made it', () => {
  const root = join(fixtures, 'golden', 'plugins')

  test('every file that readers had is there', () => {
    const { pages, files } = open(root)
    const made = new Set([...pages, ...files].map(({ output }) => String(output)))
    const wanted = readdirSync(join(root, '_site'), { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(join(root, '_site').length + 1))
    expect(wanted.length).toBeGreaterThan(30)
    expect(wanted.filter(path => !made.has(path))).toEqual([])
  })

  test('the entries of the feed have the same ids', async () => {
    const loaded = open(root)
    const ids = (xml: string): string[] => [...xml.matchAll(/<entry[\s\S]*?<id>([^<]*)/g)].map(([, id = '']) => id)
    const feed = loaded.pages.find(({ output }) => output === 'feed.xml')
    const xml = feed === undefined ? '' : String((await loaded.renderer.render(feed)).content)
    expect(ids(xml)).toEqual(ids(readFileSync(join(root, '_site', 'feed.xml'), 'utf8')))
  })
})

describe.runIf(blogs.length > 0)('golden: real blogs, rendered', () => {
  test('every post renders, every diagnostic names file and line, and nearly every formula is set', async () => {
    const seen = { posts: 0, set: 0, failed: 0, unplaced: [] as string[] }
    for (const blog of blogs) {
      const loaded = open(join(fixtures, 'blogs', blog))
      const found = [...loaded.diagnostics]
      for (const post of loaded.site.posts) {
        const { value: text, diagnostics } = await loaded.renderer.text(post)
        const html = text.content()
        seen.posts++
        seen.set += html.match(/class="katex-mathml"/g)?.length ?? 0
        seen.failed += html.match(/class="math-error"/g)?.length ?? 0
        found.push(...diagnostics)
      }
      for (const diagnostic of found) {
        const { file, line } = JSON.parse(reportJson(diagnostic)) as { file?: string; line?: number }
        if (file === undefined || line === undefined) seen.unplaced.push(`${blog}: ${diagnostic.message}`)
      }
    }
    expect(seen.posts).toBe(blogs.flatMap(blog => lines(join(fixtures, 'blogs', blog, 'oracle.jsonl'))).length)
    expect(seen.unplaced).toEqual([])
    expect(seen.set).toBeGreaterThan(5000)
    expect(seen.failed / (seen.set + seen.failed)).toBeLessThan(0.01)
  }, 300_000)
})
