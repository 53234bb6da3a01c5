// TeX as it stands in bibliographies into text: accents, signs, quotes and dashes; of the looks only those that references keep, as the tags that
// CSL knows. What nobody knows loses its backslash, as it would lose its meaning.

import { ownValue } from '../text/own-value.ts'
import { accents, letters, mathSigns, styles } from './tex-signs.ts'

export interface TexOptions {
  /** Words in braces keep their capitals, which CSL is told by a tag. */
  readonly keepsCase: boolean
}

/** A value of a `.bib` file as text with the tags `<i>`, `<b>`, `<sup>`, `<sub>` and `<span class="nocase">`. */
export function texToText(tex: string, { keepsCase }: TexOptions = { keepsCase: false }): string {
  // Most values hold no TeX at all.
  if (!/[\\{}$~`'-]/.test(tex)) return tex.replace(/\s+/g, ' ').trim()
  const reader = { tex, at: 0, depth: 0, keepsCase }
  return readUntil(reader, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

interface Reader {
  readonly tex: string
  at: number
  /** How many groups and commands are open; there is an end to what a stack holds. */
  depth: number
  /** False within braces that keep their capitals already. */
  keepsCase: boolean
}

// To the sign `end`, which is taken, or to the end of the text.
function readUntil(reader: Reader, end: string, isInMath = false): string {
  let out = ''
  while (reader.at < reader.tex.length) {
    if (end !== '' && reader.tex.startsWith(end, reader.at)) {
      reader.at += end.length
      return out
    }
    out += readOne(reader, isInMath)
  }
  return out
}

const deepest = 100

const plainSigns: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['~', '\u00a0'],
]

function readOne(reader: Reader, isInMath: boolean): string {
  if (reader.depth === deepest) {
    reader.at += 1
    return ''
  }
  reader.depth += 1
  const text = readSign(reader, isInMath)
  reader.depth -= 1
  return text
}

function readSign(reader: Reader, isInMath: boolean): string {
  const { tex, at } = reader
  const sign = tex[at] ?? ''
  if (sign === '\\') return readCommand(reader, isInMath)
  if (sign === '{') return readGroup(reader, isInMath)
  reader.at += 1
  if (sign === '}') return ''
  if (sign === '$') return readUntil(reader, '$', true)
  if (isInMath && (sign === '^' || sign === '_'))
    return `<su${sign === '^' ? 'p' : 'b'}>${readArgument(reader, true)}</su${sign === '^' ? 'p' : 'b'}>`
  if (isInMath) return sign === '-' ? '−' : sign
  const known = plainSigns.find(([written]) => tex.startsWith(written, at))
  if (known === undefined) return sign
  reader.at = at + known[0].length
  return known[1]
}

function readGroup(reader: Reader, isInMath: boolean): string {
  reader.at += 1
  const isCommand = reader.tex[reader.at] === '\\'
  // `{\em words}` is a look as well as a group.
  const [switched, look] = /^\\(it|em|bf|sl|sc|tt|rm)\b\s*/.exec(reader.tex.slice(reader.at, reader.at + 8)) ?? []
  if (switched !== undefined && look !== undefined) {
    reader.at += switched.length
    return wrapped(readUntil(reader, '}', isInMath), ownValue(styles, look))
  }
  const keepsCase = reader.keepsCase && !isInMath && !isCommand
  // `{{NUGU}}`, as Zotero writes it, keeps them once.
  if (keepsCase) reader.keepsCase = false
  const inner = readUntil(reader, '}', isInMath)
  if (keepsCase) reader.keepsCase = true
  return keepsCase && /\p{Lu}/u.test(inner) ? `<span class="nocase">${inner}</span>` : inner
}

/** Signs behind a backslash that stand for some space or for none; any other stands for itself. */
const spaces: Readonly<Record<string, string>> = { '\\': ' ', ',': '\u202f', '(': '', ')': '', '[': '', ']': '', '-': '', '/': '' }

// What stands behind a command: a group, a command, or a character.
function readArgument(reader: Reader, isInMath: boolean): string {
  while (/\s/.test(reader.tex[reader.at] ?? '')) reader.at += 1
  if (reader.tex[reader.at] === '{') {
    reader.at += 1
    return readUntil(reader, '}', isInMath)
  }
  return readOne(reader, isInMath)
}

function readCommand(reader: Reader, isInMath: boolean): string {
  const name = /^\\([a-z]+|[^a-z]|$)/i.exec(reader.tex.slice(reader.at, reader.at + 40))?.[1] ?? ''
  reader.at += 1 + name.length
  const combining = ownValue(accents, name)
  if (combining !== undefined && !isInMath) return accented(readArgument(reader, false), combining)
  const isWord = /^[a-z]/i.test(name)
  // The space behind a command's name ends the name.
  if (isWord) while (/\s/.test(reader.tex[reader.at] ?? '')) reader.at += 1
  const letter = ownValue(letters, name) ?? ownValue(mathSigns, name)
  if (letter !== undefined) {
    if (reader.tex.startsWith('{}', reader.at)) reader.at += 2
    return letter
  }
  if (!isWord) return /\s/.test(name) ? ' ' : (ownValue(spaces, name) ?? name)
  if (name === 'href') {
    readArgument(reader, false)
    return readArgument(reader, false)
  }
  return reader.tex[reader.at] === '{' ? wrapped(readArgument(reader, isInMath), ownValue(styles, name)) : ''
}

function wrapped(text: string, tag: string | undefined): string {
  return tag === undefined || text === '' ? text : `<${tag}>${text}</${tag}>`
}

// `\'{\i}` is an i with its accent.
function accented(text: string, combining: string): string {
  const base = text.replace('ı', 'i').replace('ȷ', 'j')
  return base === '' ? '' : (base[0] ?? '') + combining + base.slice(1)
}
