// Formulas: set by KaTeX when the text is read, or left for a script in the browser as kramdown's mathjax engine leaves them. On a page they are
// drawn by KaTeX's style sheet; where there is none, browsers and readers of feeds set the MathML.

import type { StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension, ExtensionTools, Write } from '../extension.ts'
import { readEquations } from '../math/equations.ts'
import { type Formula, setFormula, writeFormula } from '../math/formula.ts'
import { putBack, setAsideMath, splitAtFormulas } from '../math/set-aside.ts'
import { attributesText, withClasses } from '../writing.ts'
import { kinds } from './references.ts'

export const math: Extension = {
  name: 'math',
  tokens: (state, tools) => {
    takeUpFormulas(state)
    if (envOf(state.env).math.isBuilt) for (const token of formulasIn(state.tokens)) setToken(token, state, tools)
  },
  write: { math_block: write('div'), math_inline: write('span') },
}

function setToken(token: Token, { env }: StateCore, { mathRenderer }: ExtensionTools): void {
  const isDisplay = token.type === 'math_block' || token.meta?.['isDisplay'] === true
  token.meta = { ...token.meta, formula: setFormula(token.content, isDisplay, envOf(env), mathRenderer) }
}

function write(tag: 'div' | 'span'): Write {
  return (tokens, index, writing) => {
    const token = tokens[index] as Token
    const formula = token.meta?.['formula'] as Formula | undefined
    if (formula === undefined) return forClient(token, tag)
    const isLinked = token.meta?.['isLinked'] === true
    const made = writeFormula(formula, writing, isLinked)
    // A link does not stand in a link.
    const written = isLinked && formula.kind === 'reference' ? made.replace(/<[^>]*>/g, '') : made
    return tag === 'div' ? `<p>${written}</p>\n` : written
  }
}

/** A line of Markdown that stands where no formulas are looked for: a caption among the options of a box of code. */
export function readLine(text: string, state: StateCore, tools: ExtensionTools): Token[] {
  const { math } = envOf(state.env)
  const asked = math.formulas.length > 0
  const { text: aside, formulas } = math.isBuilt ? setAsideMath(text, { asked, doubleDollars: true }) : { text, formulas: [] }
  const line: Token[] = []
  state.md.inline.parse(aside, state.md, state.env, line)
  const tokens = line.flatMap(token =>
    token.type === 'text' ? splitText(state, token, formulas) : [copyOf(token, { content: putBack(token.content, formulas) })],
  )
  for (const token of formulasIn(tokens)) setToken(token, state, tools)
  return tokens
}

