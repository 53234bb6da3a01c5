// The other generators, each with a small site of the same posts: a page for each post and tag, lists of ten, a feed, coloured code.
// Where one is not installed it is left out. Hugo and Jekyll are looked for as commands; Eleventy (`@11ty/eleventy` and
// `@11ty/eleventy-plugin-syntaxhighlight`) in the folder that ELEVENTY names, in whose node_modules it lies.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Generator {
  readonly name: string
  /** The folder of the posts, below the site's. */
  readonly posts: string
  /** The other files of the site. */
  readonly files: Readonly<Record<string, string>>
  readonly output: string
  /** What a cold build must not find. */
  readonly caches: readonly string[]
  readonly command: readonly [program: string, ...args: readonly string[]]
  readonly modules?: string
  /** Above this many posts it takes minutes. */
  readonly most?: number
}

const eleventy = process.env['ELEVENTY'] ?? ''
const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<a href="/">Notes</a>\n<main>\n${body}\n</main>\n</body>\n</html>\n`

const rivals: readonly Generator[] = [
  {
    name: 'Hugo',
    posts: 'content/posts',
    output: 'public',
    caches: ['resources', '.hugo_build.lock'],
    command: ['hugo', '--quiet'],
    files: {
      'config.toml': `baseURL = 'https://example.org/'
title = 'Notes'
[frontmatter]
date = ['date', ':filename']
[permalinks]
posts = '/:year/:month/:day/:slug/'
[markup.highlight]
noClasses = false
`,
      'layouts/_default/single.html': page(
        '{{ .Title }}',
        '<h1>{{ .Title }}</h1>\n<time>{{ .Date.Format "2 January 2006" }}</time>\n{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>\n{{ end }}{{ .TableOfContents }}\n{{ .Content }}\n{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}\n{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
      ),
      'layouts/_default/list.html': page(
        '{{ .Title }}',
        '<h1>{{ .Title }}</h1>\n{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>\n{{ end }}',
      ),
      'layouts/index.html': page(
        '{{ .Title }}',
        '{{ range (.Paginate site.RegularPages 10).Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>\n<p>{{ .Summary }}</p>\n{{ end }}',
      ),
    },
  },
  {
    name: 'Eleventy',
    posts: 'posts',
    output: '_site',
    caches: ['.cache'],
    command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    modules: join(eleventy, 'node_modules'),
    files: {
      'eleventy.config.mjs': `import highlight from '@11ty/eleventy-plugin-syntaxhighlight'
export default config => {
  config.addPlugin(highlight)
  config.addLayoutAlias('post', 'post.liquid')
  config.addCollection('notes', all => all.getFilteredByGlob('posts/*.md'))
  return { markdownTemplateEngine: false }
}
`,
      '_includes/post.liquid': page(
        '{{ title }}',
        '<h1>{{ title }}</h1>\n<time>{{ page.date | date: "%d %B %Y" }}</time>\n{% for tag in tags %}<a href="/tags/{{ tag | slugify }}/">{{ tag }}</a>\n{% endfor %}{{ content }}',
      ),
      'index.liquid': `---\npagination:\n  data: collections.notes\n  size: 10\n  reverse: true\n  alias: notes\n---\n${page('Notes', '{% for note in notes %}<h2><a href="{{ note.url }}">{{ note.data.title }}</a></h2>\n{% endfor %}')}`,
      'tags.liquid': `---\npagination:\n  data: collections\n  size: 1\n  alias: tag\n  filter: [all, notes]\npermalink: /tags/{{ tag | slugify }}/\n---\n${page('{{ tag }}', '{% for note in collections[tag] %}<a href="{{ note.url }}">{{ note.data.title }}</a>\n{% endfor %}')}`,
      'feed.liquid': `---\npermalink: /feed.xml\n---\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Notes</title>\n{% assign newest = collections.notes | reverse %}{% for note in newest limit: 10 %}<entry><title>{{ note.data.title | escape }}</title><link href="{{ note.url }}"/><content type="html">{{ note.content | escape }}</content></entry>\n{% endfor %}</feed>\n`,
    },
  },
  {
    name: 'Jekyll',
    posts: '_posts',
    output: '_site',
    caches: ['.jekyll-cache'],
    command: ['jekyll', 'build', '--quiet'],
    most: 1000,
    files: {
      '_config.yml': 'title: Notes\nurl: https://example.org\npermalink: pretty\n',
      '_layouts/post.html': page(
        '{{ page.title }}',
        '<h1>{{ page.title }}</h1>\n<time>{{ page.date | date: "%d %B %Y" }}</time>\n{% for tag in page.tags %}{{ tag }}\n{% endfor %}{{ content }}\n<a href="{{ page.previous.url }}">{{ page.previous.title }}</a>\n<a href="{{ page.next.url }}">{{ page.next.title }}</a>',
      ),
      'index.html': `---\n---\n${page('Notes', '{% for post in site.posts limit: 10 %}<h2><a href="{{ post.url }}">{{ post.title }}</a></h2>\n{{ post.excerpt }}\n{% endfor %}')}`,
    },
  },
]

/** Lectern and those of its rivals that are here; `program` is the bundle. */
export function generators(program: string): Generator[] {
  const lectern: Generator = {
    name: 'Lectern',
    posts: 'posts',
    output: 'public',
    caches: ['.cache'],
    command: [process.execPath, program, 'build', '--quiet'],
    // Search is an index that the others do not make.
    files: { '_config.yml': 'title: Notes\nurl: https://example.org\nsearch: false\n' },
  }
  return [lectern, ...rivals.filter(isHere)]
}

function isHere({ command: [program, ...args], modules }: Generator): boolean {
  if (modules !== undefined) return eleventy !== '' && existsSync(join(modules, ...(args[0] ?? '').split('/').slice(1)))
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export function placeSite({ files, modules }: Generator, folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (modules !== undefined) symlinkSync(modules, join(folder, 'node_modules'))
}
