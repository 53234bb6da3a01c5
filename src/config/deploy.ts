// Where a site is put, by `deploy` in the configuration: a name, or a list of names.

import type { Data } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { ownValue } from '../text/own-value.ts'
import { textOf } from './readers.ts'

/** THE LIST of hosts, each with what a build adds for it. */
export const hosts = {
  'github-pages': '`.nojekyll`, and `CNAME` where `url` is a domain of your own',
  netlify: '`_headers` and `_redirects`',
  cloudflare: '`_headers` and `_redirects`',
  nginx: 'each text file compressed beside itself, `.br` and `.gz`',
  caddy: 'each text file compressed beside itself, `.br` and `.gz`',
  apache: '`.htaccess`: the page for missing addresses, redirects, headers',
  s3: 'nothing; the reference has the commands',
} as const

export type Host = keyof typeof hosts

/** What others call them. */
const otherNames: Readonly<Record<string, Host>> = {
  github: 'github-pages',
  'gh-pages': 'github-pages',
  'cloudflare-pages': 'cloudflare',
  apache2: 'apache',
  httpd: 'apache',
  aws: 's3',
}

/** The host that is most likely meant by a name that is none. */
export function nearestHost(name: string): string | undefined {
  return ownValue(otherNames, name.toLowerCase()) ?? nearest(name, Object.keys(hosts))
}

/** The hosts among what is written, and what is none. */
export function readHosts(deploy: Data): { readonly known: readonly Host[]; readonly unknown: readonly string[] } {
  const names = [deploy]
    .flat()
    .flatMap(value => textOf(value as Data) ?? [])
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'false')
  const known = names.filter((name): name is Host => Object.hasOwn(hosts, name))
  return { known, unknown: names.filter(name => !Object.hasOwn(hosts, name)) }
}
