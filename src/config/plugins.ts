// Which plugins a site has: those that it names, and those that GitHub turns on by itself.

import type { Config } from './config.ts'

// What `github-pages` brings (its DEFAULT_PLUGINS, and those that it loads for everybody).
const ofGitHubPages = [
  'jekyll-default-layout',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-optional-front-matter',
  'jekyll-paginate',
  'jekyll-readme-index',
  'jekyll-titles-from-headings',
  'jekyll-relative-links',
]

export type HasPlugin = (name: string) => boolean

export function pluginsOf({ data }: Config): HasPlugin {
  const named = [data['plugins'] ?? [], data['gems'] ?? []].flat().filter(name => typeof name === 'string')
  const all = new Set([...named, ...(named.includes('github-pages') ? ofGitHubPages : [])])
  return name => all.has(name)
}
