// How many steps a regular expression takes, counted by a matcher that goes back and tries again like the engine's own, which tells
// nobody. Where the two find different things, the count is worth nothing and this throws.

import { type Program, programOf } from './regex-program.ts'

export interface Counter {
  steps: number
}

interface Thread {
  readonly pc: number
  readonly at: number
  readonly slots: readonly number[]
}

type Slots = readonly number[]

/** Counts what `expression` does on `text` from `from` on, and compares it with what the engine found there. */
export function countMatch(
  program: Program,
  expression: RegExp,
  text: string,
  from: number,
  found: RegExpExecArray | null,
  counter: Counter,
): void {
  const last = expression.sticky || program.isAnchored ? from : text.length
  for (let at = from; at <= last; at++) {
    const slots = run(program, text, at, undefined, counter)
    if (slots === undefined) continue
    if (found?.index !== at || at + found[0].length !== slots[1]) throw new Error(`counted another match of ${expression} at ${at}`)
    return
  }
  if (found !== null) throw new Error(`counted no match of ${expression}`)
}

// The places of the match from `at`, up to `to` if that is given.
function run(program: Program, text: string, at: number, to: number | undefined, counter: Counter): Slots | undefined {
  const waiting: Thread[] = [{ pc: 0, at, slots: [at] }]
  for (let thread = waiting.pop(); thread !== undefined; thread = waiting.pop()) {
    const slots = follow(program, text, thread, waiting, counter)
    if (slots !== undefined && (to === undefined || slots[1] === to)) return slots
  }
  return undefined
}

// One way through the program; where it parts, the other way waits.
function follow(program: Program, text: string, thread: Thread, waiting: Thread[], counter: Counter): Slots | undefined {
  let { pc, at, slots } = thread
  for (;;) {
    const instruction = program.instructions[pc]
    counter.steps++
    if (instruction === undefined) return withSlot(slots, 1, at)
    pc++
    if (instruction.op === 'either') {
      waiting.push({ pc: instruction.second, at, slots })
      pc = instruction.first
    } else if (instruction.op === 'jump') pc = instruction.to
    else if (instruction.op === 'save') slots = withSlot(slots, instruction.slot, at)
    else if (instruction.op === 'zero') slots = withSlot(slots, instruction.slot, 0)
    else if (instruction.op === 'limit') {
      const times = slots[instruction.slot] ?? 0
      if (times >= instruction.most) pc = instruction.out
      else slots = withSlot(slots, instruction.slot, times + 1)
    } else if (instruction.op === 'moved') {
      if (slots[instruction.slot] === at) return undefined
    } else if (instruction.op === 'character') {
      const character = characterAt(text, at, program.isUnicode)
      if (character === '' || !instruction.accepts(character)) return undefined
      at += character.length
    } else if (instruction.op === 'place') {
      if (!instruction.accepts(text, at)) return undefined
    } else if (instruction.op === 'again') {
      const repeated = text.slice(slots[2 * instruction.group] ?? 0, slots[2 * instruction.group + 1] ?? 0)
      counter.steps += repeated.length
      if (!text.startsWith(repeated, at)) return undefined
      at += repeated.length
    } else if (looks(instruction.program, text, at, instruction.isBehind, counter) === instruction.isNegative) return undefined
  }
}

// Behind a place are only short things looked for; they are tried from every beginning that could be meant.
function looks(program: Program, text: string, at: number, isBehind: boolean, counter: Counter): boolean {
  if (!isBehind) return run(program, text, at, undefined, counter) !== undefined
  for (let from = at; from >= Math.max(0, at - 2); from--) if (run(program, text, from, at, counter) !== undefined) return true
  return false
}

function withSlot(slots: Slots, slot: number, at: number): Slots {
  const changed = slots.slice()
  changed[slot] = at
  return changed
}

function characterAt(text: string, at: number, isUnicode: boolean): string {
  return isUnicode && at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.charAt(at)
}

/** Programs by source and flags. */
export function programs(): (expression: RegExp) => Program {
  const known = new Map<string, Program>()
  return expression => {
    const name = `${expression.flags} ${expression.source}`
    const program = known.get(name) ?? programOf(expression)
    known.set(name, program)
    return program
  }
}
