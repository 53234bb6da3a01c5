// Regular expressions as programs for the counting matcher beside this file. What one character may be, a class or an escape, is left to
// the engine itself: an atom is an expression of its own, asked about one character at a time.

export type Instruction =
  | { readonly op: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly op: 'place'; readonly accepts: (text: string, at: number) => boolean }
  | { readonly op: 'either'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'zero'; readonly slot: number }
  // Counts on, or leaves the loop where it has run as often as it may.
  | { readonly op: 'limit'; readonly slot: number; readonly most: number; readonly out: number }
  // A loop whose body took nothing must not run again.
  | { readonly op: 'moved'; readonly slot: number }
  | { readonly op: 'again'; readonly group: number }
  | { readonly op: 'look'; readonly program: Program; readonly isNegative: boolean; readonly isBehind: boolean }

export interface Program {
  readonly instructions: readonly Instruction[]
  readonly slots: number
  readonly isUnicode: boolean
  /** It matches at the beginning of a text or nowhere. */
  readonly isAnchored: boolean
}

interface Reader {
  readonly source: string
  readonly flags: string
  readonly names: readonly string[]
  at: number
  groups: number
  slots: number
}

type Code = readonly Instruction[]

export function programOf({ source, flags }: RegExp): Program {
  const opened = [...source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|\((?!\?)|\(\?<([A-Za-z]\w*)>/gs)].filter(([whole]) => whole.startsWith('('))
  const names = opened.map(([, name]) => name ?? '')
  const reader: Reader = { source, flags, names, at: 0, groups: 0, slots: 2 * names.length + 2 }
  const instructions = alternatives(reader)
  const isAnchored = source.startsWith('^') && instructions[0]?.op === 'place' && !flags.includes('m')
  return { instructions, slots: reader.slots, isUnicode: flags.includes('u'), isAnchored }
}

// Places to jump to are counted from the beginning of the piece; putting pieces together moves them.
function join(...pieces: readonly Code[]): Instruction[] {
  const joined: Instruction[] = []
  for (const piece of pieces) {
    const base = joined.length
    for (const instruction of piece) joined.push(moved(instruction, base))
  }
  return joined
}

function moved(instruction: Instruction, by: number): Instruction {
  if (instruction.op === 'either') return { ...instruction, first: instruction.first + by, second: instruction.second + by }
  if (instruction.op === 'limit') return { ...instruction, out: instruction.out + by }
  return instruction.op === 'jump' ? { ...instruction, to: instruction.to + by } : instruction
}

function alternatives(reader: Reader): Code {
  let code = sequence(reader)
  if (reader.source[reader.at] !== '|') return code
  reader.at++
  const rest = alternatives(reader)
  code = join([{ op: 'either', first: 1, second: code.length + 2 }], code)
  return join(code, [{ op: 'jump', to: rest.length + 1 }], rest)
}

function sequence(reader: Reader): Code {
  const pieces: Code[] = []
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) pieces.push(quantified(reader))
  return join(...pieces)
}

function quantified(reader: Reader): Code {
  const atom = term(reader)
  const match = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/.exec(reader.source.slice(reader.at))
  if (match === null) return atom
  reader.at += match[0].length
  const [, sign, least, comma, most, lazy] = match
  const from = sign === undefined ? Number(least) : sign === '+' ? 1 : 0
  const to = sign === '?' ? 1 : sign !== undefined || (comma === ',' && most === '') ? undefined : comma === ',' ? Number(most) : from
  const needed = Array.from({ length: from }, () => atom)
  return join(...needed, to === undefined ? loop(reader, atom, lazy === '?') : optional(reader, atom, to - from, lazy === '?'))
}

function branch(target: number, isLazy: boolean): Instruction {
  return isLazy ? { op: 'either', first: target, second: 1 } : { op: 'either', first: 1, second: target }
}

function loop(reader: Reader, body: Code, isLazy: boolean): Code {
  const slot = reader.slots++
  const inner = join([{ op: 'save', slot }], body, [{ op: 'moved', slot }])
  return join([branch(inner.length + 2, isLazy)], inner, [{ op: 'jump', to: -inner.length - 1 }])
}

// At most so many times: counted, since copies of what stands within copies would be too many.
function optional(reader: Reader, body: Code, most: number, isLazy: boolean): Code {
  const slot = reader.slots++
  const { length } = body
  const limit: Instruction = { op: 'limit', slot, most, out: length + 3 }
  return join([{ op: 'zero', slot }], [limit], [branch(length + 2, isLazy)], body, [{ op: 'jump', to: -length - 2 }])
}

function term(reader: Reader): Code {
  const rest = reader.source.slice(reader.at)
  const look = /^\(\?(<?)([=!])/.exec(rest)
  if (look) return lookaround(reader, look[0].length, look[1] === '<', look[2] === '!')
  const group = /^\((\?:|\?<[A-Za-z]\w*>|)/.exec(rest)
  if (group) return grouped(reader, group[0].length, group[1] !== '?:')
  const again = /^\\(?:k<(\w+)>|([1-9]\d*))/.exec(rest)
  if (again) {
    reader.at += again[0].length
    return [{ op: 'again', group: again[2] === undefined ? reader.names.indexOf(again[1] ?? '') + 1 : Number(again[2]) }]
  }
  const place = /^(?:[\^$]|\\[bB])/.exec(rest)
  if (place) {
    reader.at += place[0].length
    return [{ op: 'place', accepts: placeTest(place[0], reader.flags) }]
  }
  const atom =
    /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|[\s\S])|[\s\S])/.exec(
      rest,
    )?.[0] ?? ''
  reader.at += atom.length
  return [{ op: 'character', accepts: characterTest(atom, reader.flags) }]
}

function grouped(reader: Reader, length: number, captures: boolean): Code {
  reader.at += length
  const group = captures ? ++reader.groups : 0
  const body = alternatives(reader)
  reader.at++
  return captures ? join([{ op: 'save', slot: 2 * group }], body, [{ op: 'save', slot: 2 * group + 1 }]) : body
}

function lookaround(reader: Reader, length: number, isBehind: boolean, isNegative: boolean): Code {
  reader.at += length
  const instructions = alternatives(reader)
  reader.at++
  const program = { instructions, slots: reader.slots, isUnicode: reader.flags.includes('u'), isAnchored: false }
  return [{ op: 'look', program, isBehind, isNegative }]
}

function placeTest(sign: string, flags: string): (text: string, at: number) => boolean {
  const isLines = flags.includes('m')
  const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character)
  const isEnd = (character: string | undefined): boolean => character === undefined || (isLines && /[\n\r\u2028\u2029]/.test(character))
  if (sign === '^') return (text, at) => isEnd(text[at - 1])
  if (sign === '$') return (text, at) => isEnd(text[at])
  return (text, at) => (isWord(text[at - 1]) !== isWord(text[at])) === (sign === '\\b')
}

function characterTest(atom: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^(?:${atom})$`, flags.replace(/[gymd]/g, ''))
  const known = new Map<string, boolean>()
  return character => {
    const answer = known.get(character) ?? expression.test(character)
    known.set(character, answer)
    return answer
  }
}
