// Addresses written into the `redirect_from` of a file, and nothing else in it changed. What comes out is read again before it is
// given away: the same body, the same keys with the same values, and the addresses. Where that does not hold the file stays as it is.

import { layoutOf } from '../config/yaml.ts'
import type { MapLayout, ValueLayout } from '../config/yaml-value.ts'
import { type Data, type DataMap, type SourcePath, sourcePath } from '../model.ts'
import { frontMatterIn, type SplitFile, splitFrontMatter } from '../posts/front-matter.ts'
import { applyEdits, type Edit, tidied } from '../text/edits.ts'

/** The new text of a file, or why it has to be changed by hand. */
export type Redirected = { readonly text: string } | { readonly refused: string }

/** `raw` is the file as it lies on the disk, with its byte order mark and its line ends. */
export function addRedirects(raw: string, addresses: readonly string[]): Redirected {
  const text = tidied(raw)
  const before = read(text)
  if (!before.readable) return { refused: 'its front matter cannot be read' }
  const old = redirectsIn(before.data)
  const added = [...new Set(addresses)].filter(address => !old.includes(address))
  if (added.length === 0) return { text: raw }
  const edits = editsOf(text, added)
  if (edits === undefined) return { refused: 'its redirect_from is written in a way that has no place for one more' }
  const result = applyEdits(raw, edits)
  const wanted = { ...before.data, redirect_from: [...old, ...added] }
  const kept = keepsAll(before, read(tidied(result)), wanted)
  return kept ? { text: result } : { refused: 'one more line in its front matter would change what the others mean' }
}

// Only the answer counts here; the complaints were told when the site was read.
function read(text: string): SplitFile {
  return splitFrontMatter(nowhere, text).value
}

const nowhere: SourcePath = sourcePath('')

function redirectsIn(data: DataMap): readonly Data[] {
  const value = data['redirect_from'] ?? null
  return value === null ? [] : Array.isArray(value) ? value : [value]
}

// Blank lines behind front matter belong to it, so a text that had none may begin without the blank lines that it began with.
function keepsAll(before: SplitFile, after: SplitFile, wanted: DataMap): boolean {
  const isSameBody = before.hasFrontMatter
    ? after.body === before.body
    : before.body.endsWith(after.body) && before.body.slice(0, before.body.length - after.body.length).trim() === ''
  return isSameBody && after.readable && JSON.stringify(after.data) === JSON.stringify(wanted)
}

function editsOf(text: string, addresses: readonly string[]): readonly Edit[] | undefined {
  const found = frontMatterIn(text)
  if (!found) return [{ at: 0, insert: `---\n${newKey('', addresses)}---\n` }]
  const layout = layoutOf(found.yaml, 'redirect_from')
  const edits = layout && (layout.asked ? editsOfValue(found.yaml, layout.asked, addresses) : [editOfMap(found.yaml, layout, addresses)])
  return edits?.map(edit => ({ ...edit, at: found.start + edit.at }))
}

function editOfMap(yaml: string, { isFlow, start, end, isEmpty }: MapLayout, addresses: readonly string[]): Edit {
  if (isFlow) return { at: end, insert: `${isEmpty ? '' : ', '}redirect_from: [${inBrackets(addresses)}]` }
  return { at: yaml.length, insert: newKey(isEmpty ? '' : indentAt(yaml, start), addresses) }
}

function editsOfValue(yaml: string, value: ValueLayout, addresses: readonly string[]): readonly Edit[] | undefined {
  const { form, keyEnd, start, end, lastItemEnd } = value
  const listed = inBrackets(addresses)
  const colonEnd = keyEnd + (/^\s*:/.exec(yaml.slice(keyEnd))?.[0].length ?? 0)
  if (form === 'list') return [{ at: lineAfter(yaml, end), insert: newItems(indentAt(yaml, start), addresses) }]
  if (form === 'list in brackets') return [{ at: lastItemEnd ?? start + 1, insert: lastItemEnd === undefined ? listed : `, ${listed}` }]
  if (form === 'nothing') return [{ at: colonEnd, insert: ` [${listed}]` }]
  if (form !== 'scalar') return undefined
  if (/^(?:~|null)$/i.test(yaml.slice(start, end))) return [{ at: start, remove: end - start, insert: `[${listed}]` }]
  // An anchor or a tag before the value is the value's, not the list's.
  const gap = yaml.slice(colonEnd, start)
  const open = /^\s*[&!]/.test(gap) ? colonEnd + gap.length - gap.trimStart().length : start
  return [
    { at: open, insert: '[' },
    { at: end, insert: `, ${listed}]` },
  ]
}

function newKey(indent: string, addresses: readonly string[]): string {
  return `${indent}redirect_from:\n${newItems(`${indent}  `, addresses)}`
}

function newItems(indent: string, addresses: readonly string[]): string {
  return addresses.map(address => `${indent}- ${quoted(address)}\n`).join('')
}

function inBrackets(addresses: readonly string[]): string {
  return addresses.map(quoted).join(', ')
}

function quoted(address: string): string {
  return /[:#,[\]{}&*!|>'"%@`\\]|^[^/]|\s$/.test(address) ? JSON.stringify(address) : address
}

function indentAt(yaml: string, offset: number): string {
  const before = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^ *$/.test(before) ? before : ''
}

function lineAfter(yaml: string, offset: number): number {
  if (yaml[offset - 1] === '\n') return offset
  const end = yaml.indexOf('\n', offset)
  return end < 0 ? yaml.length : end + 1
}
