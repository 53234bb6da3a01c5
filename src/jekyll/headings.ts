// The headings of a text, with the classes of the elements that they stand in.

import { unescapeHtml } from '../text/escape.ts'

export interface FoundHeading {
  readonly level: number
  readonly id: string | undefined
  readonly classes: readonly string[]
  /** Classes of all elements around it. */
  readonly around: ReadonlySet<string>
  /** What a reader sees of it. */
  readonly text: string
  /** Where what stands in it begins. */
  readonly innerStart: number
}

const tag = /<!--[\s\S]*?-->|<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

interface Open {
  readonly name: string
  readonly classes: readonly string[]
}

export function findHeadings(html: string): FoundHeading[] {
  const found: FoundHeading[] = []
  const open: Open[] = []
  for (const { 0: whole, 1: slash, 2: written, 3: attributes = '', index } of html.matchAll(tag)) {
    if (written === undefined) continue
    const name = written.toLowerCase()
    if (slash) close(open, name)
    else if (!empty.has(name) && !whole.endsWith('/>')) {
      const classes = (attributeOf(attributes, 'class') ?? '').split(/\s+/).filter(Boolean)
      if (/^h[1-6]$/.test(name)) {
        const innerStart = index + whole.length
        const around = new Set(open.flatMap(element => element.classes))
        const text = textUpTo(html, innerStart, name)
        found.push({ level: Number(name[1]), id: attributeOf(attributes, 'id'), classes, around, text, innerStart })
      }
      open.push({ name, classes })
    }
  }
  return found
}

// An end tag ends what was opened and not closed within; one without a beginning ends nothing.
function close(open: Open[], name: string): void {
  const last = open.findLastIndex(element => element.name === name)
  if (last >= 0) open.length = last
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(attributes)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? undefined : unescapeHtml(value)
}

function textUpTo(html: string, start: number, name: string): string {
  const end = html.toLowerCase().indexOf(`</${name}`, start)
  return unescapeHtml(html.slice(start, end < 0 ? undefined : end).replace(tag, ''))
}
