// Sass into CSS, as jekyll-sass-converter makes it. The only file that imports sass (dart-sass), whose traps are:
// - it is four times as large as the rest of the program and takes half a second to start, so it is loaded when the first style
//   sheet asks for it;
// - nothing ends `@while true`, which cannot be interrupted and eats 150 MB a second. So whoever compiles does it in a thread that can be ended,
//   in a process of its own (`render/sheets.ts`); there is no step that could be counted;
// - given the address of a file it reads the disk, so the addresses here begin with `site:` and lead into maps;
// - since version 1.92 declarations behind a nested rule come behind it in the CSS too, where libsass, Ruby's Sass and all sass before put
//   them with those above, as the authors of themes for Jekyll and GitHub Pages saw them. So it stays at 1.91, the last of that kind;
// - it warns of every deprecated word of the last ten years, so only what the author's own `@warn` says comes through.

import { SourceMap } from 'node:module'
import type * as Sass from 'sass'
import type { SassOptions } from '../config/sass.ts'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { sassFails, sassWarns } from '../diagnostics/style-sheets.ts'
import { type SourcePath, sourcePath } from '../model.ts'
import { below, positionAt, positionOnLine } from '../text/position.ts'
import { decodePath } from '../text/url.ts'
import { asLibsass, type Compiled } from './as-libsass.ts'
import { compressed } from './compressed.ts'
import { colourWriter } from './libsass-colour.ts'
import { loadedText, makeImporter, pathOfAddress, siteAddress, withoutLastCommas } from './sass-importer.ts'

export interface SassSheet {
  readonly path: SourcePath
  /** Without its front matter. */
  readonly text: string
  /** The line of the file on which `text` begins, from 1. */
  readonly line: number
  /** Everything that it may import, by path below the site's folder. */
  readonly partials: ReadonlyMap<string, string>
  readonly options: SassOptions
}

/** The empty style sheet where there is an error. */
export async function compileSass(sheet: SassSheet): Promise<Checked<string>> {
  const sass = await import('sass')
  const { path, text, options, partials } = sheet
  const isIndented = path.toLowerCase().endsWith('.sass')
  const diagnostics: Diagnostic[] = []
  const importer = makeImporter(partials, options.loadPaths, path)
  try {
    const result = sass.compileString(isIndented ? withoutLastCommas(text) : text, {
      syntax: isIndented ? 'indented' : 'scss',
      style: 'expanded',
      sourceMap: true,
      url: siteAddress(path),
      importer,
      importers: [importer],
      // Or it would count the words that it has not complained of.
      verbose: true,
      logger: {
        warn: (message, { deprecation, stack }) => {
          if (!deprecation) diagnostics.push(sassWarns(placeInStack(stack, sheet), message))
        },
        debug: () => {},
      },
    })
    const css = await asLibsass(compiledFrom(result, sheet, sass))
    return { value: written(css, options), diagnostics }
  } catch (error) {
    return { value: '', diagnostics: [...diagnostics, complaint(error, sheet, sass)] }
  }
}

function compiledFrom({ css, loadedUrls, sourceMap }: Sass.CompileResult, sheet: SassSheet, { SassColor }: typeof Sass): Compiled {
  const own = siteAddress(sheet.path).href
  const textOf = (address: URL): string => (address.href === own ? sheet.text : loadedText(pathOfAddress(address), sheet.partials))
  const { sources: files = [], names = [], mappings = '' } = sourceMap ?? {}
  return {
    css,
    map: new SourceMap({ version: 3, file: '', sourceRoot: '', sourcesContent: [], sources: files, names, mappings }),
    sources: new Map(loadedUrls.map(address => [address.href, textOf(address)])),
    writeColour: colourWriter(SassColor),
    isCompressed: sheet.options.style === 'compressed',
    isCompact: sheet.options.style === 'compact',
  }
}

// Compressed CSS says its encoding where that is asked for alone; the rest always does.
function written(css: string, { style, addCharset }: SassOptions): string {
  const text = style === 'compressed' ? compressed(css) : css
  const told = style === 'compressed' && !addCharset ? text.replace(/^@charset "UTF-8";/, '') : text
  return told === '' || told.endsWith('\n') ? told : `${told}\n`
}

function complaint(error: unknown, sheet: SassSheet, { Exception }: typeof Sass): Diagnostic {
  if (error instanceof Exception) return sassFails(placeOf(error.span, sheet), error.sassMessage.replace(/\.$/, ''))
  if (error instanceof RangeError) {
    const grows = /invalid (?:string|array) length/i.test(error.message)
    return sassFails({ file: sheet.path }, grows ? 'a value grows without end' : 'a mixin or function includes itself without end')
  }
  throw error
}

// Of `@warn` sass tells no more than where it stands, as the first line of a stack: in the style sheet by its address, in a partial by the
// end of its path.
function placeInStack(stack: string | undefined, { path, text, line, partials }: SassSheet): Place {
  const [, told = '', row = '', column = ''] = /^(.+?) (\d+):(\d+)/.exec(stack ?? '') ?? []
  const named = told.startsWith('site:') ? pathOfAddress(new URL(told)) : decodePath(told)
  const [file, other] = [...new Set([path, ...partials.keys()])].filter(known => `/${known}`.endsWith(`/${named}`))
  if (told === '' || file === undefined || other !== undefined) return { file: path }
  const position = { ...positionOnLine(file === path ? text : (partials.get(file) ?? ''), Number(row)), column: Number(column) }
  return { file: sourcePath(file), position: file === path ? below(position, line) : position }
}

function placeOf(span: Sass.SourceSpan | undefined, { path, text, line, partials }: SassSheet): Place {
  if (span === undefined) return { file: path }
  const { start, end } = span
  const length = end.line === start.line ? end.column - start.column : 1
  const file = span.url === undefined ? path : pathOfAddress(span.url)
  if (file === path) return { file: path, position: below(positionAt(text, start.offset, length), line) }
  return { file: sourcePath(file), position: positionAt(partials.get(file) ?? '', start.offset, length) }
}
