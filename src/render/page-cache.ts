// Which pages of the last build can stay as they are. Kept beside the output: the fingerprint of everything but the bodies and, for each
// page, the bodies and pictures that it showed when it was rendered, which are watched, not declared. A page is left alone if all of
// that is the same and its file is the one that was written. A page that complained is rendered again, so that it complains again.
//
// The list is as long as the site and is replaced in one step, so it cannot grow and two builds at once cannot mix theirs. What does
// not hash to its own first line, was made by another version, or speaks of a file that somebody has changed since, is not trusted.

import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Stamp } from '../io/staging.ts'
import type { Entry, OutputPath, Renderer } from '../model.ts'
import type { LoadedSite } from './load-site.ts'

/** What a page showed, besides what the whole site is made of. */
export interface SeenByPage {
  /** Bodies, by their numbers among the site's posts and pages. */
  readonly bodies: readonly number[]
  /** Addresses of pictures, each with what was found there. */
  readonly pictures: readonly (readonly [address: string, found: string])[]
}

export interface MadePage extends SeenByPage {
  readonly output: OutputPath
  readonly stamp: Stamp
}

export interface PageCache {
  /** Files that can stay. */
  readonly fresh: ReadonlySet<OutputPath>
  /** Keeps what was made, and what stayed, for the next build. */
  readonly save: (made: readonly MadePage[]) => void
}

export interface PageCacheOptions {
  /** The file of the cache, absolute. */
  readonly file: string
  /** The output folder, absolute. */
  readonly folder: string
  /** The fingerprint of the program itself. */
  readonly program: string
}

interface Kept {
  readonly rest: string
  /** Fingerprints of bodies, by the same numbers; null for one that may show anything. */
  readonly bodies: readonly (string | null)[]
  readonly pages: readonly MadePage[]
}

export function openPageCache({ site, pages, renderer, fingerprints }: LoadedSite, options: PageCacheOptions): PageCache {
  const known = fingerprints.rest()
  const rest = known === undefined ? undefined : `${options.program} ${known}`
  const bodies = entriesOf(site).map(entry => fingerprints.body(entry) ?? null)
  const before = rest === undefined ? undefined : readKept(options.file, rest)
  const outputs = new Set(pages.map(({ output }) => output))
  const canStay = (page: MadePage): boolean =>
    outputs.has(page.output) && showsTheSame(page, bodies, before?.bodies ?? [], renderer) && isAsWritten(page, options.folder)
  const kept = (before?.pages ?? []).filter(canStay)
  return {
    fresh: new Set(kept.map(({ output }) => output)),
    save: made => {
      if (rest !== undefined) writeKept(options.file, { rest, bodies, pages: [...kept, ...made] })
    },
  }
}

function showsTheSame(seen: SeenByPage, bodies: Kept['bodies'], before: Kept['bodies'], renderer: Renderer): boolean {
  if (!seen.bodies.every(number => typeof bodies[number] === 'string' && bodies[number] === before[number])) return false
  // Asking is also what has the smaller files of a picture made.
  return seen.pictures.every(([address, found]) => JSON.stringify(renderer.picture(address) ?? null) === found)
}

function isAsWritten({ output, stamp }: MadePage, folder: string): boolean {
  const file = statSync(join(folder, output), { throwIfNoEntry: false })
  return file?.isFile() === true && file.size === stamp.size && file.mtimeMs === stamp.modified
}

/** A renderer that remembers what one page asked it for. */
export interface WatchedRenderer {
  readonly renderer: Renderer
  readonly seen: () => SeenByPage
}

/** Makes a watched renderer for each page. */
export function watchPages({ site, renderer }: LoadedSite): () => WatchedRenderer {
  const numbers = new Map<Entry, number>(entriesOf(site).map((entry, number) => [entry, number]))
  return () => {
    const bodies = new Set<number>()
    const pictures = new Map<string, string>()
    return {
      renderer: {
        ...renderer,
        body: entry => {
          bodies.add(numbers.get(entry) ?? -1)
          return renderer.body(entry)
        },
        picture: address => {
          const picture = renderer.picture(address)
          pictures.set(address, JSON.stringify(picture ?? null))
          return picture
        },
      },
      seen: () => ({ bodies: [...bodies], pictures: [...pictures] }),
    }
  }
}

function entriesOf(site: LoadedSite['site']): readonly Entry[] {
  return [...site.posts, ...site.pages]
}

function readKept(file: string, rest: string): Kept | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const json = text.slice(end + 1)
    if (text.slice(0, end) !== checksum(json)) return undefined
    const kept = JSON.parse(json) as Kept
    return kept.rest === rest ? kept : undefined
  } catch {
    return undefined
  }
}

// The site is in place by now. Where this cannot be written, the next build has more to do and that is all.
function writeKept(file: string, kept: Kept): void {
  const json = JSON.stringify(kept)
  const aside = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(aside, `${checksum(json)}\n${json}`)
    renameSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    rmSync(aside, { force: true })
  }
}

function checksum(text: string): string {
  return hash('sha256', text, 'base64')
}
