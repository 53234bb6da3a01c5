// YAML with positions. The only file that imports yaml, whose traps are:
// - its own schemas read `12:30` and `2024-01-31` otherwise than Ruby, so it is asked for bare strings and `plainScalar` decides;
// - it answers a merge chain or an alias bomb with minutes of work or a raw ReferenceError, so aliases are walked here, on a budget;
// - a key called `__proto__` is data like any other to it, so objects here have no prototype and refuse such keys.

import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Data, DataMap } from '../model.ts'
import { plainScalar } from './plain-scalar.ts'
import { readPlainYaml } from './plain-yaml.ts'

/** Where a top-level key and its value stand, as offsets in the YAML text. */
export interface KeyPlace {
  readonly key: number
  readonly keyLength: number
  readonly value: number
  readonly valueLength: number
}

export interface YamlProblem {
  readonly kind: 'syntax' | 'repeated'
  readonly offset: number
  readonly length: number
  readonly message: string
  readonly hint: string
}

export interface Yaml {
  /** Null for an empty text, and where a syntax problem left nothing to trust. */
  readonly value: Data
  /** The places of the top-level keys, if the text is a map. */
  readonly places: ReadonlyMap<string, KeyPlace>
  readonly problems: readonly YamlProblem[]
}

// Front matter has tens of nodes and a big data file thousands; billions come only from alias bombs.
const nodeBudget = 200_000
const depthLimit = 100
const refused = new Set(['__proto__', 'constructor', 'prototype'])

class TooMuch extends Error {}

/** Reads one YAML document. Scalars mean what they mean to Jekyll. Never throws. */
export function readYaml(text: string): Yaml {
  return readPlainYaml(text) ?? readAnyYaml(text)
}

/** The same by the whole parser alone. */
export function readAnyYaml(text: string): Yaml {
  const document = parseAsLibyaml(text)
  if ('kind' in document) return { value: null, places: new Map(), problems: [document] }
  const errors = document.errors.map(error => syntaxProblem(codeOf(error, text), error.message, error.pos))
  if (errors.length > 0) return { value: null, places: new Map(), problems: errors.slice(0, 1) }
  const problems: YamlProblem[] = []
  try {
    const value = read(document.contents, { document, problems, visited: 0 }, 0)
    return { value, places: placesOf(document), problems }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return {
      value: null,
      places: new Map(),
      problems: [
        {
          kind: 'syntax',
          offset: 0,
          length: 1,
          message: error.message,
          hint: 'write the values out instead of repeating them by aliases',
        },
      ],
    }
  }
}

// libyaml, and so Jekyll, lets a quoted value go on at the very start of the next line. Folding makes a space of that line
// end anyway, so one is put there, and every offset stays what it was.
function parseAsLibyaml(text: string): Document.Parsed | YamlProblem {
  const document = parse(text)
  const isUnclosed = !('kind' in document) && document.errors[0]?.code === 'MISSING_CHAR'
  const joined = isUnclosed
    ? text.replace(/^([\w-]+:[ \t]+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[ \t]*$)/gm, value => value.replace(/\n(?=\S)/g, ' '))
    : text
  return joined === text ? document : parse(joined)
}

function parse(text: string): Document.Parsed | YamlProblem {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    }) as Document.Parsed
  } catch (error) {
    // Thousands of open brackets overflow its stack; to the author that is one more way to write broken YAML.
    return {
      kind: 'syntax',
      offset: 0,
      length: 1,
      message: `it is nested too deeply (${String(error)})`,
      hint: 'close the brackets',
    }
  }
}

interface Walk {
  readonly document: Document.Parsed
  readonly problems: YamlProblem[]
  /** Nodes visited so far, an alias's again each time it is used. */
  visited: number
}

function read(node: unknown, walk: Walk, depth: number): Data {
  if (++walk.visited > nodeBudget) throw new TooMuch('aliases make it expand without end')
  if (depth > depthLimit) throw new TooMuch(`it is nested more than ${depthLimit} levels deep`)
  if (isAlias(node)) {
    const target = node.resolve(walk.document)
    if (target === undefined) walk.problems.push(syntaxProblem('BAD_ALIAS', '', rangeOf(node)))
    return target === undefined ? null : read(target, walk, depth + 1)
  }
  if (isSeq(node)) return node.items.map(item => read(item, walk, depth + 1))
  if (isMap(node)) return readMap(node, walk, depth)
  if (!isScalar(node)) return null
  const text = typeof node.value === 'string' ? node.value : ''
  return node.type === 'PLAIN' && node.tag === undefined ? plainScalar(text) : text
}

