// The site as templates see it.

import type { Config } from '../config/config.ts'
import { licenseOf, profilesOf } from '../config/credits.ts'
import { isMap, textOf } from '../config/readers.ts'
import { styleSheet } from '../config/style.ts'
import type { Data, Site, StaticFile } from '../model.ts'
import type { LinkData, SiteData } from '../templates/contract.ts'
import type { Say } from '../words/words.ts'
import { contentNamesIn } from './content-names.ts'

/** What else of the site there is to link to. */
export interface SiteLinks {
  readonly feed: string
  readonly hasCourses: boolean
}

export function siteDataOf(site: Site, config: Config, { feed, hasCourses }: SiteLinks, say: Say): SiteData {
  const { title, tagline, description, url, baseurl, lang, author, data } = config
  const license = licenseOf(config)
  return {
    title,
    tagline,
    description,
    url,
    baseurl,
    lang: lang.replace('_', '-'),
    authors: author,
    nav: navOf(site, config, hasCourses, say),
    feed: baseurl + feed,
    search: config.search && site.posts.length > 0 ? `${baseurl}/search/` : '',
    profiles: profilesOf(config),
    source: sourceOf(config.repository),
    ...(license === undefined ? {} : { license }),
    style: styleSheet(config.style),
    sheets: site.files.some(isCustomSheet) ? [baseurl + (contentNamesIn(site).get(customSheet) ?? customSheet)] : [],
    data,
  }
}

// `owner/name`, or an address in full.
function sourceOf(repository: string): string {
  return repository === '' || /^https?:/.test(repository) ? repository : `https://github.com/${repository}`
}

const customSheet = '/assets/custom.css'

function isCustomSheet({ from, permalink }: StaticFile): boolean {
  return from === 'theme' && permalink === customSheet
}

// As the configuration says, or the lists there are and the pages that stand at the top.
function navOf(site: Site, config: Config, hasCourses: boolean, say: Say): LinkData[] {
  const written = Array.isArray(config.nav) ? config.nav.flatMap(entry => navLink(entry, config)) : []
  if (written.length > 0) return written
  const pages = site.pages.filter(
    page => /^\/[^/]+\/?$/.test(page.permalink) && page.redirectTo === undefined && !page.permalink.startsWith('/404'),
  )
  return [
    ...(hasCourses ? [{ title: say('courses'), url: `${config.baseurl}/courses/` }] : []),
    ...(site.posts.length > 0 ? [{ title: say('archive'), url: `${config.baseurl}/archive/` }] : []),
    ...(site.tags.length > 0 ? [{ title: say('tags'), url: `${config.baseurl}/tags/` }] : []),
    ...pages.slice(0, 6).map(page => ({ title: page.title, url: config.baseurl + page.permalink })),
  ]
}

function navLink(entry: Data, config: Config): LinkData[] {
  if (!isMap(entry)) return []
  const [title, url] = [textOf(entry['title'] ?? entry['name'] ?? null), textOf(entry['url'] ?? entry['link'] ?? null)]
  if (title === undefined || url === undefined) return []
  return [{ title, url: url.startsWith('/') ? config.baseurl + url : url }]
}
