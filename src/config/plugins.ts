// Which plugins a site has: those that it names, and those that GitHub turns on by itself.

import type { Data, DataMap } from '../model.ts'
import { ownValue } from '../text/own-value.ts'

/** THE LIST of plugins of Jekyll whose work Lectern does, each where the site has it. */
const plugins = [
  'jekyll-archives',
  'jekyll-avatar',
  'jekyll-default-layout',
  'jekyll-feed',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-include-cache',
  'jekyll-last-modified-at',
  'jekyll-mentions',
  'jekyll-optional-front-matter',
  'jekyll-paginate',
  'jekyll-paginate-v2',
  'jekyll-readme-index',
  'jekyll-redirect-from',
  'jekyll-relative-links',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jekyll-titles-from-headings',
  'jekyll-toc',
  'jemoji',
] as const

export type PluginName = (typeof plugins)[number]

// What `github-pages` brings (its DEFAULT_PLUGINS, and those that it loads for everybody).
const ofGitHubPages: readonly PluginName[] = [
  'jekyll-default-layout',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-optional-front-matter',
  'jekyll-paginate',
  'jekyll-readme-index',
  'jekyll-titles-from-headings',
  'jekyll-relative-links',
]

// What the gem of a theme names as needed, which Jekyll loads with it (plugin_manager.rb, `require_theme_deps`).
const ofThemes: Readonly<Record<string, readonly PluginName[]>> = {
  minima: ['jekyll-feed', 'jekyll-seo-tag'],
  'minimal-mistakes-jekyll': ['jekyll-paginate', 'jekyll-sitemap', 'jekyll-gist', 'jekyll-feed', 'jekyll-include-cache'],
  'just-the-docs': ['jekyll-seo-tag', 'jekyll-include-cache'],
  'jekyll-theme-chirpy': ['jekyll-paginate', 'jekyll-seo-tag', 'jekyll-archives', 'jekyll-sitemap', 'jekyll-include-cache'],
}

// Of these nothing is missed: Lectern does it in its own way, or it is about Ruby and the desk.
const needless =
  /^(?:github-pages|jekyll|bundler|webrick|rouge|kramdown.*|jekyll-(?:sass-converter|commonmark.*|remote-theme|watch|livereload|compose|admin|scholar|theme-.*|.*katex.*|.*mathjax.*))$/

export type HasPlugin = (name: PluginName) => boolean

export function pluginsOf(config: { readonly data: DataMap }): HasPlugin {
  const all = pluginsInOrder(config)
  return name => all.has(name)
}

/** Those that the site has, in the order in which Jekyll loads them. */
export function pluginsInOrder({ data }: { readonly data: DataMap }): ReadonlySet<string> {
  const named = namedPlugins(data)
  const ofTheme = typeof data['theme'] === 'string' ? (ownValue(ofThemes, data['theme']) ?? []) : []
  return new Set<string>([...ofTheme, ...named, ...(named.includes('github-pages') ? ofGitHubPages : [])])
}

/** Plugins that a configuration names and whose work nobody does. */
export function unknownPlugins(data: DataMap): readonly string[] {
  const known = new Set<string>(plugins)
  return [...new Set(namedPlugins(data))].filter(name => !known.has(name) && !needless.test(name))
}

// `gems`, as the key was called before Jekyll 3.5, is read by none since Jekyll 4.
function namedPlugins({ plugins: named = [] }: DataMap): readonly string[] {
  return [named].flat<Data[]>().filter(name => typeof name === 'string')
}
