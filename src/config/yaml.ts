// YAML with positions. The only file that imports yaml, whose traps are:
// - its own schemas read `12:30` and `2024-01-31` otherwise than Ruby, so it is asked for bare strings and `plainScalar` decides;
// - it answers a merge chain or an alias bomb with minutes of work or a raw ReferenceError, and goes through the whole document for each alias that
//   it is asked about, so aliases are found once and walked here, on a budget;
// - a key called `__proto__` is data like any other to it, so objects here have no prototype and refuse such keys.

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml'
import type { Data, DataMap, KeyedData } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import { plainScalar } from './plain-scalar.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { problemOf, restBehind, syntaxProblem, type YamlProblem } from './yaml-problems.ts'
import type { KeyPlace, MapLayout, ValueLayout, Yaml } from './yaml-value.ts'

// Front matter has tens of nodes and a big data file thousands; billions come only from alias bombs.
const nodeBudget = 200_000
const depthLimit = 100
const refused = new Set(['__proto__', 'constructor', 'prototype'])

class TooMuch extends Error {}

/** Reads one YAML document. Scalars mean what they mean to Jekyll. Never throws. */
export function readYaml(text: string): Yaml {
  return readPlainYaml(text) ?? readAnyYaml(text)
}

/** The same for a data file, whose maps keep the order of their keys where some are numbers. */
export function readYamlInOrder(text: string): Yaml {
  return readPlainYaml(text) ?? readAnyYaml(text, true)
}

/** The same by the whole parser alone. */
export function readAnyYaml(text: string, keepsOrder = false): Yaml {
  const document = parseAsLibyaml(text)
  if ('kind' in document) return unread(document)
  const [error] = document.errors
  const rest = error !== undefined && isMap(document.contents) ? restBehind(document.contents, error, text) : undefined
  if (error !== undefined && rest === undefined) return unread(problemOf(error, text))
  const problems: YamlProblem[] = rest === undefined ? [] : [rest]
  try {
    const value = read(document.contents, { targets: lazily(() => aliasTargets(document)), problems, keepsOrder, visited: 0 }, 0)
    return { value, places: placesOf(document), problems }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return unread(asAWhole(error.message, 'write the values out instead of repeating them by aliases'))
  }
}

const unread = (problem: YamlProblem): Yaml => ({ value: null, places: new Map(), problems: [problem] })

function asAWhole(message: string, hint: string): YamlProblem {
  return { kind: 'syntax', offset: 0, length: 1, message, hint }
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
    return asAWhole(`it is nested too deeply (${String(error)})`, 'close the brackets')
  }
}

interface Walk {
  readonly targets: () => ReadonlyMap<Alias, Node | undefined>
  readonly problems: YamlProblem[]
  readonly keepsOrder: boolean
  /** Nodes visited so far, an alias's again each time it is used. */
  visited: number
}

function read(node: unknown, walk: Walk, depth: number): Data {
  if (++walk.visited > nodeBudget) throw new TooMuch('aliases make it expand without end')
  if (depth > depthLimit) throw new TooMuch(`it is nested more than ${depthLimit} levels deep`)
  if (isAlias(node)) {
    const target = walk.targets().get(node)
    if (target === undefined) walk.problems.push(syntaxProblem('BAD_ALIAS', '', rangeOf(node)))
    return target === undefined ? null : read(target, walk, depth + 1)
  }
  if (isSeq(node)) return node.items.map(item => read(item, walk, depth + 1))
  if (isMap(node)) return readMap(node, walk, depth)
  if (!isScalar(node)) return null
  const text = typeof node.value === 'string' ? node.value : ''
  return node.type === 'PLAIN' && node.tag === undefined ? plainScalar(text) : text
}

// An alias means the last node before it that has its name.
function aliasTargets(document: Document.Parsed): Map<Alias, Node | undefined> {
  const [named, targets] = [new Map<string, Node>(), new Map<Alias, Node | undefined>()]
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) targets.set(node, named.get(node.source))
      else if (node.anchor !== undefined) named.set(node.anchor, node)
    },
  })
  return targets
}

// An object puts keys that are numbers first, and makes texts of them.
const isIndex = (pair: Pair): boolean => /^\d+$/.test(keyText(pair))

function readKeyed(map: YAMLMap, walk: Walk, depth: number): KeyedData {
  const kept = (map.items as Pair[]).filter(pair => !refused.has(keyText(pair)))
  return new Map(kept.map(pair => [keyOf(pair), read(pair.value, walk, depth + 1)]))
}

function keyOf(pair: Pair): string | number {
  const text = keyText(pair)
  const value = isScalar(pair.key) && pair.key.type === 'PLAIN' ? plainScalar(text) : text
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : text
}

function readMap(map: YAMLMap, walk: Walk, depth: number): Data {
  if (walk.keepsOrder && (map.items as Pair[]).some(isIndex)) return readKeyed(map, walk, depth)
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

// To YAML 1.1 a key called `off` or `yes` is no word, so no template finds it by that.
function keyText({ key }: Pair): string {
  if (!isScalar(key)) return ''
  const text = String(key.value ?? '')
  const value = key.type === 'PLAIN' ? plainScalar(text) : text
  return typeof value === 'boolean' ? String(value) : text
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

/** Data as YAML that Ruby reads back as it is; short lists stand in brackets. */
export function writeYaml(data: DataMap): string {
  const lines = Object.entries(data).map(([key, value]) => {
    const isList = Array.isArray(value)
    const text = stringify(isList ? value : { [key]: value }, {
      version: '1.1',
      lineWidth: 0,
      ...(isList ? { collectionStyle: 'flow' } : {}),
    })
    return isList ? `${key}: ${text.trim().replace(/^\[ (.*) \]$/, '[$1]')}\n` : text
  })
  return lines.join('')
}

/** Undefined for a text that is no map and not empty either, or that cannot be read. */
export function layoutOf(text: string, key: string): MapLayout | undefined {
  const document = parseAsLibyaml(text)
  if ('kind' in document || document.errors.length > 0) return undefined
  const map = document.contents
  if (map === null) return { isFlow: false, start: 0, end: 0, isEmpty: true, asked: undefined }
  if (!isMap(map)) return undefined
  const pairs = map.items as Pair[]
  const [start] = rangeOf(map)
  const last = pairs.at(-1)
  const asked = pairs.findLast(pair => keyText(pair) === key)
  return {
    isFlow: map.flow === true,
    start,
    end: last === undefined ? start + 1 : rangeOf(last.value ?? last.key)[1],
    isEmpty: last === undefined,
    asked: asked && valueLayout(asked),
  }
}

function valueLayout({ key, value }: Pair): ValueLayout {
  const [start, end] = rangeOf(value ?? key)
  const last = isSeq(value) ? value.items.at(-1) : undefined
  const lastItemEnd = last === undefined ? undefined : rangeOf(last)[1]
  return { form: formOf(value), keyEnd: rangeOf(key)[1], start, end, lastItemEnd }
}

function formOf(value: unknown): ValueLayout['form'] {
  if (isSeq(value)) return value.flow === true ? 'list in brackets' : 'list'
  if (!isScalar(value) || /^BLOCK/.test(value.type ?? '')) return 'other'
  return value.source === '' && value.type === 'PLAIN' ? 'nothing' : 'scalar'
}

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = (node as Node | null)?.range
  return range ? [range[0], range[1]] : [0, 1]
}
