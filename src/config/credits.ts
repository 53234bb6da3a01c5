// Whom and what a page refers to besides its text: the licence, the place to edit it, the writer's profiles elsewhere.

import type { Config } from './config.ts'
import { isMap, textOf } from './readers.ts'

export interface License {
  readonly name: string
  /** Empty for one that has no known address. */
  readonly url: string
}

/** The licence of the texts; undefined where none is told. */
export function licenseOf(config: Config): License | undefined {
  const { license } = config
  const name = textOf(isMap(license) ? (license['name'] ?? null) : license)
  if (name === undefined || name === '') return undefined
  const url = isMap(license) ? textOf(license['url'] ?? null) : undefined
  return {
    name: name.replace(
      /^https?:\/\/creativecommons\.org\/licenses\/([\w-]+)\/([\d.]+).*/,
      (_, kind: string, version: string) => `CC ${kind.toUpperCase()} ${version}`,
    ),
    url: url ?? addressOf(name),
  }
}

// `CC BY-SA 4.0`, `CC-BY-SA-4.0`, `CC0`, or an address.
function addressOf(name: string): string {
  if (/^https?:/.test(name)) return name
  const licence = /^CC[ -](BY(?:-(?:NC|ND|SA))*)[ -](\d\.\d)/i.exec(name)
  if (licence) return `https://creativecommons.org/licenses/${licence[1]?.toLowerCase()}/${licence[2]}/`
  if (/^CC0/i.test(name)) return 'https://creativecommons.org/publicdomain/zero/1.0/'
  return /^MIT$/i.test(name) ? 'https://opensource.org/license/mit' : ''
}

/** Where the text can be edited; empty where the configuration does not say. The keys of Just the Docs are understood too. */
export function editAddress(config: Config, source: string): string {
  if (config.edit_url !== '') return `${config.edit_url.replace(/\/?$/, '/')}${encodeURI(source)}`
  const { data } = config
  const [repository, branch] = [textOf(data['gh_edit_repository'] ?? null), textOf(data['gh_edit_branch'] ?? null)]
  if (data['gh_edit_link'] !== true || repository === undefined || branch === undefined) return ''
  const folder = textOf(data['gh_edit_source'] ?? null)
  const mode = textOf(data['gh_edit_view_mode'] ?? null) ?? 'tree'
  return [repository.replace(/\/$/, ''), mode, branch, ...(folder === undefined ? [] : [folder]), encodeURI(source)].join('/')
}

/** Addresses of the writer's profiles: `social` as jekyll-seo-tag has it, and the account names that themes have. */
export function profilesOf(config: Config): string[] {
  const { social, data } = config
  const listed = Array.isArray(social) ? social : isMap(social) && Array.isArray(social['links']) ? social['links'] : []
  const accounts = [
    ['github_username', 'https://github.com/'],
    ['linkedin_username', 'https://www.linkedin.com/in/'],
    ['twitter_username', 'https://twitter.com/'],
  ] as const
  const named = accounts.flatMap(([key, address]) => {
    const name = textOf(data[key] ?? null)
    return name === undefined || name === '' ? [] : [address + name]
  })
  const all = [...listed.flatMap(link => textOf(link) ?? []), ...named].filter(link => /^https?:\/\//.test(link))
  return [...new Set(all)]
}

/** The account that Twitter's cards name, with its `@`; empty where there is none. */
export function twitterAccount({ twitter }: Config): string {
  const name = textOf(isMap(twitter) ? (twitter['username'] ?? null) : twitter)
  return name === undefined || name === '' ? '' : `@${name.replace(/^@/, '')}`
}
