// Classes that a copy of a template of the theme still writes, and that nothing looks for any more: an update of the theme has renamed them, so what
// they dressed stands bare. Nobody is told by a page that looks wrong.

import type { Diagnostic } from '../diagnostic.ts'
import { bareClass } from '../diagnostics/templates.ts'
import { sourcePath, type TemplateFile } from '../model.ts'
import { positionAt } from '../text/position.ts'

/** `copies` stand in the place of templates of the `theme`; `dress` are all style sheets and scripts there are, the theme's and the author's own. */
export function checkClasses(copies: readonly TemplateFile[], theme: readonly TemplateFile[], dress: readonly string[]): Diagnostic[] {
  // What another site's sheet dresses nobody knows here.
  if (copies.some(({ text }) => /<link\b[^>]*\bhref="(?:https?:)?\/\/[^>]*>|@import[^;]*\/\//.test(text))) return []
  // The theme itself has classes for feed readers and search engines only.
  const written = new Set(theme.flatMap(({ text }) => classesIn(text).map(({ name }) => name)))
  const inTemplates = copies.map(({ text }) => text).join('\n')
  const isDressed = (name: string): boolean => written.has(name) || [inTemplates, ...dress].some(text => looksFor(text, name))
  // One that is empty in the theme is there to be filled.
  const filled = copies.filter(({ name }) => classesIn(theme.find(other => other.name === name)?.text ?? '').length > 0)
  return filled.flatMap(({ path, text }) => {
    const bare = classesIn(text).filter(({ name }) => !isDressed(name))
    const first = new Map(bare.map(found => [found.name, found] as const).reverse())
    return [...first.values()].map(({ name, index }) =>
      bareClass({ file: sourcePath(path), position: positionAt(text, index, name.length) }, name),
    )
  })
}

// Only whole names: `level-<%= … %>` is known when the page is made.
function classesIn(text: string): { readonly name: string; readonly index: number }[] {
  return [...text.matchAll(/\bclass="([^"]*)"/g)].flatMap(({ 1: value = '', index }) =>
    [...value.replace(/\S*<%[\s\S]*?%>\S*/g, code => ' '.repeat(code.length)).matchAll(/[\w-]+/g)].map(word => ({
      name: word[0],
      index: index + 'class="'.length + word.index,
    })),
  )
}

// `.name` in a sheet or a selector of a script, or the bare name in quotes, as `classList` takes it.
function looksFor(text: string, name: string): boolean {
  return new RegExp(`[.'"\`]${name}(?![\\w-])`).test(text.replace(/\bclass="[^"]*"/g, ''))
}
