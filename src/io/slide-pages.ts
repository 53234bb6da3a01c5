// Pages of PDF files that texts show as pictures, `![Attention](lecture1.pdf#page=3)`: found in the sources, drawn where no earlier build has, and
// given to the site as files of its theme. A PDF file may be anybody's, and what reads it is a million lines of C++: it runs in a process of its
// own, which is ended where it takes too long. No site without such a picture comes here.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { noDrawer, noSuchSlide, unreadableSlides } from '../diagnostics/output.ts'
import { type Source, sourcePath } from '../model.ts'
import type { SiteInput, ThemeFile } from '../site/site-input.ts'
import { lazily } from '../text/lazily.ts'
import { nameOfPage, pdfPageOf } from '../text/pdf-page.ts'
import { positionsIn } from '../text/position.ts'
import { slugify } from '../text/slug.ts'
import { baseName, decodePath, folderOf, isAbsoluteUrl, joinPath } from '../text/url.ts'
import { type DrawnSlides, drawer, hasDrawer, pictureName, type SlidesToDraw } from './draw-slides.ts'
import { hashOfFile } from './hash-of-file.ts'
import { hasSharp } from './sharp.ts'

export interface SlidesIn {
  /** The site's folder, and the one for what is kept between builds, absolute. */
  readonly root: string
  readonly cache: string
  /** Packages that are needed for it and not installed. */
  readonly missing?: readonly string[]
}

/** The site with pictures of the slides that its texts show; what cannot be drawn is told, and its page links to it instead. */
export function withSlidePages(input: SiteInput, place: SlidesIn): Checked<SiteInput> {
  if (input.layouts.length > 0) return { value: input, diagnostics: [] }
  const shown = shownIn(input)
  const known = input.themeFiles.filter(({ shows }) => shows === undefined)
  if (shown.length === 0 && known.length === input.themeFiles.length) return { value: input, diagnostics: [] }
  const files = [...new Set(shown.map(({ source }) => source))]
  const drawn = files.map(file => {
    const ofFile = shown.filter(({ source }) => source === file)
    return drawFile(file, ofFile, place)
  })
  return {
    value: { ...input, themeFiles: [...known, ...drawn.flatMap(({ value }) => value)] },
    diagnostics: drawn.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** A page that a text shows. */
interface Shown {
  readonly source: Source
  readonly page: number
  readonly place: Place
}

function shownIn({ sources, config }: SiteInput): Shown[] {
  const files = new Map<string, Source>(sources.flatMap(source => (/\.pdf$/i.test(source.path) ? [[source.path, source] as const] : [])))
  if (files.size === 0) return []
  const top = config.shape === 'jekyll' ? '' : 'posts'
  return sources.flatMap(({ path, content }) => {
    if (content.kind !== 'text' || !/\.pdf/i.test(content.text)) return []
    const positionOf = positionsIn(content.text)
    return picturesIn(content.text).flatMap(({ url, at }) => {
      const found = isAbsoluteUrl(url) ? undefined : pdfPageOf(url)
      const source = found && files.get(joinPath(found.file.startsWith('/') ? top : folderOf(path), decodePath(found.file)))
      return source === undefined ? [] : [{ source, page: found?.page ?? 1, place: { file: path, position: positionOf(at, url.length) } }]
    })
  })
}

const shownAt = /\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+))|\]\[([^[\]\n]*)\]|<img\b[^<>]*?\ssrc\s*=\s*["']([^"'\n]+)["']/gi

/** The addresses of the images of a text, and where they stand in it. What shows an image in a box of code costs a picture that nobody sees. */
function picturesIn(text: string): { readonly url: string; readonly at: number }[] {
  const addresses = lazily(() => addressesIn(text))
  return [...text.matchAll(shownAt)].flatMap(found => {
    const [whole, angled, bare, label, source] = found
    if (source === undefined && !isImage(text, found.index)) return []
    const url = label === undefined ? (angled ?? bare ?? source ?? '') : (addresses().get(label.toLowerCase()) ?? '')
    return /\.pdf/i.test(url) ? [{ url, at: found.index + Math.max(0, whole.indexOf(url)) }] : []
  })
}

