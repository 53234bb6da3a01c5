// The pages that authors write: each post, and each page without a date.

import type { Config } from '../config/config.ts'
import { editAddress } from '../config/credits.ts'
import { textOf } from '../config/readers.ts'
import type { Placed } from '../course/places.ts'
import type { Entry, PageData, Post } from '../model.ts'
import { frontMatterKeys } from '../posts/keys.ts'
import type { LinkData, MentionLink, NeighbourLink, PageImage, PostPage } from '../templates/contract.ts'
import type { LectureOfCourse } from '../templates/course-contract.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import { cardHeight, cardOf, cardWidth } from './cards.ts'
import { citationOf } from './citation.ts'
import { isOfCourse, lectureOfCourse, neighbourOf } from './course-view.ts'
import { discussionOf } from './discussion.ts'
import { isListLayout, listWithText } from './list-layouts.ts'
import { type Ask, type EntryText, eta, type Given, type Made, type Page, type Summary, text } from './page.ts'
import { translationLinks } from './translations.ts'
import { altOf, commonData, descriptionOf, groupLinks, postLink, type SiteView, subtitleOf } from './view.ts'

/** Newest first, so the post before one in the list is the next one in time. */
export function posts(view: SiteView): Page[] {
  const { posts } = view.site
  return posts.map((post, index) => entryPage(post, view, { previous: posts[index + 1], next: posts[index - 1] }))
}

export function standalonePages(view: SiteView): Page[] {
  return view.site.pages.filter(page => !isOfCourse(page, view)).map(page => entryPage(page, view, {}))
}

/** Of a lecture those of its course, told already; of another post those in time. */
interface Neighbours {
  readonly previous?: Post | undefined
  readonly next?: Post | undefined
}

function entryPage(entry: Entry, view: SiteView, neighbours: Neighbours): Page {
  return {
    permalink: entry.permalink,
    output: entry.output,
    from: { kind: 'source', source: entry.source },
    inSitemap: entry.inSitemap && entry.redirectTo === undefined,
    ...(entry.updated === undefined && entry.kind === 'page' ? {} : { updated: entry.updated ?? (entry as Post).date }),
    ...madeOf(entry, view, neighbours),
  }
}

function madeOf(entry: Entry, view: SiteView, neighbours: Neighbours): Made<Given> {
  const { redirectTo, layout } = entry
  if (redirectTo !== undefined)
    return eta(
      'redirect',
      async () => ({ entry }),
      () => redirectData(entry, redirectTo, view),
    )
  if (layout === 'none')
    return text(
      async ask => ({ entry, text: await ask.text(entry) }),
      given => given.text.content(),
    )
  const placed = view.placeOf.get(entry)
  const list = entry.kind === 'page' && isListLayout(layout) ? listWithText(entry, view) : undefined
  if (list !== undefined) return list
  return eta(
    isListLayout(layout) ? entry.kind : layout,
    async ask => ({
      entry,
      text: await ask.text(entry),
      ...(placed === undefined ? neighbours : {}),
      lecture: placed && lectureGiven(placed, view),
      related: entry.kind === 'post' ? ask.related(entry) : [],
      mentions: await mentionsGiven(entry, view, ask),
      labels: entry.kind === 'post' ? labelsOf(entry, view) : undefined,
      translations: view.translationsOf(entry),
    }),
    given => postData(given, view),
  )
}

// Names and addresses of its course may change though the lecture does not.
function lectureGiven(placed: Placed, view: SiteView): LectureGiven {
  return { of: lectureOfCourse(placed, view), previous: neighbourOf(placed, -1, view), next: neighbourOf(placed, 1, view) }
}

interface LectureGiven {
  readonly of: LectureOfCourse | undefined
  readonly previous: NeighbourLink | undefined
  readonly next: NeighbourLink | undefined
}

interface MentionGiven {
  readonly by: Entry
  readonly summary: Summary
}

// On a text that others refer to; a page that is neither post nor lecture is reached from everywhere.
async function mentionsGiven(entry: Entry, { config }: SiteView, { mentionedIn, summary }: Ask): Promise<readonly MentionGiven[]> {
  const asked = frontMatterKeys.mentions.reader.read(entry.data['mentions'] ?? null) ?? config.mentions
  if (!asked || (entry.kind === 'page' && entry.collection === undefined)) return []
  return Promise.all(mentionedIn(entry).map(async by => ({ by, summary: await summary(by) })))
}

