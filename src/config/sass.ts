// The key `sass` of the configuration, as jekyll-sass-converter reads it.

import type { Data } from '../model.ts'
import { isMap, textOf } from './readers.ts'

export interface SassOptions {
  /** `compact`, on which nothing is said, differs from `expanded` in its comments, each of which is one line. */
  readonly style: 'expanded' | 'compact' | 'compressed'
  /** Folders in which imports are looked for, in this order. */
  readonly loadPaths: readonly string[]
  /** Whether compressed CSS with more than ASCII in it says so by a rule instead of not at all. */
  readonly addCharset: boolean
  /** Whether each style sheet that is a page gets a source map in Jekyll, which templates see among the pages. */
  readonly hasMaps: boolean
}

/** `nested` and `compact`, which only libsass knows, differ from `expanded` in white space besides. */
export function readSassOptions(written: Data): SassOptions {
  const settings = isMap(written) ? written : {}
  const style = textOf(settings['style'] ?? null)?.replace(/^:/, '')
  const paths = [settings['load_paths'] ?? []].flat().flatMap(path => textOf(path as Data) ?? [])
  const folder = textOf(settings['sass_dir'] ?? null) || '_sass'
  return {
    style: style === 'compressed' || style === 'expanded' || style === 'compact' ? style : style === undefined ? 'compact' : 'expanded',
    loadPaths: [...new Set([...paths, folder].map(clean))],
    addCharset: settings['add_charset'] === true,
    // The site is built for readers, not for the desk.
    hasMaps: !['never', 'development'].includes(textOf(settings['sourcemap'] ?? null)?.replace(/^:/, '') ?? ''),
  }
}

function clean(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, '')
}
