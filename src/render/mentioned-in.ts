// Which texts link to a text. Found in their sources, so that nobody has to read a text to know the pages it is shown on; what looks like a link and is
// none costs a look at a text that turns out to say nothing.

import type { Link } from '../body.ts'
import type { Entry, Site } from '../model.ts'
import type { FindEntry } from '../site/find-entry.ts'
import type { Names } from '../site/names.ts'
import { lazily } from '../text/lazily.ts'
import type { Remembered } from '../text/remembered.ts'
import { baseName, withoutExtension } from '../text/url.ts'
import { isEntry } from './freshness.ts'

/** Newest first; of a text that very many link to only the newest of them. */
export type MentionedIn = (entry: Entry) => readonly Entry[]

const most = 12

export interface MentionedInOf {
  readonly site: Site
  readonly url: string
  readonly names: () => Names
  readonly address: (entry: Entry, link: Link) => string
  readonly entryAt: FindEntry
  /** The targets that a source seems to have. */
  readonly targets: Remembered<Entry, readonly Target[]>
}

/** An address, or a name. */
export type Target = { readonly url: string } | { readonly name: string }

export function makeMentionedIn({ site, url: siteUrl, names, address, entryAt, targets }: MentionedInOf): MentionedIn {
  const find = (entry: Entry, target: Target): Entry | undefined => {
    if ('url' in target) return entryAt(address(entry, { url: target.url, kind: 'link', line: 0 }), entry)
    const [named] = names().called(target.name, entry)
    return named !== undefined && isEntry(named) ? named : undefined
  }
  const index = lazily(() => {
    const mentioning = new Map<Entry, Entry[]>()
    for (const entry of [...site.posts, ...site.pages]) {
      if (!mayMention(entry)) continue
      const found = new Set(targets(entry, () => targetsIn(entry.body, siteUrl)).map(target => find(entry, target)))
      for (const target of found) {
        if (target === undefined || target === entry) continue
        const known = mentioning.get(target)
        if (known === undefined) mentioning.set(target, [entry])
        else if (known.length < most) known.push(entry)
      }
    }
    return mentioning
  })
  return entry => index().get(entry) ?? []
}

// A page that is no lecture is a list, or about the site.
function mayMention(entry: Entry): boolean {
  return entry.format === 'markdown' && entry.redirectTo === undefined && (entry.kind === 'post' || entry.collection !== undefined)
}

const link =
  /\]\(\s*<?((?:\{\{[^}\n]*\}\}|[^\s)>])+)|\[\[([^[\]|#\n]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)|\{%-?\s*(?:post_url|link)\s+([^\s%]+)/gm

function targetsIn(body: string, siteUrl: string): readonly Target[] {
  if (!/\]\(|\[\[|\]:|\{%/.test(body)) return []
  return [...body.matchAll(link)].flatMap(([, inLine, name, below, tag]): Target[] => {
    if (name !== undefined) return [{ name: withoutExtension(name.trim()) }]
    if (tag !== undefined) return [{ name: withoutExtension(baseName(tag)) }]
    const url = withoutLiquid(inLine ?? below ?? '')
    const mayBeOurs = (siteUrl !== '' && url.startsWith(siteUrl)) || !/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)
    return mayBeOurs ? [{ url }] : []
  })
}

// `{{ "/x/" | relative_url }}`, and `{{ site.baseurl }}/x/`.
function withoutLiquid(url: string): string {
  return url.includes('{{') ? url.replace(/\{\{-?\s*["']([^"']*)["'][^}]*\}\}/g, '$1').replace(/\{\{[^}]*\}\}/g, '') : url
}
