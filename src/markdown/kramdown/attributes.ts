// Attribute lists: `{: .class #id key="value" reference}`, and `{:name: …}` which gives one a name.

import type { AttributeList, Element } from './element.ts'
import { idName, space } from './patterns.ts'

const part = new RegExp(
  `(?:^|${space})(?:(${idName})=("|')((?:\\\\\\}|\\\\\\2|(?!\\2)[^}])*?)\\2|(${idName})|((?:#[A-Za-z][\\w:-]*|\\.[^ \\t\\r\\n\\f\\v.#]+)+))(?=${space}|$)`,
  'g',
)

export function makeAttributeList(): AttributeList {
  return { attributes: new Map(), references: [] }
}

/** Adds what `text` says to `list`; classes add up, of other attributes the last counts. */
export function readAttributes(text: string, list: AttributeList): void {
  for (const [, key, quote = '', value = '', reference, idsAndClasses] of text.matchAll(part)) {
    if (reference !== undefined) list.references.push(reference)
    else if (key !== undefined) list.attributes.set(key, value.replace(new RegExp(`\\\\(\\}|${quote})`, 'g'), '$1'))
    else
      for (const [, id, name] of (idsAndClasses ?? '').matchAll(/#([A-Za-z][\w:-]*)|\.([^ \t\r\n\f\v.#]+)/g)) {
        if (id !== undefined) list.attributes.set('id', id)
        else if (name !== undefined) addAttribute(list.attributes, 'class', name)
      }
  }
}

function addAttribute(attributes: Map<string, string>, name: string, value: string): void {
  const before = attributes.get(name)
  attributes.set(name, name === 'class' && before !== undefined ? `${before} ${value}`.trimStart() : value)
}

/** Puts a list's attributes on an element, those of the lists it refers to first. */
export function applyAttributes(
  attributes: Map<string, string>,
  list: AttributeList,
  named: ReadonlyMap<string, AttributeList>,
  depth = 0,
): void {
  for (const reference of list.references) {
    const other = named.get(reference)
    // A list may name itself, by a detour too.
    if (other !== undefined && depth < 20) applyAttributes(attributes, other, named, depth + 1)
  }
  for (const [name, value] of list.attributes) addAttribute(attributes, name, value)
}

/** Adds one list to another that an element already has. */
export function mergeLists(into: AttributeList, more: AttributeList): void {
  into.references.push(...more.references)
  for (const [name, value] of more.attributes) addAttribute(into.attributes, name, value)
}

/** The element's own list, made if it has none. */
export function listOf(element: Element): AttributeList {
  element.list ??= makeAttributeList()
  return element.list
}
