// The generators that faults are tried on, each with the smallest theme that shows a title, a text, a list of posts and a list of tags. Faults
// know a site by its posts and by these places, so one detector judges them all.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Tool {
  /** `As Jekyll` is Lectern on the site that is Jekyll's here, with layouts of its own. */
  readonly name: 'Lectern' | 'As Jekyll' | 'Hugo' | 'Jekyll' | 'Eleventy'
  /** Where posts and the site lie, below the folder. */
  readonly posts: string
  readonly output: string
  /** The template of a post, and a file that it can include. */
  readonly template: string
  readonly include: string
  /** How a template, or a text where that cannot, includes that file; and how it counts to two thousand millions. */
  readonly includes: string
  readonly counts: string
  readonly theme: Readonly<Record<string, string>>
  readonly build: (output?: string) => readonly string[]
  readonly serve: (port: number) => readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const main = join(import.meta.dirname, '..', '..', 'dist', 'main.js')
const eleventyFolder = process.env['ELEVENTY'] ?? ''
const eleventyMain = join(eleventyFolder, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs')

export const lectern: Tool = {
  name: 'Lectern',
  posts: 'posts',
  output: 'public',
  template: 'templates/post.eta',
  include: '_includes/loop.html',
  includes: '{% include loop.html %}',
  counts: '{% for i in (1..2000000000) %}x{% endfor %}',
  theme: { '_config.yml': 'title: T\nurl: https://example.org\nsearch: false\n' },
  build: output => [process.execPath, main, 'build', ...(output === undefined ? [] : ['-o', output])],
  serve: port => [process.execPath, main, 'dev', '--port', String(port)],
}

const plainHtml = (title: string, content: string): string =>
  `<!doctype html>\n<html lang="en"><title>${title}</title><h1>${title}</h1>\n${content}\n</html>\n`

const hugo: Tool = {
  name: 'Hugo',
  posts: 'content/posts',
  output: 'public',
  template: 'layouts/_default/single.html',
  include: 'layouts/partials/loop.html',
  includes: '{{ partial "loop.html" . }}',
  counts: '{{ range seq 2000000000 }}x{{ end }}',
  theme: {
    'config.toml':
      'baseURL = "https://example.org/"\ntitle = "T"\n[frontmatter]\ndate = [":filename", ":default"]\n[permalinks]\nposts = "/:year/:month/:day/:slug/"\n',
    'layouts/_default/single.html': plainHtml('{{ .Title }}', '{{ .Content }}'),
    'layouts/_default/list.html': plainHtml('{{ .Title }}', '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'),
    'layouts/index.html': plainHtml('Home', '{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'),
  },
  build: output => ['hugo', '--quiet', ...(output === undefined ? [] : ['-d', output])],
  serve: port => ['hugo', 'server', '--port', String(port), '--disableLiveReload=false'],
}

const jekyll: Tool = {
  name: 'Jekyll',
  posts: '_posts',
  output: '_site',
  template: '_layouts/post.html',
  include: '_includes/loop.html',
  includes: '{% include loop.html %}',
  counts: '{% for i in (1..2000000000) %}x{% endfor %}',
  theme: {
    '_config.yml': 'title: T\nurl: https://example.org\ndefaults:\n  - scope: { path: "", type: posts }\n    values: { layout: post }\n',
    '_layouts/post.html': plainHtml('{{ page.title }}', '{{ content }}'),
    'index.html': `---\n---\n${plainHtml('Home', '{% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}')}`,
    'tags/index.html': `---\n---\n${plainHtml('Tags', '{% for tag in site.tags %}<a href="#{{ tag[0] | slugify }}">{{ tag[0] }}</a><h2 id="{{ tag[0] | slugify }}"></h2>{% for post in tag[1] %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}{% endfor %}')}`,
    'feed.xml':
      '---\n---\n<feed xmlns="http://www.w3.org/2005/Atom">{% for post in site.posts %}<entry><title>{{ post.title | xml_escape }}</title><content>{{ post.content | xml_escape }}</content></entry>{% endfor %}</feed>\n',
  },
  build: output => ['jekyll', 'build', ...(output === undefined ? [] : ['-d', output])],
  serve: port => ['jekyll', 'serve', '--livereload', '--port', String(port), '--livereload-port', String(port + 1)],
}

const eleventy: Tool = {
  name: 'Eleventy',
  posts: 'posts',
  output: '_site',
  template: '_includes/post.liquid',
  include: '_includes/loop.liquid',
  includes: '{% include "loop" %}',
  counts: '{% for i in (1..2000000000) %}x{% endfor %}',
  theme: {
    'posts/posts.json': '{ "layout": "post.liquid", "posting": true }\n',
    '_includes/post.liquid': plainHtml('{{ title }}', '{{ content }}'),
    'index.liquid': plainHtml(
      'Home',
      '{% for post in collections.all %}{% if post.data.posting %}<a href="{{ post.url }}">{{ post.data.title }}</a>{% endif %}{% endfor %}',
    ),
    'tag.liquid': `---\npagination: { data: collections, size: 1, alias: tag }\npermalink: /tags/{{ tag | slugify }}/\n---\n${plainHtml('{{ tag }}', '{% for post in collections[tag] %}{% if post.data.posting %}<a href="{{ post.url }}">{{ post.data.title }}</a>{% endif %}{% endfor %}')}`,
    'feed.liquid':
      '---\npermalink: /feed.xml\n---\n<feed xmlns="http://www.w3.org/2005/Atom">{% for post in collections.all %}{% if post.data.posting %}<entry><title>{{ post.data.title | escape }}</title><content>{{ post.content | escape }}</content></entry>{% endif %}{% endfor %}</feed>\n',
    'package.json': '{ "private": true }\n',
  },
  build: output => [process.execPath, eleventyMain, '--quiet', ...(output === undefined ? [] : [`--output=${output}`])],
  serve: port => [process.execPath, eleventyMain, '--serve', '--quiet', `--port=${port}`],
}

/** Lectern as it builds what was written for Jekyll. A theme's ids are its own affair, so these are as they should be. */
export const lecternAsJekyll: Tool = {
  ...jekyll,
  name: 'As Jekyll',
  theme: {
    ...jekyll.theme,
    'tags/index.html': `---\n---\n${plainHtml('Tags', '{% for tag in site.tags %}<a href="#{{ forloop.index }}">{{ tag[0] }}</a><h2 id="{{ forloop.index }}"></h2>{% for post in tag[1] %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}{% endfor %}')}`,
  },
  build: lectern.build,
  serve: lectern.serve,
}

export function isLectern({ name }: Tool): boolean {
  return name === 'Lectern' || name === 'As Jekyll'
}

/** Those that are installed on this machine, Lectern first. */
export function installedTools(): Tool[] {
  return [
    lectern,
    lecternAsJekyll,
    ...(isInstalled('hugo') ? [hugo] : []),
    ...(isInstalled('jekyll') ? [jekyll] : []),
    ...(existsSync(eleventyMain) ? [eleventy] : []),
  ]
}

export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

export interface Ran {
  readonly code: number | null
  readonly text: string
  readonly milliseconds: number
  readonly isKilled: boolean
}

/** A site of a tool's in a folder of its own. */
export interface Place {
  readonly tool: Tool
  readonly folder: string
  readonly output: string
  readonly put: (path: string, content: string | Uint8Array) => void
  /** Puts a post; names of files are `2024-01-01-a.md`. */
  readonly post: (name: string, content: string | Uint8Array) => void
  readonly build: (options?: { readonly env?: Record<string, string>; readonly output?: string; readonly seconds?: number }) => Ran
  /** The command of a build, for whoever starts it otherwise. */
  readonly command: readonly string[]
  /** Texts of the site's files by their paths; undefined where there is no site. */
  readonly site: () => ReadonlyMap<string, Buffer> | undefined
  readonly remove: () => void
}

export function makePlace(tool: Tool, above = tmpdir()): Place {
  const outer = mkdtempSync(join(above, 'faults-'))
  const folder = join(outer, 'site')
  mkdirSync(join(folder, tool.posts), { recursive: true })
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  for (const [path, text] of Object.entries(tool.theme)) put(path, text)
  if (tool.name === 'Eleventy') symlinkSync(join(eleventyFolder, 'node_modules'), join(folder, 'node_modules'))
  const output = join(folder, tool.output)
  return {
    tool,
    folder,
    output,
    put,
    post: (name, content) => put(join(tool.posts, name), content),
    build: ({ env = {}, output: other, seconds = 60 } = {}) => run(tool.build(other), folder, { env: { ...tool.env, ...env }, seconds }),
    command: tool.build(),
    site: () => filesIn(output),
    remove: () => rmSync(outer, { recursive: true, force: true }),
  }
}

/** Runs a command that may use so many seconds of the processor: those do not depend on what else the machine does. What waits for ever
    uses none, and is ended after ten times as many by the clock. */
export function run(
  command: readonly string[],
  folder: string,
  { env = {}, seconds }: { readonly env?: Record<string, string>; readonly seconds: number },
): Ran {
  const began = performance.now()
  const { status, stdout, stderr, signal } = spawnSync('sh', ['-c', `ulimit -t ${seconds} && exec "$@"`, 'sh', ...command], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: seconds * 10_000,
    killSignal: 'SIGKILL',
    maxBuffer: 64e6,
  })
  return { code: status, text: `${stdout}${stderr}`, milliseconds: performance.now() - began, isKilled: signal !== null }
}

