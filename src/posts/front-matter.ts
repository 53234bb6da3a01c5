// A file split into front matter and body. The only file that imports gray-matter, whose traps are:
// - `---js` and friends are run as code by its own engines, so every engine but ours refuses, and Jekyll's rule for the
//   opening line (three hyphens and nothing else) is checked before it sees the text;
// - called without options it caches the file before it parses it, so broken YAML read twice passes silently the second
//   time; any options object turns the cache off;
// - it ends the front matter at the first line that begins with the closing hyphens, `---- so` too, and where none does at the end of
//   the file; so it is told the closing line that Jekyll would take, whole and with its line end;
// - it looks each text up in its cache, for which V8 copies it, and makes a buffer of it; not given the body, it takes 125 ms for 1,000 posts, not 142;
// - it takes the line end before the closing line off the YAML, which a block of text at its end would miss.

import matter from 'gray-matter'
import { yamlDiagnostics } from '../config/config.ts'
import { isMap } from '../config/readers.ts'
import { readYaml } from '../config/yaml.ts'
import type { KeyPlace, Yaml } from '../config/yaml-value.ts'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { frontMatterNoMap, notYaml, unclosedFrontMatter } from '../diagnostics/front-matter.ts'
import type { DataMap, SourcePath } from '../model.ts'
import { positionAt, positionsIn } from '../text/position.ts'

export interface SplitFile {
  /** False for a file that has no front matter at all, not even an empty one. */
  readonly hasFrontMatter: boolean
  /** False where the front matter could not be read, so that nothing about the file can be trusted. */
  readonly readable: boolean
  readonly data: DataMap
  readonly body: string
  /** The line on which the body begins, from 1. */
  readonly bodyLine: number
  /** Where a top-level key stands, or the file's first line for a key that is not there. */
  readonly placeOf: (key: string, part?: 'key' | 'value') => Place
}

// Jekyll's YAML_FRONT_MATTER_REGEXP (document.rb) in three parts: blank lines around the hyphens belong to them.
const opening = /^---\s*\n/
const closing = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$)/gm
const blankLines = /^\s*(?:\n|$)/
const firstLine = /^---[ \t]*(\S*)[ \t]*$/my

export function splitFrontMatter(file: SourcePath, text: string): Checked<SplitFile> {
  const start = opening.exec(text)?.[0].length
  const end = start === undefined ? null : closingLine(text, start)
  if (start === undefined || end === null) return withoutFrontMatter(file, text)
  const { yaml, body } = cut(text, end)
  const position = positionsIn(text)
  const diagnostics = yamlDiagnostics(file, yaml.problems, position, start)
  const isBroken = diagnostics.some(({ severity }) => severity === 'error')
  if (!isBroken && yaml.value !== null && !isMap(yaml.value)) diagnostics.push(frontMatterNoMap({ file, position: position(start) }))
  const value = {
    hasFrontMatter: true,
    readable: !diagnostics.some(({ severity }) => severity === 'error'),
    data: isMap(yaml.value) ? yaml.value : {},
    body,
    bodyLine: lineCount(text.slice(0, text.length - body.length)),
    placeOf: (key: string, part?: 'key' | 'value') => placeOf(file, position, start, yaml.places.get(key), part),
  }
  return { value, diagnostics }
}

function closingLine(text: string, from: number): RegExpExecArray | null {
  closing.lastIndex = from
  return closing.exec(text)
}

// A closing line that ends the file is given a line end, so that no longer line can be taken for it.
function cut(text: string, { 0: end, index }: RegExpExecArray): { readonly yaml: Yaml; readonly body: string } {
  const bodyStart = index + end.length
  const missing = end.endsWith('\n') ? '' : '\n'
  const { data } = matter(text.slice(0, bodyStart) + missing, { language: 'yaml', delimiters: ['---', end + missing], engines })
  // Of front matter without a key it asks no engine.
  return { yaml: 'places' in data ? (data as Yaml) : noYaml, body: text.slice(bodyStart).replace(blankLines, '') }
}

const noYaml: Yaml = { value: null, places: new Map(), problems: [] }

const refuse = (): never => {
  throw new Error('front matter in another language than YAML reached gray-matter')
}

const engines = {
  ...Object.fromEntries(['js', 'javascript', 'json', 'coffee', 'cson', 'toml'].map(name => [name, { parse: refuse }])),
  // It is content with any object, so the places and problems come along.
  yaml: { parse: (yaml: string): object => readYaml(`${yaml.replace(/^\s*\n/, '')}\n`) },
}

function withoutFrontMatter(file: SourcePath, text: string): Checked<SplitFile> {
  const start: Place = { file, position: positionAt(text, 0, 3) }
  const split = { hasFrontMatter: false, readable: true, data: {}, body: text, bodyLine: 1, placeOf: () => ({ file }) }
  const diagnostics = misuse(text, start)
  return { value: { ...split, readable: diagnostics.length === 0 }, diagnostics }
}

// A text may begin with a rule of hyphens; only one that goes on like front matter was meant as such.
function misuse(text: string, start: Place): Diagnostic[] {
  firstLine.lastIndex = 0
  const opening = firstLine.exec(text)
  if (!opening) return []
  if (opening[1]) return /^[a-z]+$/i.test(opening[1]) ? [notYaml(start, opening[1])] : []
  return /^---[^\S\n]*\n[\w-]+:(?:\s|$)/.test(text) ? [unclosedFrontMatter(start)] : []
}

function placeOf(
  file: SourcePath,
  position: ReturnType<typeof positionsIn>,
  start: number,
  place: KeyPlace | undefined,
  part: 'key' | 'value' = 'key',
): Place {
  if (!place) return { file }
  const [offset, length] = part === 'key' ? [place.key, place.keyLength] : [place.value, place.valueLength]
  return { file, position: position(start + offset, length) }
}

function lineCount(header: string): number {
  return header.split('\n').length
}

// Jekyll's expression as a whole: the blank lines after the closing hyphens belong to it.
const block = /^(---\s*\n)([\s\S]*?\n?)^(?:---|\.\.\.)\s*$\n?/my

/** The YAML at the head of a text, where in the text it begins, and all that belongs to it with the lines of hyphens. */
export function frontMatterIn(text: string): { readonly yaml: string; readonly start: number; readonly whole: string } | undefined {
  block.lastIndex = 0
  const found = text.startsWith('---') ? block.exec(text) : null
  return found ? { yaml: found[2] ?? '', start: found[1]?.length ?? 0, whole: found[0] } : undefined
}
