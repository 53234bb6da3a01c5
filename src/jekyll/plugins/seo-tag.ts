// jekyll-seo-tag: what `{% seo %}` writes into the head of a page.

import { isMap } from '../../config/readers.ts'
import type { Data } from '../../model.ts'
import type { Paginator, PluginPage, PluginSite } from '../plugin-data.ts'
import { absoluteUrl, at, firstGiven, isTruthy, printed, xmlDate } from '../values.ts'
import { type SeoFacts, seoFacts } from './seo-facts.ts'
import { jsonLd } from './seo-json.ts'

/** `options` is what stands in the tag behind its name: `title=false` leaves the title out. */
export async function seoTag(page: PluginPage, site: PluginSite, options = '', paginator?: Paginator): Promise<string> {
  const facts = await seoFacts(page, site, paginator)
  const isTitled = facts.title !== undefined && !/title=false/i.test(options)
  const lines = [
    isTitled ? `<title>${facts.title}</title>` : '',
    `<meta name="generator" content="Jekyll v${site.jekyllVersion}" />`,
    ...aboutPage(facts, site),
    ...imageLines(facts),
    ...dateLines(page),
    ...paginatorLines(paginator, site),
    ...twitterLines(page, facts, site),
    ...facebookLines(site),
    ...verificationLines(site),
  ]
  return `<!-- Begin Jekyll SEO tag v2.8.0 -->
${lines.filter(line => line !== '').join('\n')}
<script type="application/ld+json">
${jsonLd(facts)}</script>
<!-- End Jekyll SEO tag -->
`
}

function meta(kind: 'name' | 'property', name: string, content: Data | undefined): string {
  return isTruthy(content) ? `<meta ${kind}="${name}" content="${printed(content)}" />` : ''
}

function aboutPage({ pageTitle, author, locale, description, canonical, siteTitle }: SeoFacts, { config }: PluginSite): string[] {
  return [
    meta('property', 'og:title', pageTitle),
    meta('name', 'author', author['name']),
    meta('property', 'og:locale', locale),
    meta('name', 'description', description),
    meta('property', 'og:description', description),
    ...(isTruthy(config['url']) ? [`<link rel="canonical" href="${canonical}" />`, meta('property', 'og:url', canonical)] : []),
    meta('property', 'og:site_name', siteTitle),
  ]
}

function imageLines({ image }: SeoFacts): string[] {
  if (image === undefined) return []
  const rest = ['height', 'width', 'alt'].map(key => meta('property', `og:image:${key}`, image.facts[key]))
  return [meta('property', 'og:image', image.path), ...rest]
}

function dateLines({ date }: PluginPage): string[] {
  if (date === undefined) return [meta('property', 'og:type', 'website')]
  return [meta('property', 'og:type', 'article'), meta('property', 'article:published_time', xmlDate(date))]
}

function paginatorLines(paginator: Paginator | undefined, { config }: PluginSite): string[] {
  const link = (relation: string, path: string | undefined): string =>
    path === undefined ? '' : `<link rel="${relation}" href="${absoluteUrl(path, config)}" />`
  return [link('prev', paginator?.previousPath), link('next', paginator?.nextPath)]
}

function twitterLines({ data }: PluginPage, { image, pageTitle, author }: SeoFacts, { config }: PluginSite): string[] {
  const card = firstGiven(at(data, 'twitter', 'card'), at(config, 'twitter', 'card'), 'summary_large_image')
  const creator = firstGiven(author['twitter'], author['name'])
  const name = (value: Data): string => `@${printed(value).replaceAll('@', '')}`
  return [
    meta('name', 'twitter:card', image === undefined ? 'summary' : card),
    meta('property', 'twitter:image', image?.path),
    meta('name', 'twitter:image:alt', image?.facts['alt']),
    meta('property', 'twitter:title', pageTitle),
    ...(isTruthy(config['twitter'])
      ? [
          meta('name', 'twitter:site', name(at(config, 'twitter', 'username'))),
          typeof creator === 'string' ? meta('name', 'twitter:creator', name(creator)) : '',
        ]
      : []),
  ]
}

function facebookLines({ config }: PluginSite): string[] {
  const value = (key: string): Data => at(config, 'facebook', key)
  return [
    meta('property', 'fb:admins', value('admins')),
    meta('property', 'article:publisher', value('publisher')),
    meta('property', 'fb:app_id', value('app_id')),
  ]
}

const verifiers = {
  google: 'google-site-verification',
  bing: 'msvalidate.01',
  alexa: 'alexaVerifyID',
  yandex: 'yandex-verification',
  baidu: 'baidu-site-verification',
  facebook: 'facebook-domain-verification',
}

function verificationLines({ config }: PluginSite): string[] {
  const given = config['webmaster_verifications']
  if (!isTruthy(given)) return [meta('name', verifiers.google, config['google_site_verification'])]
  return Object.entries(verifiers).map(([key, name]) => meta('name', name, isMap(given) ? given[key] : null))
}
