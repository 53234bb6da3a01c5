// Where each file of a Jekyll blog goes in a site of ours. Nothing is changed in a text: what a folder said (a category, the
// style of the addresses) is said in the configuration instead.

import type { Config } from '../config/config.ts'
import { isMap, textOf } from '../config/readers.ts'
import { type FileRole, roleOf } from '../posts/file-name.ts'

export interface ImportPlan {
  /** From a path in the old site to one in the new. */
  readonly copies: readonly Copy[]
  /** Lines to add to the configuration. */
  readonly config: string
  /** What stays behind, and why. */
  readonly left: readonly Left[]
}

interface Copy {
  readonly from: string
  readonly to: string
}

interface Left {
  readonly what: string
  readonly why: string
}

/** `paths` are all files of the old site that Jekyll would read or copy. */
export function planImport(paths: readonly string[], config: Config): ImportPlan {
  const labels = isMap(config.collections) ? Object.keys(config.collections).filter(label => label !== 'posts') : []
  const placed = paths.map(from => ({ from, role: roleOf(from, 'jekyll', config.collections_dir, labels) }))
  const copies = placed.flatMap(({ from, role }) => {
    const to = placeFor(from, role)
    return to === undefined ? [] : [{ from, to }]
  })
  const categories = new Map(
    placed.flatMap(({ role }) =>
      (role.kind === 'post' || role.kind === 'draft') && role.categories.length > 0
        ? [[role.categories.join('/'), role.categories] as const]
        : [],
    ),
  )
  const misnamed = placed.filter(({ role }) => role.kind === 'misnamed').map(({ from }) => from)
  return {
    copies,
    config: configLines(config, categories),
    left: [...misnamed.map(leftPost), ...leftFolders(paths), ...leftScopes(config)],
  }
}

function placeFor(from: string, role: FileRole): string | undefined {
  if (role.kind === 'misnamed' || /^_(?:layouts|plugins)\//.test(from)) return undefined
  if (/^_(?:data|includes|sass)\//.test(from)) return from
  if (role.kind === 'collection') return `posts/${from.slice(from.indexOf(`_${role.label}/`))}`
  if (role.kind !== 'post' && role.kind !== 'draft') return from.startsWith('_') ? undefined : `posts/${from}`
  const below = from.replace(/^(?:.*\/)?_(?:posts|drafts)\//, '')
  return ['posts', ...(role.kind === 'draft' ? ['_drafts'] : []), ...role.categories, below].join('/')
}

function leftPost(what: string): Left {
  return { what, why: 'Jekyll does not publish it either; name it YYYY-MM-DD-title.md to publish it' }
}

function leftFolders(paths: readonly string[]): Left[] {
  const reasons = {
    _layouts: 'they are Liquid; the default theme takes their place, and templates/ is where yours goes',
    _plugins: 'they are Ruby; see what the check says about their tags',
  }
  return Object.entries(reasons)
    .filter(([folder]) => paths.some(path => path.startsWith(`${folder}/`)))
    .map(([folder, why]) => ({ what: `the ${folder.slice(1)} in ${folder}`, why }))
}

// A scope counts from the site's folder, where the files were and are no more.
function leftScopes({ defaults }: Config): Left[] {
  const scopes = (Array.isArray(defaults) ? defaults : []).filter(isMap).flatMap(({ scope }) => (isMap(scope ?? null) ? [scope] : []))
  const paths = scopes.filter(isMap).map(({ path }) => (textOf(path ?? null) ?? '').replace(/^\.?\//, ''))
  return paths
    .filter(path => path !== '' && !path.startsWith('*'))
    .map(path => ({
      what: `the scope ${path} of defaults`,
      why: `these files lie in posts now; correct it in _config.yml, to ${`posts/${path.replace(/(?:^|\/)_posts(?=\/|$)/, '')}`.replace(/\/$/, '')}`,
    }))
}

function configLines(config: Config, categories: ReadonlyMap<string, readonly string[]>): string {
  const style = config.permalink === '' ? 'permalink: date # what Jekyll does where nothing is said\n' : ''
  const scopes = [...categories].map(
    ([folder, names]) =>
      `  - scope: { path: ${JSON.stringify(`posts/${folder}`)}, type: posts }\n    values: { categories: ${JSON.stringify(names)} }\n`,
  )
  if (scopes.length === 0) return style
  return Array.isArray(config.defaults) && config.defaults.length > 0
    ? `${style}# Categories that were folders; add these to defaults above:\n${scopes.join('').replace(/^/gm, '# ')}`
    : `${style}defaults: # categories that were folders\n${scopes.join('')}`
}
