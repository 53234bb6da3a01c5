// Diagrams are boxes of code in the language mermaid, which a script of the page draws; whoever has none reads the code.

const fence = /^[ \t>*+-]*(?:`{3,}|~{3,})[ \t]*\{?\.?mermaid\b|^[ \t>*+-]*<(?:div|pre)\b[^>]*\bmermaid\b|language-mermaid/m

/** Whether a text may hold a diagram. */
export function mayHaveDiagram(text: string): boolean {
  return text.includes('mermaid') && fence.test(text)
}

/** Quarto writes `{mermaid}` where others write `mermaid`, and Pandoc `{.mermaid}`. */
export function isDiagram(info: string): boolean {
  return /^(?:\{\.?)?mermaid(?![\w-])/.test(info.trim())
}

export interface DiagramOptions {
  readonly label: string | undefined
  /** In Markdown; undefined for none. */
  readonly caption: string | undefined
  /** The diagram without them. */
  readonly source: string
}

/** Reads what Quarto has in front of a diagram: `%%| label: fig-flow` and `%%| fig-cap: …`, which may go on in further lines. */
export function readDiagramOptions(content: string): DiagramOptions {
  const [head = ''] = /^(?:[ \t]*%%\|[^\n]*\n?)+/.exec(content) ?? []
  const options = head.split('\n').map(line => line.replace(/^[ \t]*%%\|[ \t]?/, ''))
  const optionOf = (name: string): string | undefined => {
    const at = options.findIndex(option => option.startsWith(`${name}:`))
    if (at < 0) return undefined
    const more = options.slice(at + 1)
    const end = more.findIndex(line => !/^[ \t]+\S/.test(line))
    const first = (options[at] ?? '').slice(name.length + 1).trim()
    const lines = [first.replace(/^[|>][+-]?$/, ''), ...more.slice(0, end < 0 ? undefined : end)]
    return lines
      .map(line => line.trim())
      .join(' ')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .replaceAll('\\"', '"')
  }
  return { label: optionOf('label'), caption: optionOf('fig-cap'), source: content.slice(head.length) }
}
