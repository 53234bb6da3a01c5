// Files that a host reads and no reader does, where the configuration names the host.

import type { Config } from '../config/config.ts'
import { type Host, readHosts } from '../config/deploy.ts'
import { type Permalink, permalink } from '../model.ts'
import { addressOf } from '../posts/permalink.ts'
import { contentNamesIn } from '../site/content-names.ts'
import { decodePath } from '../text/url.ts'
import { type Page, text } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { generatedPage, type SiteView } from './view.ts'

export const deploy: PageKind = view => {
  const { known } = readHosts(view.config.deploy)
  const made = new Map(known.flatMap(host => filesFor[host](view)).map(([name, content]) => [name, content]))
  return [...made].map(([name, content]) => hostFile(name, content))
}

type HostFile = readonly [name: string, content: string]

const filesFor: Readonly<Record<Host, (view: SiteView) => readonly HostFile[]>> = {
  'github-pages': ({ config }) => [['.nojekyll', ''], ...domainOf(config)],
  netlify: view => [
    ['_headers', headers(view)],
    ['_redirects', redirectLines(view)],
  ],
  cloudflare: view => [
    ['_headers', headers(view)],
    ['_redirects', redirectLines(view)],
  ],
  nginx: () => [],
  caddy: () => [],
  apache: view => [['.htaccess', htaccess(view)]],
  s3: () => [],
}

function hostFile(name: string, content: string): Page {
  const made = text(
    async () => ({ content }),
    given => given.content,
  )
  return generatedPage(`the file ${name} for the host`, permalink(`/${name}`), made, { inSitemap: false })
}

// GitHub knows its own addresses by itself.
function domainOf({ url }: Config): HostFile[] {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host === '' || host === 'localhost' || host.endsWith('.github.io') ? [] : [['CNAME', `${host}\n`]]
}

/** Headers of every answer; the policy of a page stands in the page. */
const security: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'SAMEORIGIN'],
]

/** Files below these never change under their names: Pagefind's have a hash in them, KaTeX's fonts the version of their design. */
const lasting = ['/pagefind/fragment/', '/pagefind/index/', '/assets/katex/fonts/', '/assets/scaled/']

const forever = 'public, max-age=31536000, immutable'

/** What tells the content in the name of a style sheet or script. */
const contentName = String.raw`\.[0-9a-f]{10}\.(?:css|js)$`

// These hosts know no pattern for names that tell a content, so each is named.
function headers({ config: { baseurl }, site }: SiteView): string {
  const every = [`${baseurl}/*`, ...security.map(([name, value]) => `  ${name}: ${value}`)]
  const kept = [...lasting.map(folder => `${folder}*`), ...contentNamesIn(site).values()]
  return `${[...every, ...kept.flatMap(path => [`${baseurl}${path}`, `  Cache-Control: ${forever}`])].join('\n')}\n`
}

interface Move {
  readonly from: Permalink
  readonly to: string
}

function movesIn({ site, config }: SiteView): Move[] {
  return [...site.posts, ...site.pages].flatMap(entry =>
    entry.redirectFrom.map(from => ({
      from: permalink(config.baseurl + addressOf(from, '', { file: entry.source }).value.permalink),
      to: config.baseurl + entry.permalink,
    })),
  )
}

function redirectLines(view: SiteView): string {
  return movesIn(view)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('')
}

function htaccess(view: SiteView): string {
  const { baseurl } = view.config
  return `${[
    'Options -Indexes',
    'DirectoryIndex index.html',
    `ErrorDocument 404 ${baseurl}/404.html`,
    'AddDefaultCharset utf-8',
    'AddCharset utf-8 .css .js .json',
    '<FilesMatch "^\\.">',
    'Require all denied',
    '</FilesMatch>',
    '<Files "feed.xml">',
    'ForceType "application/atom+xml; charset=utf-8"',
    '</Files>',
    'AddType image/avif .avif',
    '<IfModule mod_headers.c>',
    ...security.map(([name, value]) => `Header always set ${name} "${value}"`),
    `<If "%{REQUEST_URI} =~ m#^${baseurl}(?:${lasting.join('|')}|/assets/.*${contentName})#">`,
    `Header set Cache-Control "${forever}"`,
    '</If>',
    '</IfModule>',
    '<IfModule mod_deflate.c>',
    `AddOutputFilterByType DEFLATE ${packed.join(' ')}`,
    '</IfModule>',
    '<IfModule mod_alias.c>',
    ...movesIn(view).flatMap(redirectMatch),
    '</IfModule>',
  ].join('\n')}\n`
}

/** What Apache compresses as it sends it. */
const packed = [
  ...['text/html', 'text/css', 'text/plain', 'text/xml', 'text/javascript', 'application/javascript', 'application/json'],
  ...['application/xml', 'application/atom+xml', 'image/svg+xml'],
]

// Apache decodes the address before it compares, and encodes the new one before it sends it; one that holds a `?` or `#` it would cut there, so
// the page that leads on has to do.
function redirectMatch({ from, to }: Move): string[] {
  const [old, now] = [decodePath(from), decodePath(to)]
  if (/[?#"]/.test(old + now)) return []
  return [`RedirectMatch 301 "^${old.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}$" "${now.replace(/[$\\]/g, '\\$&')}"`]
}
