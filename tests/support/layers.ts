// The parts of the program, from the bottom up: what each is for, which parts it may import, and what it may touch of the world outside. The
// manual prints this table, and `tests/architecture.test.ts` holds the code to it.

export interface Part {
  readonly what: string
  /** Parts further up in this table; `all` for every one of them. */
  readonly imports: readonly string[] | 'all'
  /** Nothing, where it is left out. */
  readonly touches?: readonly Outside[]
}

/** What lies outside the program, each with the modules and expressions that reach it. */
export type Outside = 'files' | 'threads' | 'sockets' | 'programs' | 'process' | 'browser'

export const outside: Readonly<Record<Outside, { readonly modules: RegExp; readonly code: RegExp }>> = {
  files: { modules: /^node:fs(?:\/|$)|^sharp$|^image-size$|^pagefind$/, code: /getBuiltinModule\('(?:node:)?fs/ },
  threads: { modules: /^node:(?:worker_threads|cluster|os)$/, code: /\bnew Worker\(/ },
  sockets: { modules: /^node:(?:net|http2?|https|dgram|tls|dns)$/, code: /\bfetch\(/ },
  programs: { modules: /^node:child_process$|^launch-editor$/, code: /getBuiltinModule\('(?:node:)?child_process/ },
  process: {
    modules: /^node:process$/,
    code: /\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.(?:env|exit|stdout|stderr|argv|on|once)\b/,
  },
  browser: {
    modules: /^idiomorph$/,
    code: /\b(?<![\w.])document\.(?:body|documentElement|querySelector|createElement|addEventListener)|\bwindow\.|\blocalStorage\b/,
  },
}

const ground = ['text', 'words', 'model.ts', 'body.ts']
const base = [...ground, 'diagnostic.ts', 'diagnostics']

export const parts: Readonly<Record<string, Part>> = {
  text: { what: 'strings, dates, zones, slugs, tags of HTML; knows nothing of blogs', imports: [] },
  words: { what: 'what the theme says by itself, one file a language; how a phrase and a date are said in it', imports: ['text'] },
  'model.ts': { what: 'the nouns, all read-only, and the constructors of their brands', imports: ['text', 'words'] },
  'body.ts': { what: 'a text as it was read, and what its writing depends on', imports: ['text', 'words', 'model.ts'] },
  'diagnostic.ts': { what: 'what a diagnostic is', imports: ground },
  diagnostics: { what: 'every diagnostic there is, a constructor each', imports: [...ground, 'diagnostic.ts'] },
  config: { what: '`_config.yml` into a typed value; YAML', imports: base },
  book: { what: 'the texts of a course as an EPUB file', imports: [...base] },
  citing: { what: 'bibliographies into references, by our own style or one of CSL', imports: [...base, 'config'] },
  posts: { what: 'a source into a post or page', imports: [...base, 'config'] },
  course: { what: 'which posts are lectures of which course, and why', imports: [...base, 'config', 'posts'] },
  markdown: { what: 'a text into a body, a body into HTML; `kramdown/` in it reads Jekyll’s dialect', imports: [...base, 'citing'] },
  liquid: { what: 'Jekyll’s Liquid in a text, before Markdown', imports: [...base, 'config', 'markdown'] },
  templates: { what: 'the contract with templates, and the engine', imports: [...base, 'config'] },
  site: { what: 'what a site is made from; all entries into one site: groups, links', imports: [...base, 'config', 'templates'] },
  pages: {
    what: 'the site into pages, one kind a file',
    imports: [...base, 'config', 'book', 'citing', 'posts', 'course', 'templates', 'site'],
  },
  authoring: { what: 'what a new site, a new post and a published draft begin with', imports: [...base, 'config', 'posts', 'course'] },
  jekyll: {
    what: 'what Jekyll and its plugins make of a site with its own layouts: its pages, Sass, feeds, tags for the head',
    imports: [...base, 'config', 'posts', 'pages'],
  },
  migration: {
    what: 'what an old site had and a new one would lose; redirects, the lock, the import',
    imports: [...base, 'config', 'posts'],
  },
  check: {
    what: 'what is wrong with a finished site, and what is worth a look',
    imports: [...base, 'config', 'site', 'migration'],
  },
  io: {
    what: 'the disk: reads a folder, stages and publishes files, keeps what a build leaves; a leaf, which asks nobody above',
    imports: [...base, 'config', 'book', 'templates', 'site'],
    touches: ['files', 'programs', 'threads'],
  },
  render: {
    what: 'a site made ready, its pages rendered, by one thread or several; what is remembered and kept, and the laws of it',
    imports: [
      ...base,
      'config',
      'posts',
      'markdown',
      'liquid',
      'templates',
      'book',
      'citing',
      'course',
      'site',
      'pages',
      'jekyll',
      'check',
      'io',
    ],
    touches: ['threads'],
  },
  'build.ts': { what: 'a whole build on one screen', imports: [...base, 'config', 'site', 'migration', 'io', 'render'] },
  server: {
    what: 'the live preview: watcher, HTTP, and in `client/` the script of its pages',
    imports: [...base, 'config', 'pages', 'site', 'io', 'render'],
    touches: ['files', 'sockets', 'programs', 'browser', 'process'],
  },
  cli: { what: 'the command line', imports: 'all', touches: ['files', 'sockets'] },
  'main.ts': { what: 'the only file that knows the process', imports: 'all', touches: ['files', 'programs', 'process'] },
  launch: { what: 'makes `dist` of all this, and starts it as V8 compiled it before', imports: 'all', touches: ['files', 'process'] },
}

export interface Import {
  readonly from: string
  /** A file of `src`, or the name of a module. */
  readonly of: string
  readonly isType: boolean
}

/** Every import of a file, whatever its form: `import`, `export … from`, `import()`. */
export function importsOf(file: string, text: string): Import[] {
  const code = withoutComments(text)
  const forms =
    /^\s*(import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"`]([^'"`$]+)|\bimport\('([^']+)'\)/gm
  return [...code.matchAll(forms)].map(([, , type, from, dynamic, inType]) => {
    const name = from ?? dynamic ?? inType ?? ''
    return { from: file, of: name.startsWith('.') ? joined(file, name) : name, isType: type !== undefined }
  })
}

export function withoutComments(text: string): string {
  return text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '').replace(/\s\/\/ .*$/gm, '')
}

function joined(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

export function partOf(file: string): string {
  return file.split('/')[0] ?? ''
}

/** What in these files (texts by their path below `src`) breaks the table, a line each. */
export function violations(files: ReadonlyMap<string, string>): string[] {
  const names = Object.keys(parts)
  return [...files].flatMap(([file, text]) => {
    const name = partOf(file)
    const part = parts[name]
    if (part === undefined) return [`${file} belongs to no part`]
    const imports = importsOf(file, text)
    const below = part.imports === 'all' ? names.slice(0, names.indexOf(name)) : part.imports
    const wrong = imports
      .filter(({ of }) => of.endsWith('.ts') && partOf(of) !== name && !below.includes(partOf(of)))
      .map(({ of }) => `${file} imports ${of}`)
    return [...wrong, ...touched(file, text, imports, part)]
  })
}

function touched(file: string, text: string, imports: readonly Import[], { touches = [] }: Part): string[] {
  const code = withoutComments(text)
  return Object.entries(outside)
    .filter(([name]) => !touches.includes(name as Outside))
    .filter(([, { modules, code: expression }]) => imports.some(({ of, isType }) => !isType && modules.test(of)) || expression.test(code))
    .map(([name]) => `${file} touches ${name}`)
}

/** The manual's table. */
export function layerTable(): string {
  const list = (names: readonly string[]): string => names.map(name => `\`${name}\``).join(', ')
  const rows = Object.entries(parts).map(([name, { what, imports, touches = [] }]) => {
    const label = name.endsWith('.ts') ? name : `${name}/`
    const may = imports === 'all' ? 'all above' : imports.length === 0 ? 'nothing' : list(imports)
    return `| \`${label}\` | ${what} | ${may} | ${touches.join(', ') || '—'} |`
  })
  return ['| Part | What it does | May import | May touch |', '|---|---|---|---|', ...rows].join('\n')
}
