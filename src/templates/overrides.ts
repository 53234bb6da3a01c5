// A site's own templates beside those of the theme: what they leave out, and what has changed below them. A template that prints nothing where
// something was meant to stand is silent, so it is read here for the names that it asks for.

import type { Diagnostic } from '../diagnostic.ts'
import { misnamedTemplate, olderTemplate, unknownField } from '../diagnostics/templates.ts'
import { sourcePath, type TemplateFile } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { positionAt } from '../text/position.ts'
import { listFields, pageFields, postFields, siteFields } from './contract.ts'
import { courseFields } from './course-page.ts'
import { helperDocs } from './helpers.ts'

/** What there is to say of a site's `own` templates; `isNamed` tells whether a text of the site names a template as its layout. */
export function checkOverrides(
  own: readonly TemplateFile[],
  theme: readonly TemplateFile[],
  isNamed: (layout: string) => boolean,
): Diagnostic[] {
  const themed = new Map(theme.map(file => [file.name, file]))
  return own.flatMap(file => [
    ...age(file, themed.get(file.name)),
    ...(themed.has(file.name) || isUsed(file, [...own, ...theme]) || isNamed(file.name) ? [] : misnaming(file, [...themed.keys()])),
    ...unknownFields(file),
  ])
}

/** The version of a template of the theme: `<%/* version 2 *\/%>` in its first line. It is raised when a copy of the file should be looked at. */
export function versionOf(text: string): number {
  return Number(/^<%\/\* version (\d+) \*\/%>/.exec(text)?.[1] ?? 1)
}

function age(file: TemplateFile, theme: TemplateFile | undefined): Diagnostic[] {
  if (theme === undefined || versionOf(file.text) >= versionOf(theme.text)) return []
  return [olderTemplate({ file: sourcePath(file.path) }, versionOf(file.text), versionOf(theme.text))]
}

function isUsed({ name }: TemplateFile, all: readonly TemplateFile[]): boolean {
  return all.some(({ text }) =>
    new RegExp(`\\b(?:include|layout)\\(\\s*['"\`](?:\\.?/)?${name.replace(/[.*+?^$()[\]\\|]/g, '\\$&')}['"\`]`).test(text),
  )
}

function misnaming(file: TemplateFile, names: readonly string[]): Diagnostic[] {
  const near = nearest(file.name, names)
  return near === undefined ? [] : [misnamedTemplate({ file: sourcePath(file.path) }, near)]
}

const known = {
  site: new Set(Object.keys(siteFields)),
  // `years` and the like are told to single templates besides what all get.
  page: new Set([...Object.keys({ ...pageFields, ...postFields, ...listFields, ...courseFields }), 'years', 'shortname']),
  it: new Set([...Object.keys(helperDocs), 'site', 'page', 'body']),
}

// Partials are given names of their own, so only what is near one of ours, or below `it.site` and `it.page`, can be told.
function unknownFields({ path, text }: TemplateFile): Diagnostic[] {
  const asked = [...text.matchAll(/\bit\.(site|page)\.(\w+)|\bit\.(\w+)\(/g)]
  return asked.flatMap(match => {
    const [whole, part, field = '', helper] = match
    const [names, name] = part === undefined ? [known.it, helper ?? ''] : [known[part as 'site' | 'page'], field]
    if (names.has(name)) return []
    const asked = whole.replace(/\($/, '')
    return [unknownField({ file: sourcePath(path), position: positionAt(text, match.index, asked.length) }, asked, nearest(name, names))]
  })
}
