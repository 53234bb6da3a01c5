// Which layout shows a text: one of our templates, or of the layouts that a Jekyll site has of its own.

import type { Config } from '../config/config.ts'
import { defaultOf } from '../config/defaults.ts'
import type { Checked } from '../diagnostic.ts'
import { foreignLayout, missingLayout, unknownLayout } from '../diagnostics/templates.ts'
import type { Source } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { outputExtension } from './formats.ts'
import type { SplitFile } from './front-matter.ts'
import type { FrontMatter } from './keys.ts'

/** What texts may ask for by `layout`. */
export interface Layouts {
  readonly names: ReadonlySet<string>
  readonly areOwn: boolean
  /** Whether a Markdown file without front matter is a page of a Jekyll site. */
  readonly takesBare: (path: string) => boolean
}

export interface LayoutAsked {
  readonly source: Source
  readonly file: SplitFile
  readonly config: Config
  readonly layouts: Layouts
  readonly keys: FrontMatter
}

/** `none` means the bare text. */
export function chooseLayout(asked: LayoutAsked, kind: 'post' | 'page'): Checked<string> {
  if (kind === 'page' && wantsNone(asked)) return { value: 'none', diagnostics: [] }
  return asked.layouts.areOwn ? ownLayout(asked) : template(asked, kind)
}

// A page that leaves `layout` empty wants none, where a document would take the default (convertible.rb, document.rb). Our templates are for
// what is Markdown or HTML.
function wantsNone({ file, source, config, layouts }: LayoutAsked): boolean {
  if (!layouts.areOwn && !/^\.(?:x?html?)?$/.test(outputExtension(source.path, config))) return true
  if (config.shape !== 'jekyll') return false
  return ('layout' in file.data ? file.data['layout'] : defaultOf('layout', config.scopes, source.path, 'pages')) === null
}

// In Jekyll no layout is given unless somebody asks, and without the one that is asked for the text stands alone.
function ownLayout({ keys: { layout = 'none' }, layouts: { names }, file }: LayoutAsked): Checked<string> {
  if (layout === 'none' || names.has(layout)) return { value: layout, diagnostics: [] }
  return { value: 'none', diagnostics: [missingLayout(file.placeOf('layout', 'value'), layout, nearest(layout, [...names]))] }
}

// A layout that no template has falls back to the kind's own.
function template({ keys, layouts: { names }, file, config }: LayoutAsked, kind: 'post' | 'page'): Checked<string> {
  // What most themes for Jekyll call the layout of whatever has no other.
  const layout = keys.layout === undefined || keys.layout === 'default' ? kind : keys.layout
  if (layout === 'none' || names.has(layout)) return { value: layout, diagnostics: [] }
  const near = nearest(
    layout,
    [...names].filter(name => !name.includes('/')),
  )
  const tell = config.shape === 'jekyll' || isForeign(layout) ? foreignLayout : unknownLayout
  return { value: kind, diagnostics: [tell(file.placeOf('layout', 'value'), layout, kind, near)] }
}

// A blog that comes from elsewhere names what its theme had, in every post, and is read all the same. A name with a dot or a slash is another
// generator's; these are layouts of the themes that most Jekyll blogs use: Minima, Minimal Mistakes, Chirpy, al-folio, Just the Docs, Beautiful
// Jekyll, Hydejack.
const foreignNames = new Set([
  ...['about', 'archive', 'archive-taxonomy', 'base', 'bib', 'blog', 'book-review', 'collection', 'compress', 'course', 'cv', 'distill'],
  ...['grid', 'landing', 'list', 'minimal', 'note', 'notes', 'page-fullwidth', 'posts', 'presentation', 'profiles', 'project', 'projects'],
  ...['single', 'splash', 'welcome', 'wide'],
])

function isForeign(layout: string): boolean {
  return foreignNames.has(layout) || /[./]/.test(layout)
}
