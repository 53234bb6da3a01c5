// Links to other sites: which to ask for, and what the answers mean. Who asks is at the edge.

import type { Link } from '../body.ts'
import { type Diagnostic, placeInBody } from '../diagnostic.ts'
import { deadExternalLink, movedExternalLink } from '../diagnostics/addresses.ts'
import type { Entry } from '../model.ts'

/** Where a link to another site stands. */
export interface ExternalLink {
  readonly entry: Entry
  readonly link: Link
}

/** What another site says of an address. */
export interface LinkAnswer {
  /** Of HTTP; 0 where nobody answered. */
  readonly status: number
  /** Why nobody did, in a word. */
  readonly trouble?: string
  /** Where a lasting redirect leads. */
  readonly movedTo?: string
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number
}

/** What each address was found to be, by address without its fragment. */
export type LinkAnswers = { readonly [url: string]: LinkAnswer }

const day = 86_400_000

/** True for an answer that need not be asked for again: a good one for a week, a bad one for an hour. */
export function isRecent({ status, at }: LinkAnswer, now: number): boolean {
  return now - at < (isGood(status) ? 7 * day : day / 24)
}

/** The addresses of all links, each once, by host: of one host they are asked one after the other. */
export function byHost(links: readonly ExternalLink[], answers: LinkAnswers, now: number): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const url of new Set(links.map(({ link }) => withoutFragment(link.url)))) {
    const known = answers[url]
    if (!URL.canParse(url) || (known !== undefined && isRecent(known, now))) continue
    const { host } = new URL(url)
    hosts.set(host, [...(hosts.get(host) ?? []), url])
  }
  return hosts
}

export function judgeLinks(links: readonly ExternalLink[], answers: LinkAnswers): Diagnostic[] {
  return links.flatMap(({ entry, link }) => {
    const answer = answers[withoutFragment(link.url)]
    if (answer === undefined) return []
    const place = () => placeInBody(entry, entry.body.split('\n'), link.line, link.url)
    if (!isGood(answer.status)) return [deadExternalLink(place(), link.url, answer.trouble ?? `the answer is ${answer.status}`)]
    return answer.movedTo === undefined ? [] : [movedExternalLink(place(), link.url, answer.movedTo)]
  })
}

// A site that wants to know who asks (401, 403), or is asked too often (429), or likes no robots (999), is there.
function isGood(status: number): boolean {
  return (status >= 200 && status < 400) || [401, 403, 405, 429, 999].includes(status)
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '')
}
