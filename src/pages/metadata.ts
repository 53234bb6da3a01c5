// What a page tells machines about itself: cards (Open Graph, Twitter), scholars' indexes (citation_…), search engines (JSON-LD,
// schema.org). The text itself is never repeated here.

import type { Config } from '../config/config.ts'
import { licenseOf, profilesOf, twitterAccount } from '../config/credits.ts'
import type { Author, Entry } from '../model.ts'
import type { CommonPage, MetaTag, PageImage } from '../templates/contract.ts'
import type { CourseLink, LectureOfCourse } from '../templates/course-contract.ts'
import { toIso } from '../text/dates.ts'
import { strftime } from '../text/strftime.ts'
import { isAbsoluteUrl } from '../text/url.ts'

/** What is known of a page beyond its common data. */
export interface PageMetadata {
  readonly page: Pick<CommonPage, 'kind' | 'title' | 'canonical' | 'description' | 'lang'>
  readonly entry?: Entry
  readonly image?: PageImage
  readonly minutes?: number
  /** Of a lecture: its course. */
  readonly lecture?: LectureOfCourse
  /** What the page itself is, where it is no post: a course. */
  readonly thing?: object
}

export function metaTags({ page, entry, image }: PageMetadata, config: Config): MetaTag[] {
  const tags: MetaTag[] = []
  const property = (name: string, content: string | undefined): void =>
    void (content && tags.push({ attribute: 'property', name, content }))
  const named = (name: string, content: string | undefined): void => void (content && tags.push({ attribute: 'name', name, content }))
  const post = entry?.kind === 'post' ? entry : undefined
  const picture = image && absolute(image.url, config)
  property('og:title', page.title || 'Home')
  property('og:type', post === undefined ? 'website' : 'article')
  property('og:url', page.canonical)
  property('og:site_name', config.title)
  property('og:description', page.description)
  property('og:locale', page.lang.replace('-', '_'))
  property('og:image', picture)
  property('og:image:width', image?.width?.toString())
  property('og:image:height', image?.height?.toString())
  property('og:image:alt', image?.alt)
  if (post !== undefined) {
    property('article:published_time', toIso(post.date))
    property('article:modified_time', post.updated && toIso(post.updated))
    for (const tag of post.tags) property('article:tag', tag)
  }
  named('twitter:card', picture === undefined ? 'summary' : 'summary_large_image')
  named('twitter:site', twitterAccount(config))
  if (post !== undefined) {
    named('citation_title', post.title)
    for (const { name } of post.authors) named('citation_author', name)
    named('citation_publication_date', strftime(post.date, '%Y/%m/%d'))
    named('citation_journal_title', config.title)
    named('citation_fulltext_html_url', page.canonical)
    named('citation_language', page.lang)
  }
  return tags
}

/** Schema.org's data of the page; undefined for pages that are only lists. */
export function jsonLd(metadata: PageMetadata, config: Config): object | undefined {
  const { page, entry } = metadata
  if (page.kind === 'home') return config.title === '' ? undefined : { '@context': 'https://schema.org', ...webSite(config) }
  if (metadata.thing !== undefined) return { '@context': 'https://schema.org', ...metadata.thing }
  if (entry?.kind !== 'post') return undefined
  return { '@context': 'https://schema.org', '@graph': [blogPosting(metadata, config), ...breadcrumbs(metadata, config)] }
}

// JSON leaves out what is undefined.
function blogPosting({ page, entry, image, minutes, lecture }: PageMetadata, config: Config): object {
  if (entry?.kind !== 'post') return {}
  const authors = entry.authors.filter(({ name }) => name !== '').map(person)
  return {
    '@type': 'BlogPosting',
    headline: entry.title.slice(0, 110),
    description: page.description || undefined,
    datePublished: toIso(entry.date),
    dateModified: toIso(entry.updated ?? entry.date),
    inLanguage: page.lang,
    author: authors.length === 0 ? undefined : authors,
    image: image && absolute(image.url, config),
    keywords: entry.tags.length === 0 ? undefined : entry.tags,
    timeRequired: minutes && `PT${minutes}M`,
    license: licenseOf(config)?.url || undefined,
    url: page.canonical || undefined,
    mainEntityOfPage: page.canonical || undefined,
    position: lecture?.rows.find(({ isCurrent }) => isCurrent)?.number || undefined,
    isPartOf: partOf(lecture, config),
  }
}

function partOf(lecture: LectureOfCourse | undefined, config: Config): object | object[] | undefined {
  const site = config.title === '' ? [] : [webSite(config)]
  const course = lecture === undefined ? [] : [courseThing(lecture.course, config)]
  return course.length + site.length > 1 ? [...course, ...site] : (course[0] ?? site[0])
}

/** A course for search engines. */
export function courseThing({ title, code, url, isSeries }: CourseLink, config: Config): object {
  const type = isSeries ? 'CreativeWorkSeries' : 'Course'
  return {
    '@type': type,
    name: title,
    courseCode: isSeries ? undefined : code || undefined,
    url: config.url === '' ? undefined : config.url + url,
  }
}

function webSite(config: Config): object {
  const profiles = profilesOf(config)
  return {
    '@type': 'WebSite',
    name: config.title,
    url: config.url === '' ? undefined : `${config.url}${config.baseurl}/`,
    description: config.description || undefined,
    sameAs: profiles.length === 0 ? undefined : profiles,
  }
}

// Search engines want addresses in full here, so a site that does not know its own has none.
function breadcrumbs({ page, entry }: PageMetadata, config: Config): object[] {
  if (page.canonical === '' || entry === undefined) return []
  const root = `${config.url}${config.baseurl}`
  const steps = [
    { name: config.title || 'Home', item: `${root}/` },
    { name: 'Archive', item: `${root}/archive/` },
    { name: entry.title, item: page.canonical },
  ]
  const itemListElement = steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step }))
  return [{ '@type': 'BreadcrumbList', itemListElement }]
}

function person({ name, url }: Author): object {
  return { '@type': 'Person', name, url }
}

function absolute(url: string, config: Config): string {
  if (isAbsoluteUrl(url)) return url
  const path =
    url.startsWith(`${config.baseurl}/`) || config.baseurl === ''
      ? `/${url.replace(/^\//, '')}`
      : `${config.baseurl}/${url.replace(/^\//, '')}`
  return config.url + path
}
