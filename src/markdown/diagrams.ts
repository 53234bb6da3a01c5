// Diagrams are boxes of code in the language mermaid, which a script of the page draws; whoever has none reads the code.

const fence = /^[ \t>*+-]*(?:`{3,}|~{3,}|:{3,})[ \t]*(?:\{[^{}\n]*)?mermaid\b|^[ \t>*+-]*<(?:div|pre)\b[^>]*\bmermaid\b|language-mermaid/m

/** Whether a text may hold a diagram. */
export function mayHaveDiagram(text: string): boolean {
  return text.includes('mermaid') && fence.test(text)
}

/** Quarto writes `{mermaid}` where others write `mermaid`, and Pandoc `{.mermaid}` or `{#fig-x .mermaid}`. */
export function isDiagram(info: string): boolean {
  return /^(?:\{\.?|\{[^{}"']*\s\.)?mermaid(?![\w-])/.test(info.trim())
}
