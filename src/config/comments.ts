// Where readers comment, as popular themes for Jekyll are told it: Minimal Mistakes and Chirpy (`comments: {provider, giscus: …}`),
// al-folio and Beautiful Jekyll (`giscus:`, `utterances:`, `disqus:` at the top), minima (`disqus: {shortname}`). The keys by which a
// provider finds a thread are kept as they were, so that old threads are found again.

import type { DataMap } from '../model.ts'
import type { Config } from './config.ts'
import { isMap, textOf } from './readers.ts'

/** What a thread is found by; `specific` by a term of the site's own. */
export type ThreadKey = 'pathname' | 'url' | 'title' | 'og:title' | 'specific'

export type CommentProvider =
  | {
      readonly kind: 'giscus'
      readonly repository: string
      readonly repositoryId: string
      readonly category: string
      readonly categoryId: string
      readonly key: ThreadKey
      readonly term: string
      readonly strict: boolean
      readonly reactions: boolean
      readonly inputPosition: 'top' | 'bottom'
      readonly lang: string
    }
  | { readonly kind: 'utterances'; readonly repository: string; readonly key: ThreadKey; readonly term: string; readonly label: string }
  | { readonly kind: 'disqus'; readonly shortname: string }

type Kind = CommentProvider['kind']

/** Undefined where the site has no comments, or lacks what its provider cannot do without. */
export function commentProvider(config: Config): CommentProvider | undefined {
  const comments = isMap(config.comments) ? config.comments : {}
  const named = textOf(comments['provider'] ?? comments['active'] ?? null)
  const kinds: readonly Kind[] = ['giscus', 'utterances', 'disqus']
  const wanted = named === undefined ? kinds : kinds.filter(kind => kind === named)
  return wanted.map(kind => readers[kind](settingsOf(config, comments, kind), config)).find(provider => provider !== undefined)
}

function settingsOf(config: Config, comments: DataMap, kind: Kind): DataMap {
  const [within, onTop] = [comments[kind], config.data[kind]]
  if (isMap(within)) return within
  if (isMap(onTop)) return onTop
  const name = textOf(within ?? onTop ?? config.data[`${kind}_shortname`] ?? null)
  return name === undefined || name === 'false' ? {} : { shortname: name, repo: name }
}

const readers: Record<Kind, (settings: DataMap, config: Config) => CommentProvider | undefined> = {
  giscus: (settings, config) => {
    const repository = first(settings, 'repo', 'repository') ?? config.repository
    const repositoryId = first(settings, 'repo_id', 'repository-id', 'repository_id')
    const categoryId = first(settings, 'category_id', 'category-id')
    if (repository === '' || repositoryId === undefined || categoryId === undefined) return undefined
    return {
      kind: 'giscus',
      repository,
      repositoryId,
      category: first(settings, 'category', 'category_name') ?? '',
      categoryId,
      ...threadKey(first(settings, 'mapping', 'discussion_term')),
      term: first(settings, 'term') ?? '',
      strict: isOn(settings['strict'], false),
      reactions: isOn(settings['reactions_enabled'] ?? settings['reactions-enabled'], true),
      inputPosition: first(settings, 'input_position') === 'top' ? 'top' : 'bottom',
      lang: first(settings, 'lang') ?? 'en',
    }
  },
  utterances: (settings, config) => {
    const repository = first(settings, 'repo', 'repository') ?? (Object.keys(settings).length > 0 ? config.repository : '')
    if (repository === '') return undefined
    return {
      kind: 'utterances',
      repository,
      ...threadKey(first(settings, 'issue_term', 'issue-term')),
      label: first(settings, 'label') ?? '',
    }
  },
  disqus: settings => {
    const shortname = first(settings, 'shortname')
    return shortname === undefined ? undefined : { kind: 'disqus', shortname }
  },
}

function threadKey(written = 'pathname'): { readonly key: ThreadKey; readonly term: string } {
  const keys: readonly ThreadKey[] = ['pathname', 'url', 'title', 'og:title']
  const key = keys.find(candidate => candidate === written)
  return key === undefined ? { key: 'specific', term: written } : { key, term: '' }
}

function first(settings: DataMap, ...names: readonly string[]): string | undefined {
  return names.map(name => textOf(settings[name] ?? null)).find(value => value !== undefined && value !== '')
}

// Themes write switches as true, 1 or "1".
function isOn(value: DataMap[string] | undefined, absent: boolean): boolean {
  const text = textOf(value ?? null)
  return text === undefined ? absent : text === 'true' || text === '1'
}
