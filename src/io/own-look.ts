// What there is to say of a site's own templates and style sheets beside those of the theme.

import { readFileSync } from 'node:fs'
import type { Diagnostic } from '../diagnostic.ts'
import { replacedSheet } from '../diagnostics/templates.ts'
import type { Source, TemplateFile } from '../model.ts'
import type { ThemeFile } from '../site/site-input.ts'
import { checkOverrides } from '../templates/overrides.ts'
import { checkClasses } from '../templates/styled-classes.ts'

/** `own` files of `templates/`, and those of the theme. */
export function ownLookProblems(own: readonly ThemeFile[], themed: readonly ThemeFile[], sources: readonly Source[]): Diagnostic[] {
  if (own.length === 0) return []
  const [mine, theirs] = [own.flatMap(templateOf), themed.flatMap(templateOf)]
  const copies = mine.filter(({ name }) => theirs.some(other => other.name === name))
  return [
    ...checkOverrides(mine, theirs, layout => isLayout(layout, sources)),
    ...(copies.length === 0 ? [] : checkClasses(copies, theirs, dressOf([...own, ...themed]))),
    ...sheetProblems(own, themed),
  ]
}

export function templateOf({ source }: ThemeFile): TemplateFile[] {
  if (!source.path.endsWith('.eta') || source.content.kind !== 'text') return []
  return [{ name: source.path.replace(/^templates\/|\.eta$/g, ''), path: source.path, text: source.content.text }]
}

function dressOf(files: readonly ThemeFile[]): string[] {
  return files.flatMap(({ source, place }) => (/\.(?:css|js)$/.test(source.path) ? [readFileSync(place, 'utf8')] : []))
}

function isLayout(name: string, sources: readonly Source[]): boolean {
  const asked = `layout: ${name}`
  return sources.some(({ content }) => content.kind === 'text' && content.text.includes(asked))
}

// A sheet of one rule was meant to be added to the theme's.
function sheetProblems(own: readonly ThemeFile[], themed: readonly ThemeFile[]): Diagnostic[] {
  const [mine, theirs] = [own, themed].map(files => files.find(({ source }) => source.path === 'templates/assets/site.css'))
  if (mine === undefined || theirs === undefined) return []
  const isSmall = readFileSync(mine.place).length * 5 < readFileSync(theirs.place).length
  return isSmall ? [replacedSheet({ file: mine.source.path })] : []
}
