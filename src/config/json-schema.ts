// JSON Schemas of the front matter and of `_config.yml` for editors, derived from THE LISTS of keys: what an editor proposes is what is read.

import { ownValue } from '../text/own-value.ts'
import { hosts } from './deploy.ts'
import type { Reader } from './readers.ts'
import * as readers from './readers.ts'
import { type StyleKey, styleKeys } from './style.ts'

interface KeyList {
  readonly [name: string]: {
    readonly reader: Reader<unknown>
    readonly aliases: readonly string[]
    readonly doc: string
    readonly absent?: unknown
  }
}

const scalar = { type: ['string', 'number', 'boolean'] }
const author = {
  anyOf: [
    { type: 'string' },
    { type: 'object', properties: { name: { type: 'string' }, email: { type: 'string' }, url: { type: 'string' } } },
  ],
}

const host = { enum: Object.keys(hosts) }
const style = {
  anyOf: [
    { enum: [...styleKeys.look.choices] },
    { type: 'object', properties: Object.fromEntries(Object.entries<StyleKey>(styleKeys).map(([name, key]) => [name, styleShape(key)])) },
  ],
}

// Fonts may be lists of CSS too, and colours a group of light and dark.
function styleShape({ doc, choices, names }: StyleKey): object {
  return { ...(choices ? { enum: choices } : {}), ...(names ? { examples: names } : {}), description: doc }
}

/** What each reader takes; one that is not here takes anything. */
const shapes: ReadonlyMap<Reader<unknown>, object> = new Map<Reader<unknown>, object>([
  [readers.text, scalar],
  [readers.flag, { type: 'boolean' }],
  [readers.flagOrSettings, { type: ['boolean', 'object'] }],
  [readers.count, { type: 'integer', minimum: 0 }],
  [readers.texts, { anyOf: [scalar, { type: 'array', items: scalar }] }],
  [readers.map, { type: 'object' }],
  [readers.authors, { anyOf: [author, { type: 'array', items: author }] }],
])

/** What stands in keys that are read where they are used. */
const shapesOfKeys: Readonly<Record<string, object>> = {
  style,
  deploy: { anyOf: [host, { const: false }, { type: 'array', items: host }] },
}

/** Keys that are not in the list may stand there too: they reach the templates. */
export function schemaOf(title: string, keys: KeyList): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(keys).flatMap(([name, { reader, aliases, doc, absent }]) => {
        const shape = orNothing(shapeOf(name, reader))
        const value = { ...shape, description: doc, ...(isTold(absent) ? { default: absent } : {}) }
        return [[name, value], ...aliases.map(alias => [alias, { ...shape, description: `The same as ${name}. ${doc}` }])]
      }),
    ),
    additionalProperties: true,
  }
}

function shapeOf(name: string, reader: Reader<unknown>): object {
  return ownValue(shapesOfKeys, name) ?? (reader.choices ? { enum: reader.choices } : (shapes.get(reader) ?? {}))
}

// A key without a value means that it is not there.
function orNothing(shape: object): object {
  return Object.keys(shape).length === 0 ? {} : { anyOf: [shape, { type: 'null' }] }
}

function isTold(absent: unknown): boolean {
  return absent === true || typeof absent === 'number' || (typeof absent === 'string' && /^\S+$/.test(absent))
}