// `![words](…)`: the bracket that this one closes has the sign in front. Words are few.
function isImage(text: string, closing: number): boolean {
  let depth = 0
  for (let at = closing; at > closing - 1000 && at >= 0; at -= 1) {
    if (text[at] === ']') depth += 1
    else if (text[at] === '[' && --depth === 0) return text[at - 1] === '!'
  }
  return false
}

// `[label]: lecture1.pdf#page=3`
function addressesIn(text: string): ReadonlyMap<string, string> {
  const definitions = text.matchAll(/^ {0,3}\[([^[\]\n]+)\]:[ \t]*<?([^\s<>]+)/gm)
  return new Map([...definitions].map(([, label = '', url = '']) => [label.toLowerCase(), url]))
}

function drawFile(
  source: Source,
  shown: readonly Shown[],
  { root, cache, missing: packages = notInstalled() }: SlidesIn,
): Checked<readonly ThemeFile[]> {
  const file = join(root, source.path)
  const folder = join(cache, 'slides')
  const name = `${slugify(baseName(source.path).replace(/\.pdf$/i, '')) || 'slides'}-${hashOfFile(file, 12)}`
  const placeOf = (page: number): string => join(folder, pictureName(name, page))
  const pages = [...new Set(shown.map(({ page }) => page))].sort((one, other) => one - other)
  const missing = pages.filter(page => !existsSync(placeOf(page)))
  const diagnostics = missing.length === 0 ? [] : drawMissing({ file, folder, name, pages: missing }, source, { shown, packages })
  const value = pages
    .filter(page => existsSync(placeOf(page)))
    .map(page => ({
      source: { path: sourcePath(`templates/assets/slides/${pictureName(name, page)}`), content: { kind: 'file' as const }, modified: 0 },
      place: placeOf(page),
      shows: nameOfPage({ file: source.path, page }),
    }))
  return { value, diagnostics }
}

// All that there is to say about one file: what is missing is told where it is first shown.
function drawMissing(
  task: SlidesToDraw,
  { path }: Source,
  { shown, packages }: { readonly shown: readonly Shown[]; readonly packages: readonly string[] },
): Diagnostic[] {
  const placeOf = (page: number): Place => shown.find(each => each.page === page)?.place ?? { file: path }
  const first = placeOf(task.pages[0] ?? 1)
  if (packages.length > 0) return [noDrawer(first, path, packages)]
  const done = draw(task)
  if ('problem' in done) return [unreadableSlides(first, path, done.problem)]
  return task.pages.filter(page => page < 1 || page > done.count).map(page => noSuchSlide(placeOf(page), path, page, done.count))
}

function notInstalled(): readonly string[] {
  return [...(hasDrawer() ? [] : [drawer]), ...(hasSharp() ? [] : ['sharp'])]
}

// Slides take a tenth of a second each; a lecture has a hundred, on a machine that is busy with others.
const longestTime = 120_000

function draw(task: SlidesToDraw): DrawnSlides {
  mkdirSync(task.folder, { recursive: true })
  const { stdout, stderr, error } = spawnSync(process.execPath, [scriptBeside(), JSON.stringify(task)], {
    encoding: 'utf8',
    timeout: longestTime,
  })
  try {
    return JSON.parse(stdout) as DrawnSlides
  } catch {
    const isSlow = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
    return {
      problem: isSlow ? 'it takes more than two minutes' : (stderr.trim().split('\n').at(-1) ?? 'it ended the process that reads it'),
    }
  }
}

// Beside the program; its own tests run it from its sources.
function scriptBeside(): string {
  const [beside, made] = ['slides.js', '../../dist/slides.js'].map(name => fileURLToPath(new URL(name, import.meta.url)))
  return beside !== undefined && existsSync(beside) ? beside : (made ?? '')
}