export function filesIn(folder: string): Map<string, Buffer> | undefined {
  if (!existsSync(folder)) return undefined
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
  return new Map(
    entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path)]),
  )
}

export interface Served {
  readonly port: number
  readonly pid: number
  /** What it has said so far. */
  readonly said: () => string
  readonly isAlive: () => boolean
  /** Ends it by a signal; answers milliseconds until it has ended, `Infinity` where it had to be killed. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number>
}

/** The preview of a site, once it answers. */
export async function serve(
  place: Pick<Place, 'tool' | 'folder'>,
  wrapped: (command: readonly string[]) => readonly string[] = c => c,
): Promise<Served> {
  const port = await freePort()
  const [program = '', ...args] = wrapped(place.tool.serve(port))
  const child = spawn(program, args, { cwd: place.folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)))
  const served = {
    port,
    pid: child.pid ?? 0,
    said: () => said,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    end: endOf(child),
  }
  let isReady = false
  await until(async () => {
    if (!served.isAlive()) return true
    const answer = await fetch(`http://localhost:${port}/`)
    await answer.text()
    isReady = answer.ok
    return isReady
  }, 120)
  if (isReady) return served
  await served.end('SIGKILL')
  throw new Error(`${place.tool.name} does not serve: ${said.slice(0, 500)}`)
}

function endOf(child: ChildProcess): Served['end'] {
  return async (signal = 'SIGINT') => {
    if (child.exitCode !== null || child.signalCode !== null) return 0
    const began = performance.now()
    const ended = new Promise<number>(resolve => child.once('exit', () => resolve(performance.now() - began)))
    child.kill(signal)
    const took = await Promise.race([ended, sleep(10_000).then(() => Number.POSITIVE_INFINITY)])
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL')
    } catch {
      // Nobody of its group is left.
    }
    return took
  }
}

/** Waits until something holds, for a minute at most; answers whether it does. What is refused meanwhile may hold later. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<boolean> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(50))
    if (await Promise.resolve(holds()).catch(() => false)) return true
  return false
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}
