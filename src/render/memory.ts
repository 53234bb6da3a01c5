// What is remembered from one loading of a site to the next, all of it in one value. Its laws:
// - values are immutable, and a changed file is a new value, so nothing that is found can be stale;
// - a result depends on the value it is found by and on the memory's frame, and on nothing else;
// - another frame (configuration, names of templates and layouts, includes, style sheets, data) is another memory;
// - only slow pure steps are remembered, and what nobody else holds any more is forgotten.
// What stays between builds, on the disk, obeys the laws of `freshness.ts`.

import { createHash } from 'node:crypto'
import type { Body } from '../body.ts'
import type { Item } from '../citing/to-csl.ts'
import type { Checked } from '../diagnostic.ts'
import { type AskForBook, bookThread } from '../io/bind-book.ts'
import type { Highlighter } from '../markdown/highlighter.ts'
import type { MarkdownReader } from '../markdown/markdown.ts'
import type { Entry, Post, Source, TemplateFile } from '../model.ts'
import type { FileRole } from '../posts/file-name.ts'
import type { SiteInput } from '../site/site-input.ts'
import type { Templates } from '../templates/engine.ts'
import { lazily } from '../text/lazily.ts'
import { type Remembered, remembered } from '../text/remembered.ts'
import { type Fingerprints, makeFingerprints } from './freshness.ts'
import type { Target } from './mentioned-in.ts'
import { type AskForSheet, sheetProcess } from './sheets.ts'

export interface SiteMemory {
  readonly frame: string
  readonly parsed: Remembered<Source, readonly ParsedSource[]>
  /** What the files of the theme are copied for: to look for it in the texts of 1,000 posts takes 8 ms of an edit. */
  readonly signs: Remembered<Source, Signs>
  /** Bodies without Liquid: with it they would depend on the whole site. */
  readonly bodies: Remembered<Entry, Promise<Checked<Body>>>
  /** The words that posts are compared by. */
  readonly features: Remembered<Post, readonly string[]>
  /** What sources seem to link to. */
  readonly targets: Remembered<Entry, readonly Target[]>
  /** What bibliographies hold. */
  readonly bibliographies: Remembered<Source, Checked<readonly Item[]>>
  readonly fingerprints: Fingerprints
  /** Templates, compiled as they are used. */
  readonly templates: Remembered<readonly TemplateFile[], Templates>
  /** Markdown and the grammars that it has loaded. */
  readonly markdown: (make: () => Markdown) => Markdown
  /** The process for style sheets, which has loaded sass once it was asked; it remembers nothing of them. */
  readonly askForSheet: AskForSheet | undefined
  /** The thread for books. */
  readonly askForBook: AskForBook | undefined
}

/** What was read of a file, as one of the things that it is. */
export interface ParsedSource {
  readonly source: Source
  readonly role: FileRole
  readonly entry: Checked<Entry | undefined>
}

/** What a source may hold. */
export interface Signs {
  readonly diagrams: boolean
  readonly math: boolean
}

export type Markdown = MarkdownReader & { readonly highlighter: Highlighter }

/** The memory for a site that is loaded again and again: `earlier`, if it was made for the same frame. */
export function memoryFor(input: SiteInput, earlier?: SiteMemory): SiteMemory {
  const frame = frameOf(input)
  return earlier?.frame === frame ? earlier : makeMemory(frame, earlier)
}

/** For a site that is loaded once: what only another loading would ask for is not kept. With 1,000 posts their bodies are 75 MB. */
export function memoryForOnce(): SiteMemory {
  return { ...makeMemory(''), parsed: (_source, make) => make(), bodies: (_entry, make) => make() }
}

function makeMemory(frame: string, earlier?: SiteMemory): SiteMemory {
  let made: (() => Markdown) | undefined
  return {
    frame,
    parsed: remembered(),
    signs: remembered(),
    bodies: remembered(),
    features: remembered(),
    targets: remembered(),
    bibliographies: remembered(),
    fingerprints: makeFingerprints(),
    templates: remembered(),
    markdown: make => {
      made ??= lazily(make)
      return made()
    },
    askForSheet: earlier === undefined ? sheetProcess() : earlier.askForSheet,
    askForBook: earlier === undefined ? bookThread() : earlier.askForBook,
  }
}

function frameOf({ config, templates, layouts, sheets, includes, parts, data, bibliographies }: SiteInput): string {
  // Whether a text cites depends on which bibliographies there are, what it says is no part of its body.
  const files = bibliographies.map(({ path }) => path)
  const frame = [
    config,
    templates.map(({ name }) => name),
    layouts.map(({ name }) => name),
    [...sheets],
    [...includes],
    [...parts],
    data,
    files,
  ]
  return createHash('sha256').update(JSON.stringify(frame)).digest('base64')
}
