// A site made ready: sources are parsed into entries, entries make a site, the site makes pages. Nothing is rendered before somebody asks for a
// page: a build asks for all of them, a preview for the one that it shows.

import { type Bibliographies, findBibliographies, noBibliographies } from '../citing/bibliographies.ts'
import { hasPages } from '../config/collections.ts'
import { type Config, dialectOf, kramdownOf } from '../config/config.ts'
import { readHosts } from '../config/deploy.ts'
import { knownAuthors } from '../config/known-authors.ts'
import { mathModeOf } from '../config/math.ts'
import { pluginsOf } from '../config/plugins.ts'
import type { Course } from '../course/course.ts'
import { type Findings, findCourses, noCourses } from '../course/find-courses.ts'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { type JekyllPages, jekyllPages, toldBy, withoutReplaced } from '../jekyll/jekyll-site.ts'
import { readLayouts } from '../jekyll/layouts.ts'
import { chosenLists } from '../jekyll/pages/chosen-lists.ts'
import { paginatedLists } from '../jekyll/pages/paginated-lists.ts'
import { mayHaveDiagram } from '../markdown/diagrams.ts'
import { makeHighlighter } from '../markdown/highlighter.ts'
import { makeMarkdown } from '../markdown/markdown.ts'
import { mayHaveMath } from '../markdown/math/set-aside.ts'
import type { Entry, Site, Source, StaticFile } from '../model.ts'
import { deploy } from '../pages/deploy.ts'
import type { Page } from '../pages/page.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import { type SettledAddresses, settleAddresses } from '../pages/settle-addresses.ts'
import { sitemapAndRobots } from '../pages/sitemap.ts'
import { viewOf } from '../pages/view.ts'
import type { FileRole } from '../posts/file-name.ts'
import { splitFrontMatter } from '../posts/front-matter.ts'
import type { Layouts } from '../posts/layout.ts'
import { parseEntry } from '../posts/parse-entry.ts'
import { publish } from '../posts/publish.ts'
import { readRoles } from '../posts/roles.ts'
import { isStatic, staticFile, themeFile, underContentName } from '../posts/static-file.ts'
import { makeSite } from '../site/make-site.ts'
import type { SiteInput, ThemeFile } from '../site/site-input.ts'
import { makeTemplates } from '../templates/engine.ts'
import type { Moment } from '../text/dates.ts'
import { bareSources, isBareFile, jekyllEntries, takesBareMarkdown, withoutOriginals } from './jekyll-entries.ts'
import { type Markdown, memoryForOnce, type ParsedSource, type Signs, type SiteMemory } from './memory.ts'
import { makeRenderer, type Renderer, type RendererTools } from './renderer.ts'
import { writingOrder } from './writing-order.ts'

/** A site of which nothing is rendered yet. */
export interface LoadedSite extends SettledAddresses {
  readonly site: Site
  /** Posts and pages. */
  readonly entries: readonly Entry[]
  /** The courses of the site, and what is known of entries as lectures. */
  readonly courses: Findings
  readonly renderer: Renderer
  /** What is wrong with the sources; what is wrong with a page is told with the page. */
  readonly diagnostics: readonly Diagnostic[]
  /** For the next loading. */
  readonly memory: SiteMemory
}

export interface LoadOptions extends RendererTools {
  /** The moment of the build. */
  readonly now: Moment
  /** What is remembered for other loadings; nothing by default. */
  readonly memory?: SiteMemory
}

export function loadSite(written: SiteInput, { now, memory = memoryForOnce(), ...tools }: LoadOptions): LoadedSite {
  const input = withKnownAuthor(written)
  const { config } = input
  const markdown = memory.markdown(() => markdownFor(config))
  const templates = memory.templates(input.templates, () => makeTemplates(input.templates))
  const layouts = readLayouts(input.layouts)
  const areOwn = layouts.value.size > 0
  const names = { names: areOwn ? new Set(layouts.value.keys()) : templates.names, areOwn, takesBare: takesBareMarkdown(config) }
  const rolesOf = readRoles(config)
  const parsed = input.sources.flatMap(source => memory.parsed(source, () => parseSource(source, rolesOf(source.path), input, names)))
  const copied = copiedFiles(parsed, input, memory)
  const published = publish(
    parsed.flatMap(({ entry }) => entry.value ?? []),
    config,
    now,
  )
  const entries =
    config.shape === 'jekyll' ? jekyllEntries(published.value, { input, files: copied, layouts: layouts.value, markdown }) : published.value
  const files = withoutOriginals(copied, entries, config)
  const courses = areOwn ? { value: noCourses, diagnostics: [] } : coursesOf(entries, parsed, input)
  const bibliographies = areOwn ? noBibliographies : bibliographiesOf(entries, input, memory)
  const whole = makeSite(entries, files, config, now)
  const { courses: all } = courses.value
  const { site, pages, ...jekyll } = areOwn ? jekyllPages(whole, config, layouts.value, bareSources(input)) : ourPages(whole, config, all)
  // A site with a look of its own gets what its configuration asks for, too.
  const settled = areOwn
    ? settleAddresses([...pages, ...hostFiles(site, config)], site.files, writingOrder(site, config))
    : settleAddresses(pages, site.files)
  const diagnostics = [
    ...layouts.diagnostics,
    ...parsed.flatMap(({ entry }) => entry.diagnostics),
    ...published.diagnostics,
    ...courses.diagnostics,
    ...bibliographies.diagnostics,
    ...settled.diagnostics,
  ]
  const made = { input, site, pages: settled.value.pages, jekyll, courses: courses.value, bibliographies }
  const renderer = makeRenderer({ ...made, markdown, templates, memory, tools })
  return { site, entries: [...site.posts, ...site.pages], ...settled.value, courses: courses.value, renderer, diagnostics, memory }
}

