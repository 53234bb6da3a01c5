// What the plugins of a Jekyll site make of its files before the site is made of them.

import type { Config } from '../config/config.ts'
import { pluginsOf } from '../config/plugins.ts'
import { changeEntries } from '../jekyll/change-entries.ts'
import type { LayoutMap } from '../jekyll/layouts.ts'
import { lastModified } from '../jekyll/plugins/last-modified.ts'
import { becomesPage, isOriginalRemoved } from '../jekyll/plugins/optional-front-matter.ts'
import { isReadme, isReadmeRemoved } from '../jekyll/plugins/readme-index.ts'
import type { Entry, Source, SourcePath, StaticFile } from '../model.ts'
import { frontMatterIn } from '../posts/front-matter.ts'
import type { SiteInput } from '../site/site-input.ts'
import { lazily } from '../text/lazily.ts'
import { asWritten, looseText } from './as-written.ts'
import type { Markdown } from './memory.ts'

/** Tells of which Markdown files without front matter pages are made. */
export function takesBareMarkdown(config: Config): (path: string) => boolean {
  const has = pluginsOf(config)
  const [optional, readme] = [has('jekyll-optional-front-matter'), has('jekyll-readme-index')]
  return path => (readme && isReadme(path)) || (optional && becomesPage(path, config.data))
}

/** Whether a source is a file of a Jekyll site even where a plugin makes a page of it. */
export function isBareFile(source: Source, { shape }: Config): boolean {
  return shape === 'jekyll' && !hasFrontMatter(source)
}

/** The files without those of which plugins made pages, where the plugins are told to remove these. Files of collections they cannot remove. */
export function withoutOriginals(files: readonly StaticFile[], entries: readonly Entry[], { data }: Config): readonly StaticFile[] {
  const isRemoved = (path: string): boolean => (isReadme(path) ? isReadmeRemoved(data) : isOriginalRemoved(data))
  const sources = new Set(entries.map(({ source }) => source).filter(isRemoved))
  return sources.size === 0 ? files : files.filter(({ source, collection }) => collection !== undefined || !sources.has(source))
}

function hasFrontMatter({ content }: Source): boolean {
  return content.kind === 'text' && frontMatterIn(content.text) !== undefined
}

/** Texts without front matter. */
export function bareSources({ sources }: SiteInput): ReadonlySet<SourcePath> {
  return new Set(sources.filter(source => !hasFrontMatter(source)).map(({ path }) => path))
}

export interface JekyllEntriesOf {
  readonly input: SiteInput
  readonly files: readonly StaticFile[]
  readonly layouts: LayoutMap
  readonly markdown: Markdown
}

export function jekyllEntries(entries: readonly Entry[], { input, files, layouts, markdown }: JekyllEntriesOf): readonly Entry[] {
  const { config } = input
  const bare = bareSources(input)
  const markdownify = (text: string): string => markdown.writeBody(markdown.readNow(looseText(text)), asWritten)
  const sources = lazily(() => new Map(input.sources.map(source => [source.path, source])))
  return changeEntries(entries, {
    config,
    layouts,
    files,
    hasFrontMatter: entry => !bare.has(entry.source),
    markdownify,
    lastModified: entry => new Date(lastModified(sources().get(entry.source) ?? { modified: 0 })),
  })
}
