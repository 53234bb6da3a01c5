// The layouts of a site: Liquid with front matter of their own, each of which may stand within another.

import { textOf } from '../config/readers.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { missingLayout } from '../diagnostics/templates.ts'
import { type DataMap, type SourcePath, sourcePath, type TemplateFile } from '../model.ts'
import { splitFrontMatter } from '../posts/front-matter.ts'
import { nearest } from '../text/nearest.ts'

export interface Layout {
  readonly path: SourcePath
  readonly data: DataMap
  readonly body: string
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number
  /** The layout around it. */
  readonly within?: string
}

export type LayoutMap = ReadonlyMap<string, Layout>

export function readLayouts(files: readonly TemplateFile[]): Checked<LayoutMap> {
  const names = new Set(files.map(({ name }) => name))
  const read = files.map(file => ({ name: file.name, ...readLayout(file, names) }))
  return {
    value: new Map(read.map(({ name, value }) => [name, value])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  }
}

function readLayout({ path, text }: TemplateFile, names: ReadonlySet<string>): Checked<Layout> {
  const file = sourcePath(path)
  const { value, diagnostics } = splitFrontMatter(file, text)
  const { data, body, bodyLine, placeOf } = value
  const within = textOf(data['layout'] ?? null)
  const isKnown = within === undefined || within === 'none' || names.has(within)
  const missing: Diagnostic[] = isKnown ? [] : [missingLayout(placeOf('layout', 'value'), within, nearest(within, [...names]))]
  const layout = { path: file, data, body, bodyLine, ...(within !== undefined && names.has(within) && { within }) }
  return { value: layout, diagnostics: [...diagnostics, ...missing] }
}

/**
 * The layouts around a text, the innermost first. One that stands within itself ends the list, as in Jekyll, where no text stands in `none`,
 * though there may be a layout of that name, in which others stand (convertible.rb, `no_layout?`).
 */
export function layoutsAround(name: string, layouts: LayoutMap): readonly Layout[] {
  const around = new Set<Layout>()
  if (name === 'none') return []
  for (let layout = layouts.get(name); layout !== undefined && !around.has(layout); layout = layouts.get(layout.within ?? ''))
    around.add(layout)
  return [...around]
}