// Formulas that were set aside become tokens where they stand in text, and are put back where they stand in code or HTML.
function takeUpFormulas(state: StateCore): void {
  const { math, body, hasBlocks } = envOf(state.env)
  if (math.formulas.length > 0) putIntoPlace(state)
  if (hasBlocks && /\$\$\s*[{(]|\{math\}/.test(body)) for (const block of state.tokens) takeLabel(block, body)
  const all = formulasIn(state.tokens)
  if (all.length === 0) return
  for (const { children } of state.tokens) if (children) markLinked(children)
  math.equations = readEquations(all.map(({ content }) => content))
}

// `$$ … $$ {#eq-loss}` is how Quarto writes `\label{eq-loss}`, `$$ … $$ (loss)` and a box of code called `{math}` how MyST does.
function takeLabel(block: Token, body: string): void {
  if (block.type === 'fence' && block.info.trim() === '{math}') takeDirective(block)
  const line = block.children ?? []
  line.forEach((formula, index) => {
    const text = line[index + 1]
    const [written = '', quarto, myst] = text?.type === 'text' ? (behind.exec(text.content) ?? []) : []
    const label = quarto ?? myst
    if (formula.type !== 'math_inline' || text === undefined || label === undefined) return
    // `(1)` and `(proof)` may be what their author wants to be read.
    if (quarto === undefined && !isReferredTo(label, body)) return
    formula.content += ` \\label{${label}}`
    formula.meta = { ...formula.meta, isDisplay: true }
    text.content = text.content.slice(written.length)
  })
}

const behind = /^[ \t]*\n?[ \t]*(?:\{#(eq-[\p{L}\p{N}_:.-]+)\}|\(([\p{L}][\p{L}\p{N}_:.-]*)\))[ \t]*(?=\n|$)/u

function isReferredTo(label: string, body: string): boolean {
  return /^eq[-_:]|[-_:]/.test(label) || [`{eq}\`${label}\``, `@eq-${label}`, `ref{${label}}`].some(reference => body.includes(reference))
}

function takeDirective(block: Token): void {
  const [, options = '', tex = ''] = /^((?:[ \t]*:[\w-]+:[^\n]*\n)*)([\s\S]*)$/.exec(block.content) ?? []
  const label = /:label:[ \t]*(\S+)/.exec(options)?.[1]
  block.type = 'math_block'
  block.content = `${tex.trim()}${label === undefined ? '' : ` \\label{${label}}`}`
}

// Most texts have no formula, and are looked through once.
function formulasIn(tokens: readonly Token[], found: Token[] = []): readonly Token[] {
  for (const token of tokens) {
    if (token.type === 'math_block' || token.type === 'math_inline') found.push(token)
    if (token.children) formulasIn(token.children, found)
    for (const name of ['caption', 'title']) formulasIn((token.meta?.[name] ?? []) as Token[], found)
  }
  return found
}

function putIntoPlace(state: StateCore): void {
  const { formulas } = envOf(state.env).math
  state.tokens = state.tokens.flatMap(block => (block.meta?.['mayHoldMath'] ? splitText(state, block) : [block]))
  for (const block of state.tokens) {
    if (block.type !== 'inline') block.content = putBack(block.content, formulas)
    if (block.children) block.children = block.children.flatMap(token => takeUp(state, token))
  }
}

function takeUp(state: StateCore, token: Token): Token[] {
  const { formulas } = envOf(state.env).math
  const title = token.type === 'image' ? String(token.attrGet('title') ?? '') : ''
  if (/[\ue010]/.test(title))
    token.meta = { ...token.meta, title: splitText(state, copyOf(token, { type: 'text', tag: '', content: title })) }
  token.attrs = token.attrs?.map(([name, value]) => [name, putBack(String(value), formulas)]) ?? null
  // What stands in the brackets of a picture is words for those who do not see it, and may be its caption.
  const words = token.type === 'image' ? ((token.meta?.['caption'] as Token[] | undefined) ?? token.children ?? []) : []
  if (words.some(({ content }) => /[\ue010]/.test(content)))
    token.meta = { ...token.meta, caption: words.flatMap(word => takeUp(state, copyOf(word, {}))) }
  for (const child of token.children ?? []) child.content = putBack(child.content, formulas)
  if (token.type === 'text') return splitText(state, token)
  token.content = putBack(token.content, formulas)
  return [token]
}

// `\ref{thm-cap}` is no formula, but how LaTeX asks for the number of what is no equation.
const toOther = new RegExp(`^\\\\ref\\{((?:${kinds.replace('eq|', '')})-[^{}\\s]+)\\}$`, 'i')

// The parts of a text as tokens of its own kind, with the formulas between them.
function splitText(state: StateCore, token: Token, formulas = envOf(state.env).math.formulas): Token[] {
  const { hasBlocks } = envOf(state.env)
  return splitAtFormulas(token.content).map((part, index) => {
    const formula = index % 2 === 1 ? formulas[Number(part)] : undefined
    if (hasBlocks && formula !== undefined && toOther.test(formula.tex)) return copyOf(token, { content: formula.tex, children: null })
    const made = new state.Token(formula ? 'math_inline' : token.type, formula ? 'span' : '', 0)
    made.content = formula ? formula.tex : part
    made.map = token.map
    if (formula) made.meta = { isDisplay: formula.isDisplay }
    return made
  })
}

// A box that takes the focus must not stand in a link, which does.
function markLinked(tokens: readonly Token[]): void {
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'link_open') depth += 1
    else if (token.type === 'link_close') depth -= 1
    else if (token.type === 'math_inline' && depth > 0) token.meta = { ...token.meta, isLinked: true }
  }
}

type Delimiters = readonly [open: string, close: string]
const delimiters: Record<'div' | 'span', { readonly bare: Delimiters; readonly inElement: Delimiters }> = {
  div: { bare: ['\\[', '\\]\n'], inElement: ['\\[', '\\]\n'] },
  span: { bare: ['\\(', '\\)'], inElement: ['$', '$'] },
}

// With attributes of its own it needs an element to carry them, in which kramdown sets inline math between dollars.
function forClient(token: Token, tag: 'div' | 'span'): string {
  if (token.meta?.['isBare'] === true) return bare(token, tag)
  const attributes = attributesText(token)
  const [open, close] = attributes === '' ? delimiters[tag].bare : delimiters[tag].inElement
  const tex = open + escapeHtml(token.content) + close
  return attributes === '' ? tex : `<${tag}${attributes}>${tex}</${tag}>${tag === 'div' ? '\n' : ''}`
}

// As kramdown writes them without an engine.
function bare({ attrs, content }: Token, tag: 'div' | 'span'): string {
  const attributes = attributesText({ attrs: withClasses(attrs, { back: 'kdmath' }) })
  const tex = escapeHtml(content)
  return tag === 'div' ? `<div${attributes}>$$\n${tex}\n$$</div>\n` : `<span${attributes}>$${tex}$</span>`
}
