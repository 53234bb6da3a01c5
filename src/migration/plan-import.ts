// Where each file of a Jekyll blog goes in a site of ours. Nothing is changed in a text: what a folder said (a category, the
// style of the addresses) is said in the configuration instead.

import type { Config } from '../config/config.ts'
import { roleOf } from '../posts/file-name.ts'
import { baseName } from '../text/url.ts'

export interface ImportPlan {
  /** From a path in the old site to one in the new. */
  readonly copies: readonly { readonly from: string; readonly to: string }[]
  /** Lines to add to the configuration. */
  readonly config: string
  /** What stays behind, and why. */
  readonly left: readonly { readonly what: string; readonly why: string }[]
}

/** `paths` are all files of the old site that Jekyll would read or copy; `includes` those includes that posts use. */
export function planImport(paths: readonly string[], config: Config, includes: readonly string[]): ImportPlan {
  const copies: { from: string; to: string }[] = []
  const left: { what: string; why: string }[] = []
  const categories = new Map<string, readonly string[]>()
  for (const from of paths) {
    const role = roleOf(from, 'jekyll', config.collections_dir, [])
    const name = baseName(from)
    if (role.kind === 'misnamed')
      left.push({ what: from, why: 'Jekyll does not publish it either; name it YYYY-MM-DD-title.md to publish it' })
    else if (role.kind === 'post' || role.kind === 'draft') {
      const folder = role.categories.join('/')
      if (folder !== '') categories.set(folder, role.categories)
      const below = from.replace(/^(?:.*\/)?_(?:posts|drafts)\//, '')
      copies.push({
        from,
        to: ['posts', ...(role.kind === 'draft' ? ['_drafts'] : []), folder, below].filter(part => part !== '').join('/'),
      })
    } else if (/^_(?:layouts|sass|plugins)\//.test(from)) continue
    else if (from.startsWith('_data/') || includes.some(include => from === `_includes/${include}`)) copies.push({ from, to: from })
    else if (/^_/.test(from) || /^(?:Gemfile|Rakefile|.*\.gemspec|README\.md|LICENSE.*|CNAME)$/i.test(name)) {
      if (name === 'CNAME') copies.push({ from, to: `templates/${name}` })
    } else copies.push({ from, to: `posts/${from}` })
  }
  if (paths.some(path => path.startsWith('_layouts/')))
    left.push({
      what: 'the layouts in _layouts',
      why: 'they are Liquid; the default theme takes their place, and templates/ is where yours goes',
    })
  if (paths.some(path => path.startsWith('_plugins/')))
    left.push({ what: 'the plugins in _plugins', why: 'they are Ruby; see what the check says about their tags' })
  return { copies, config: configLines(config, categories), left }
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

/** Names of the includes that a text uses. */
export function includesIn(text: string): string[] {
  return [...text.matchAll(/\{%-?\s*include\s+([\w./-]+)/g)].map(([, name = '']) => name)
}