function mentionsOf(entry: Entry, given: readonly MentionGiven[], { config }: SiteView): MentionLink[] {
  return given.flatMap(({ by, summary }) => {
    const mention = summary.mentions.find(({ to }) => to === entry.source)
    return mention === undefined ? [] : [{ title: by.title, url: config.baseurl + by.permalink, sentence: mention.sentence }]
  })
}

interface Labels {
  readonly tags: readonly LinkData[]
  readonly categories: readonly LinkData[]
}

// Their names and addresses may change though the post does not.
function labelsOf(post: Post, view: SiteView): Labels {
  return { tags: groupLinks(post.tags, view.tagOf, view), categories: groupLinks(post.categories, view.categoryOf, view) }
}

function redirectData(entry: Entry, target: string, { config }: SiteView): PageData {
  return {
    ...commonData(config, { kind: 'redirect', title: entry.title, permalink: entry.permalink, description: '' }),
    target: wholeAddress(target, config),
  }
}

// jekyll-redirect-from takes what is no whole address for one of the site.
function wholeAddress(target: string, { url, baseurl }: Config): string {
  return isAbsoluteUrl(target) ? target : `${url}${baseurl}/${target.replace(/^\//, '')}`
}

interface GivenToPost extends Neighbours {
  readonly entry: Entry
  readonly text: EntryText
  readonly related: readonly Post[]
  readonly labels: Labels | undefined
  readonly mentions: readonly MentionGiven[]
  readonly translations: readonly Entry[]
  readonly lecture?: LectureGiven | undefined
}

function postData(given: GivenToPost, view: SiteView): PostPage {
  const { entry, text, previous, next, related, labels, mentions, translations, lecture } = given
  const { config } = view
  const post = entry.kind === 'post' ? entry : undefined
  const description = descriptionOf(entry, text)
  const { minutes } = text
  const image = imageOf(entry, view)
  const facts = {
    kind: entry.kind,
    title: entry.title,
    permalink: entry.permalink,
    description,
    canonical: textOf(entry.data['canonical_url'] ?? null),
    ...(entry.lang === undefined ? {} : { lang: entry.lang }),
  }
  return {
    ...commonData(config, facts, {
      entry,
      minutes,
      ...(image === undefined ? {} : { image }),
      ...(lecture?.of === undefined ? {} : { lecture: lecture.of }),
    }),
    subtitle: subtitleOf(entry),
    lecture: lecture?.of,
    content: text.content(),
    headings: text.headings(),
    date: post?.date,
    citation: post && citationOf(post, config),
    updated: entry.updated,
    authors: entry.authors,
    tags: labels?.tags ?? [],
    categories: labels?.categories ?? [],
    minutes,
    image: entry.image ?? '',
    imageAlt: image?.alt ?? '',
    comments: entry.comments,
    discussion: discussionOf(entry, view, description),
    math: text.needs.has('math'),
    notes: text.needs.has('footnotes'),
    blocks: text.needs.has('blocks'),
    related: related.map(other => postLink(other, view)),
    mentions: mentionsOf(entry, mentions, view),
    edit: editAddress(config, entry.source),
    links: linksOf(text),
    previous: lecture === undefined ? previous && postLink(previous, view) : lecture.previous,
    next: lecture === undefined ? next && postLink(next, view) : lecture.next,
    translations: translationLinks(translations, config),
    data: entry.data,
  }
}

// The author's own picture, or the card that is drawn.
function imageOf(entry: Entry, view: SiteView): PageImage | undefined {
  if (entry.image !== undefined) return { url: entry.image, alt: altOf(entry) }
  const card = cardOf(entry, view)
  return card && { url: view.config.baseurl + card.permalink, alt: entry.title, width: cardWidth, height: cardHeight }
}

// Every link counts, the same address twice too: the style sheet numbers them as they come.
function linksOf({ links }: EntryText): string[] {
  return links()
    .filter(({ kind, url }) => kind === 'link' && /^https?:/.test(url))
    .map(({ url }) => url)
}