function readMap(map: YAMLMap, walk: Walk, depth: number): Data {
  const result: Record<string, Data> = Object.create(null)
  const own = new Set<string>()
  for (const pair of map.items) {
    const key = keyText(pair)
    if (refused.has(key)) continue
    if (key === '<<') {
      merge(result, read(pair.value, walk, depth + 1))
      continue
    }
    if (own.has(key)) walk.problems.push(repeatedProblem(pair, key))
    own.add(key)
    result[key] = read(pair.value, walk, depth + 1)
  }
  return result
}

// YAML 1.1's merge key: what the map says itself counts more than what it merges in.
function merge(into: Record<string, Data>, merged: Data): void {
  for (const source of Array.isArray(merged) ? merged : [merged]) {
    if (typeof source !== 'object' || source === null) continue
    for (const [key, inherited] of Object.entries(source as DataMap)) if (!(key in into)) into[key] = inherited
  }
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : ''
}

function repeatedProblem(pair: Pair, key: string): YamlProblem {
  return { kind: 'repeated', offset: rangeOf(pair.key)[0], length: key.length, message: key, hint: '' }
}

function placesOf(document: Document.Parsed): Map<string, KeyPlace> {
  const places = new Map<string, KeyPlace>()
  if (!isMap(document.contents)) return places
  for (const pair of document.contents.items as Pair[]) {
    const [key, keyEnd] = rangeOf(pair.key)
    const [value, valueEnd] = rangeOf(pair.value ?? pair.key)
    places.set(keyText(pair), { key, keyLength: keyEnd - key, value, valueLength: valueEnd - value })
  }
  return places
}

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = (node as Node | null)?.range
  return range ? [range[0], range[1]] : [0, 1]
}

// What authors get wrong most, said in plain words; the rest in the library's.
const plainWords: Record<string, readonly [message: string, hint: string]> = {
  BLOCK_AS_IMPLICIT_KEY: [
    'a value with a colon and a space looks like a second key',
    'put the value in quotes, as in title: "C++: an introduction"',
  ],
  TAB_AS_INDENT: ['a line is indented with a tab', 'indent with spaces'],
  MISSING_CHAR: [
    'a quote or bracket is opened and not closed, or a colon is missing',
    'close it on this line, or put the whole value in quotes',
  ],
  BAD_INDENT: ['the indentation does not fit the lines above', 'align the line with its neighbours, using spaces'],
  BAD_SCALAR_START: ['a value begins with a character that YAML reserves', 'put the value in quotes'],
  BAD_DQ_ESCAPE: ['a backslash in double quotes begins no known escape', 'use single quotes, or double the backslash'],
  MULTILINE_IMPLICIT_KEY: [
    'a line is neither a key with a value nor the rest of one',
    'write it as key: value, or indent it below the key it belongs to',
  ],
  BAD_ALIAS: ['a value begins with *, which means an alias in YAML', 'put the value in quotes'],
  TOO_DEEP: ['it is nested too deeply', 'close the brackets'],
  UNEXPECTED_TOKEN: ['something stands where the value has already ended', 'put the value in quotes'],
}

// The library's code for the first thing it stumbled over is not always that for what the author did.
function codeOf({ code, message, pos }: { code: string; message: string; pos: readonly [number, number] }, text: string): string {
  const line = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0] + 1)
  if (/^[\w-]+:[ \t]+\*/.test(line)) return 'BAD_ALIAS'
  if (message.startsWith('Implicit')) return 'MULTILINE_IMPLICIT_KEY'
  return message.includes('call stack') ? 'TOO_DEEP' : code
}

function syntaxProblem(code: string, libraryMessage: string, [start, end]: readonly [number, number]): YamlProblem {
  const [message, hint] = plainWords[code] ?? [libraryMessage, 'put values with unusual characters in quotes']
  return { kind: 'syntax', offset: start, length: Math.min(Math.max(1, end - start), 80), message, hint }
}
