// Which posts are public at this moment (Jekyll's publisher.rb, and what `--drafts`, `--future` and `--unpublished` do there).

import type { Config } from '../config/config.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { futurePost, onlyDrafts } from '../diagnostics/reading.ts'
import type { Entry } from '../model.ts'
import { compareTexts } from '../text/compare.ts'
import { type Moment, toIso } from '../text/dates.ts'

/** What is published, newest first. */
export function publish(entries: readonly Entry[], config: Config, now: Moment): Checked<readonly Entry[]> {
  const wanted = entries.filter(entry => isWanted(entry, config))
  const isFuture = (entry: Entry): boolean => isOfFuture(entry, config, now)
  const diagnostics = wanted.filter(isFuture).map(post => futurePost({ file: post.source }, post.kind === 'post' ? toIso(post.date) : ''))
  const published = wanted.filter(entry => !isFuture(entry)).sort(byDate)
  return { value: limited(published, config.limit_posts), diagnostics: [...diagnostics, ...onlyDraftsAmong(entries, wanted)] }
}

// Who has begun with a draft would wonder where it is.
function onlyDraftsAmong(entries: readonly Entry[], wanted: readonly Entry[]): Diagnostic[] {
  const [first, ...others] = entries.filter(entry => entry.kind === 'post' && isInDrafts(entry))
  return first === undefined || wanted.some(({ kind }) => kind === 'post') ? [] : [onlyDrafts({ file: first.source }, others.length + 1)]
}

/** Why an entry is not published, as the end of a sentence, with what would publish it; undefined for one that may be. */
export function whyHidden(entry: Entry, config: Config, now: Moment): string | undefined {
  if (entry.data['published'] === false && !config.unpublished) return 'its front matter says published: false; --unpublished shows it'
  if (!isWanted(entry, config)) return 'it is a draft; --drafts shows it, lectern publish makes it a post'
  if (!isOfFuture(entry, config, now)) return undefined
  return `its date ${entry.date === undefined ? '' : toIso(entry.date)} is in the future; it is now ${toIso(now)}; --future shows it`
}

function isOfFuture(entry: Entry, config: Config, now: Moment): boolean {
  return !config.future && entry.kind === 'post' && entry.date.epoch > now.epoch
}

function isWanted(entry: Entry, config: Config): boolean {
  if (entry.data['published'] === false && !config.unpublished) return false
  return !isInDrafts(entry) || config.show_drafts
}

// `draft: true` in the front matter hides nothing in Jekyll; the folder does.
function isInDrafts(entry: Entry): boolean {
  return entry.source.startsWith('_drafts/') || entry.source.includes('/_drafts/')
}

function limited(entries: readonly Entry[], limit: number): readonly Entry[] {
  if (limit === 0) return entries
  const kept = new Set(entries.filter(entry => entry.kind === 'post').slice(0, limit))
  return entries.filter(entry => entry.kind === 'page' || kept.has(entry))
}

// Newest first; of one moment, those with the later path first, as Jekyll's reversed sort has them.
function byDate(one: Entry, other: Entry): number {
  const difference = dateOf(other) - dateOf(one)
  return difference === 0 ? compareTexts(other.source, one.source) : difference
}

function dateOf(entry: Entry): number {
  return entry.kind === 'post' ? entry.date.epoch : 0
}