function withKnownAuthor(input: SiteInput): SiteInput {
  const { config, data } = input
  return { ...input, config: { ...config, author: knownAuthors(config.author, data) } }
}

function byKnownAuthors({ value: entry, diagnostics }: Checked<Entry | undefined>, { data }: SiteInput): Checked<Entry | undefined> {
  return { value: entry && { ...entry, authors: knownAuthors(entry.authors, data) }, diagnostics }
}

// What is wrong with a file is told once.
function parseSource(source: Source, roles: readonly FileRole[], input: SiteInput, layouts: Layouts): ParsedSource[] {
  const parsed = roles.map(role => ({
    source,
    role,
    entry: byKnownAuthors(parseEntry(source, role, input.config, layouts), input),
  }))
  return parsed.map((one, index) => (index === 0 ? one : { ...one, entry: { value: one.entry.value, diagnostics: [] } }))
}

function coursesOf(entries: readonly Entry[], parsed: readonly ParsedSource[], { config, data, sources }: SiteInput): Checked<Findings> {
  const mayBeLecture = (entry: Entry): boolean =>
    entry.kind === 'post' || (entry.collection !== undefined && hasPages(config, entry.collection))
  const published = new Set(entries.map(({ source }) => source))
  const hidden = parsed.flatMap(({ entry: { value } }) => (value === undefined || published.has(value.source) ? [] : [value]))
  const paths = new Set<string>(sources.map(({ path }) => path))
  const hasFile = (path: string): boolean => paths.has(path)
  return findCourses(entries.filter(mayBeLecture), {
    config,
    data,
    hidden: hidden.filter(mayBeLecture),
    placeOf: placesIn(sources),
    hasFile,
  })
}

function bibliographiesOf(entries: readonly Entry[], { config, sources, bibliographies }: SiteInput, memory: SiteMemory): Bibliographies {
  return findBibliographies({ sources: bibliographies, config, entries, read: memory.bibliographies, placeOf: placesIn(sources) })
}

// Where an entry's front matter has a key.
function placesIn(sources: readonly Source[]): (entry: Entry, key: string) => Place {
  return (entry, key) => {
    const content = sources.find(({ path }) => path === entry.source)?.content
    return splitFrontMatter(entry.source, content?.kind === 'text' ? content.text : '').value.placeOf(key, 'value')
  }
}

function copiedFiles(
  parsed: readonly ParsedSource[],
  { config, sources, themeFiles, mathFiles }: SiteInput,
  { signs }: SiteMemory,
): StaticFile[] {
  const has = (sign: keyof Signs): boolean => sources.some(source => signs(source, () => signsIn(source))[sign])
  // A site in a look of its own has no files of the theme.
  const themed =
    themeFiles.length === 0 || has('diagrams')
      ? themeFiles
      : themeFiles.filter(({ source }) => !source.path.startsWith('templates/assets/diagrams/'))
  const beside = parsed.filter(
    ({ source, role, entry }) => (entry.value === undefined || isBareFile(source, config)) && isStatic(source, role),
  )
  return [
    ...beside.map(({ source, role }) => staticFile(source, role, config)),
    ...[...themed, ...(mathFiles.length > 0 && has('math') ? mathFiles : [])].flatMap(filesOfTheme),
  ]
}

function signsIn({ content }: Source): Signs {
  return content.kind === 'text'
    ? { diagrams: mayHaveDiagram(content.text), math: mayHaveMath(content.text) }
    : { diagrams: false, math: false }
}

// Under its own name too, by which an author may have linked to it.
function filesOfTheme({ source, contentName, shows }: ThemeFile): StaticFile[] {
  const plain = themeFile(source)
  if (shows !== undefined) return [{ ...plain, shows }]
  return contentName === undefined ? [plain] : [plain, underContentName(plain, contentName)]
}

// To see the site as our pages do is a fifth of loading it, so nobody does who names no host.
function hostFiles(site: Site, config: Config): readonly Page[] {
  return readHosts(config.deploy).known.length === 0 ? [] : deploy(viewOf(site, config, []))
}

// A list in pages that a Jekyll author has written by himself stays his, whoever's the look is.
function ourPages(made: Site, config: Config, courses: readonly Course[]): JekyllPages {
  const has = pluginsOf(config)
  const lists =
    config.shape === 'jekyll' ? [paginatedLists, chosenLists].map(kind => kind({ site: made, config, has, layouts: new Map() })) : []
  const added = lists.flatMap(({ pages = [] }) => pages)
  const site = added.length === 0 ? made : { ...made, pages: [...withoutReplaced(made.pages, lists), ...added.map(({ entry }) => entry)] }
  const view = viewOf(site, config, courses)
  const pages: readonly Page[] = pageKinds.flatMap(kind => kind(view))
  return { site, pages: [...pages, ...sitemapAndRobots(pages, config)], layouts: new Map(), has, told: toldBy(lists) }
}

function markdownFor(config: Config): Markdown {
  const highlighter = makeHighlighter()
  const options = { dialect: dialectOf(config), kramdown: kramdownOf(config), buildsMath: mathModeOf(config) === 'build' }
  return { highlighter, ...makeMarkdown(options, highlighter) }
}
