// How a value of YAML becomes one of a wanted type; shared by the keys of the configuration and of the front matter.

import type { Author, Data, DataMap } from '../model.ts'
import { writtenMoment } from '../text/dates.ts'

/** `read` answers undefined for a value of the wrong type; `wanted` names the right one in a sentence. */
export interface Reader<Value> {
  readonly wanted: string
  readonly read: (value: Data) => Value | undefined
  /** All there are, where the list is closed. */
  readonly choices?: readonly string[]
}

export const text: Reader<string> = { wanted: 'a text', read: textOf }

/** One name of a closed list. */
export function oneOf<const Name extends string>(choices: readonly Name[]): Reader<Name> {
  return { wanted: orList(choices), read: value => choices.find(name => name === textOf(value)), choices }
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

export const flag: Reader<boolean> = {
  wanted: 'true or false',
  read: value => (typeof value === 'boolean' ? value : undefined),
}

/** A switch that may also carry settings of its own, as in `comments: {provider: giscus}`; any settings mean yes. */
export const flagOrSettings: Reader<boolean> = {
  wanted: 'true or false',
  read: value => (typeof value === 'boolean' ? value : typeof value === 'object' && value !== null ? true : undefined),
}

export const count: Reader<number> = {
  wanted: 'a whole number',
  read: value => {
    const number = value instanceof Number ? value.valueOf() : value
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
  },
}

/** A list of texts; one text is a list of one. Empty places are left out. */
export const texts: Reader<readonly string[]> = {
  wanted: 'a text or a list of texts',
  read: value =>
    Array.isArray(value) ? value.flatMap(item => textOf(item) ?? []) : textOf(value) === undefined ? undefined : [textOf(value) ?? ''],
}

export const map: Reader<DataMap> = { wanted: 'a group of keys', read: value => (isMap(value) ? value : undefined) }

/** A group, or the first of its keys alone: `style: terminal` is `style: { look: terminal }`. */
export function groupOr(first: string): Reader<DataMap> {
  return {
    wanted: 'a name or a group of keys',
    read: value => (isMap(value) ? value : textOf(value) === undefined ? undefined : { [first]: value }),
  }
}

export const anything: Reader<Data> = { wanted: 'anything', read: value => value }

/** `Ada`, `{name: Ada, email: …}` or a list of either. */
export const authors: Reader<readonly Author[]> = {
  wanted: 'a name, or a group with a name',
  read: value => {
    const read = (Array.isArray(value) ? value : [value]).map(authorOf)
    return read.every(author => author !== undefined) ? read : undefined
  },
}

function authorOf(value: Data): Author | undefined {
  const name = isMap(value) ? textOf(value['name'] ?? null) : textOf(value)
  if (name === undefined) return isMap(value) ? { name: '' } : undefined
  if (!isMap(value)) return { name }
  const [email, url] = [textOf(value['email'] ?? null), textOf(value['url'] ?? value['uri'] ?? null)]
  return { name, ...(email === undefined ? {} : { email }), ...(url === undefined ? {} : { url }) }
}

/** True for a group of keys that are names: not a list, not a timestamp, not a float, not empty. */
export function isMap(value: Data | undefined): value is DataMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date || value instanceof String || value instanceof Number || value instanceof Map)
}

/** The milliseconds since 1970 of a timestamp; undefined for whatever is none. */
export function instantOf(value: Data | undefined): number | undefined {
  if (value instanceof String) return writtenMoment(value.valueOf()).epoch
  return value instanceof Date ? value.getTime() : undefined
}

/** A scalar as text, the way Ruby's `to_s` tells it; undefined for lists, groups and nothing. */
export function textOf(value: Data): string | undefined {
  if (typeof value === 'string') return value
  if (value instanceof Date)
    return value
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z/, ' UTC')
  if (value instanceof String) return value.valueOf()
  if (value instanceof Number) return value.toFixed(1)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** What an author wrote, named for a message: `a list`, `the number 3`. */
export function describe(value: Data): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (isMap(value)) return 'a group of keys'
  return typeof value === 'string'
    ? `the text ${JSON.stringify(value)}`
    : `the ${value instanceof Number ? 'number' : typeof value} ${textOf(value)}`
}
