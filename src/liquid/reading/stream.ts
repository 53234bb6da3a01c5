// A template's text as tokens: what stands between the braces, and what stands around them.

export interface TagToken {
  readonly kind: 'tag'
  readonly name: string
  readonly markup: string
  readonly at: number
  readonly length: number
  readonly trimsLeft: boolean
  readonly trimsRight: boolean
}

export interface OutputToken {
  readonly kind: 'output'
  readonly markup: string
  readonly at: number
  readonly length: number
  readonly trimsLeft: boolean
  readonly trimsRight: boolean
}

/** What stands between tags, or a tag that does not end. */
export interface TextToken {
  readonly kind: 'text' | 'broken'
  readonly at: number
  readonly length: number
}

export type Token = TagToken | OutputToken | TextToken

export interface Stream {
  readonly next: () => Token | undefined
  /** Skips to the end tag of that name; the text before it, or undefined where there is none. */
  readonly rawUntil: (endTag: string) => string | undefined
}

export function makeStream(text: string): Stream {
  let position = 0
  // Behind these nothing is closed, and need not be searched for it again for each opening.
  const unended = new Set<string>()
  const lastClosing = { tag: text.lastIndexOf('%}'), output: text.lastIndexOf('}') }
  const take = (token: Token): Token => {
    position = token.at + token.length
    return token
  }
  return {
    next: () => {
      if (position >= text.length) return undefined
      const start = nextBraces(text, position)
      if (start > position) return take({ kind: 'text', at: position, length: start - position })
      const isTag = text.charAt(start + 1) === '%'
      if (start + 2 > (isTag ? lastClosing.tag : lastClosing.output)) return take({ kind: 'broken', at: start, length: 2 })
      return take(isTag ? tagAt(text, start) : outputAt(text, start))
    },
    rawUntil: endTag => {
      if (unended.has(endTag)) return undefined
      const end = new RegExp(`\\{%-?\\s*${endTag}\\s*-?%\\}`, 'g')
      end.lastIndex = position
      const match = end.exec(text)
      if (!match) {
        unended.add(endTag)
        return undefined
      }
      const raw = text.slice(position, match.index)
      position = match.index + match[0].length
      return raw
    },
  }
}

function nextBraces(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const next = text.charAt(at + 1)
    if (next === '{' || next === '%') return at
  }
  return text.length
}

function tagAt(text: string, at: number): Token {
  const end = text.indexOf('%}', at + 2)
  const length = end + 2 - at
  const [trimsLeft, trimsRight] = [text.charAt(at + 2) === '-', text.charAt(end - 1) === '-' && end - 1 > at + 2]
  const inner = text.slice(at + (trimsLeft ? 3 : 2), trimsRight ? end - 1 : end)
  const match = /^\s*(#|\w+)\s*([\s\S]*)$/.exec(inner)
  if (!match) return { kind: 'broken', at, length }
  return { kind: 'tag', name: match[1] ?? '', markup: match[2] ?? '', at, length, trimsLeft, trimsRight }
}

// An output ends at its first `}`, and is broken unless a second one follows.
function outputAt(text: string, at: number): Token {
  const end = text.indexOf('}', at + 2)
  if (text.charAt(end + 1) !== '}') return { kind: 'broken', at, length: end + 1 - at }
  const [trimsLeft, trimsRight] = [text.charAt(at + 2) === '-', text.charAt(end - 1) === '-' && end - 1 > at + 2]
  const markup = text.slice(at + (trimsLeft ? 3 : 2), trimsRight ? end - 1 : end)
  return { kind: 'output', markup, at, length: end + 2 - at, trimsLeft, trimsRight }
}

/** The lines of a `liquid` tag, a tag each. */
export function makeLineStream(markup: string, { at, length }: TagToken): Stream {
  const lines = markup.split('\n').flatMap(line => {
    const match = /^\s*(#|\w+)\s*(.*?)\s*$/.exec(line)
    return match
      ? [{ kind: 'tag' as const, name: match[1] ?? '', markup: match[2] ?? '', at, length, trimsLeft: false, trimsRight: false }]
      : []
  })
  return { next: () => lines.shift(), rawUntil: () => undefined }
}
