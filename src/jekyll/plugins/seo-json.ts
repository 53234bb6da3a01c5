// The structured data that jekyll-seo-tag gives to search engines, as JSON-LD.

import type { Data } from '../../model.ts'
import { isTruthy } from '../values.ts'
import type { SeoFacts } from './seo-facts.ts'

/** Keys in alphabetical order, and none without a value. `<` is escaped, or a name could end the element that this stands in. */
export function jsonLd(facts: SeoFacts): string {
  const { canonical, description, links, logo, modified, name, pageTitle, published, type } = facts
  const entries: Readonly<Record<string, Data | undefined>> = {
    '@context': 'https://schema.org',
    '@type': type,
    author: author(facts),
    dateModified: modified,
    datePublished: published,
    description,
    headline: pageTitle,
    image: image(facts),
    mainEntityOfPage: type === 'BlogPosting' || type === 'CreativeWork' ? { '@type': 'WebPage', '@id': canonical } : undefined,
    name,
    publisher: logo === undefined ? undefined : publisher(logo, facts),
    sameAs: links,
    url: canonical,
  }
  const given = Object.entries(entries).filter(([, value]) => value !== null && value !== undefined)
  return JSON.stringify(Object.fromEntries(given)).replaceAll('<', '\\u003c')
}

function author({ author: { name, type, url } }: SeoFacts): Data | undefined {
  if (!isTruthy(name) || (isTruthy(type) && type !== 'Organization' && type !== 'Person')) return undefined
  return { '@type': isTruthy(type) ? type : 'Person', name, ...(isTruthy(url) ? { url } : {}) }
}

function image({ image: found }: SeoFacts): Data | undefined {
  if (found === undefined) return undefined
  const { path: _, ...rest } = found.facts
  return Object.keys(rest).length === 0 ? found.path : { ...rest, url: found.path, '@type': 'imageObject' }
}

function publisher(logo: string, { author: { name } }: SeoFacts): Data {
  return { '@type': 'Organization', logo: { '@type': 'ImageObject', url: logo }, ...(isTruthy(name) ? { name } : {}) }
}
