// Names as BibTeX writes them: `First von Last`, `von Last, First`, `von Last, Jr, First`, several joined by `and`; what stands in braces is one
// name that is not taken apart, that of an organisation.

import { texToText } from './tex-text.ts'

export interface Name {
  readonly family?: string
  readonly given?: string
  /** `von`, `de la`. */
  readonly 'non-dropping-particle'?: string
  readonly suffix?: string
  /** One that has no parts. */
  readonly literal?: string
}

/** What BibTeX writes for those who are not named. */
export const others: Name = { literal: 'others' }

export function readNames(tex: string): readonly Name[] {
  return splitOutside(tex.replace(/\s+/g, ' '), / and /iy).flatMap(written => {
    const name = written.trim()
    if (name === '') return []
    return name === 'others' ? [others] : [readName(name)]
  })
}

function readName(tex: string): Name {
  if (isBraced(tex)) return { literal: texToText(tex) }
  // biblatex has the parts by their names, too.
  if (/^\s*\w+\s*=/.test(tex) && tex.includes('family')) return readParts(tex)
  const parts = splitOutside(tex, /,/y).map(part => part.trim())
  const [first = '', second = '', third] = parts
  if (parts.length === 1) return fromWords(splitOutside(first, /[\s~]+/y).filter(word => word !== ''))
  const { particle, family } = cutParticle(splitOutside(first, /[\s~]+/y))
  return named({ given: third ?? second, particle, family, suffix: third === undefined ? '' : second })
}

function fromWords(words: readonly string[]): Name {
  if (words.length === 1) return { literal: texToText(words[0] ?? '') }
  // What stands in small letters between the first and the last word belongs to the family's name.
  const start = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isSmall(word))
  if (start < 0) return named({ given: words.slice(0, -1).join(' '), particle: '', family: words.at(-1) ?? '', suffix: '' })
  const { particle, family } = cutParticle(words.slice(start))
  return named({ given: words.slice(0, start).join(' '), particle, family, suffix: '' })
}

function cutParticle(words: readonly string[]): { readonly particle: string; readonly family: string } {
  const end = words.findIndex((word, index) => index === words.length - 1 || !isSmall(word))
  return { particle: words.slice(0, end).join(' '), family: words.slice(end).join(' ') }
}

function isSmall(word: string): boolean {
  return /^(?:\{?\\[a-z]+\s*)?\p{Ll}/u.test(word)
}

interface Parts {
  readonly given: string
  readonly particle: string
  readonly family: string
  readonly suffix: string
}

function named({ given, particle, family, suffix }: Parts): Name {
  const part = (name: string, tex: string) => (tex === '' ? {} : { [name]: texToText(tex) })
  return { ...part('family', family), ...part('given', given), ...part('non-dropping-particle', particle), ...part('suffix', suffix) }
}

function readParts(tex: string): Name {
  const parts = new Map(
    splitOutside(tex, /,/y).map(part => {
      const [, name = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/s.exec(part) ?? []
      return [name, value.replace(/^"(.*)"$/s, '$1')] as const
    }),
  )
  const part = (name: string): string => parts.get(name) ?? ''
  return named({ given: part('given'), particle: part('prefix'), family: part('family'), suffix: part('suffix') })
}

function isBraced(tex: string): boolean {
  if (!tex.startsWith('{') || !tex.endsWith('}')) return false
  let depth = 0
  for (let at = 0; at < tex.length - 1; at++) {
    if (tex[at] === '{') depth += 1
    if (tex[at] === '}' && --depth === 0) return false
  }
  return !/^\{\\/.test(tex)
}

// At a separator that stands in no braces.
function splitOutside(tex: string, separator: RegExp): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === '\\') at += 1
    else if (tex[at] === '{') depth += 1
    else if (tex[at] === '}') depth -= 1
    else if (depth === 0) {
      separator.lastIndex = at
      const found = separator.exec(tex)?.[0]
      if (found === undefined) continue
      parts.push(tex.slice(from, at))
      from = at + found.length
      at = from - 1
    }
  }
  return [...parts, tex.slice(from)]
}
