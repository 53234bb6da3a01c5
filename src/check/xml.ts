// XML as feed readers and search engines read it: strictly. The door to saxes, whose trap is that after a mistake it goes on where a handler for
// mistakes is set; without one it throws, and the message begins with the place.

import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text in it, without that of its children. */
  readonly text: string
}

/** The root of a document, or what keeps it from being one. */
export type ReadXml = { readonly root: XmlElement } | { readonly problem: string; readonly line: number }

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

export function readXml(document: string): ReadXml {
  const top: OpenElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser({ xmlns: true })
  const write = (text: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const)
    const element: OpenElement = { name: local, attributes: new Map(values), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', write)
  parser.on('cdata', write)
  try {
    parser.write(document).close()
  } catch (error) {
    const [, line = '1', problem = String(error)] = /^(\d+):\d+: (.*?)\.?$/s.exec(error instanceof Error ? error.message : '') ?? []
    return { problem, line: Number(line) }
  }
  const root = top.children[0]
  return root === undefined ? { problem: 'it is empty', line: 1 } : { root }
}

export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter(child => child.name === name)
}

/** The text of the first child of a name, without the space around it; empty where there is none. */
export function textIn(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? ''
}
