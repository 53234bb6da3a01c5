// Formulas: set by KaTeX when the site is built, or left for a script in the browser as kramdown's mathjax engine leaves them.

import type { MarkdownIt, Renderer, StateCore, Token } from 'markdown-it'
import { texError } from '../../diagnostics.ts'
import { escapeHtml } from '../../text/escape.ts'
import { below, positionAt } from '../../text/position.ts'
import { envOf, type MarkdownEnv } from '../env.ts'
import type { ExtensionTools } from '../extensions.ts'
import { readEquations, referenceLink, withNumbers } from '../math/equations.ts'
import type { MathProblem, MathRenderer } from '../math/katex.ts'
import { putBack, splitAtFormulas } from '../math/set-aside.ts'

export function math(markdown: MarkdownIt, { mathRenderer }: ExtensionTools): void {
  markdown.core.ruler.push('math', takeUpFormulas)
  const rule = (tag: 'div' | 'span') => (tokens: Token[], index: number, _options: unknown, env: unknown, renderer: Renderer) =>
    envOf(env).math.isBuilt
      ? built(tokens[index] as Token, envOf(env), mathRenderer, tag)
      : forClient(tokens[index] as Token, renderer, tag)
  markdown.renderer.rules['math_block'] = rule('div')
  markdown.renderer.rules['math_inline'] = rule('span')
}

// Formulas that were set aside become tokens where they stand in text, and are put back where they stand in code or HTML.
function takeUpFormulas(state: StateCore): void {
  const { math } = envOf(state.env)
  const all: string[] = []
  if (math.formulas.length > 0) putIntoPlace(state, all)
  else if (!gatherFormulas(state.tokens, all)) return
  for (const { children } of state.tokens) if (children) markLinked(children)
  math.equations = readEquations(all)
}

// Most texts have no formula, and are looked through once.
function gatherFormulas(tokens: readonly Token[], all: string[]): boolean {
  for (const token of tokens) {
    if (token.type === 'math_block' || token.type === 'math_inline') all.push(token.content)
    if (token.children) gatherFormulas(token.children, all)
  }
  return all.length > 0
}

function putIntoPlace(state: StateCore, all: string[]): void {
  const { formulas } = envOf(state.env).math
  state.tokens = state.tokens.flatMap(block => (block.meta?.['mayHoldMath'] ? splitText(state, block, all) : [block]))
  for (const block of state.tokens) {
    if (block.type !== 'inline') block.content = putBack(block.content, formulas)
    if (block.type === 'math_block') all.push(block.content)
    if (block.children) block.children = block.children.flatMap(token => takeUp(state, token, all))
  }
}

function takeUp(state: StateCore, token: Token, all: string[]): Token[] {
  const { formulas } = envOf(state.env).math
  if (token.type === 'math_inline') all.push(putBack(token.content, formulas))
  token.attrs = token.attrs?.map(([name, value]) => [name, putBack(String(value), formulas)]) ?? null
  for (const child of token.children ?? []) child.content = putBack(child.content, formulas)
  if (token.type !== 'text') {
    token.content = putBack(token.content, formulas)
    return [token]
  }
  return splitText(state, token, all)
}

// The parts of a text as tokens of its own kind, with the formulas between them.
function splitText(state: StateCore, token: Token, all: string[]): Token[] {
  const { formulas } = envOf(state.env).math
  return splitAtFormulas(token.content).map((part, index) => {
    const formula = index % 2 === 1 ? formulas[Number(part)] : undefined
    const made = new state.Token(formula ? 'math_inline' : token.type, formula ? 'span' : '', 0)
    made.content = formula ? formula.tex : part
    made.map = token.map
    if (!formula) return made
    made.meta = { isDisplay: formula.isDisplay }
    all.push(formula.tex)
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
function forClient(token: Token, renderer: Renderer, tag: 'div' | 'span'): string {
  const attributes = renderer.renderAttrs(token)
  const [open, close] = attributes === '' ? delimiters[tag].bare : delimiters[tag].inElement
  const tex = open + escapeHtml(token.content) + close
  return attributes === '' ? tex : `<${tag}${attributes}>${tex}</${tag}>${tag === 'div' ? '\n' : ''}`
}

function built(token: Token, env: MarkdownEnv, mathRenderer: MathRenderer, tag: 'div' | 'span'): string {
  const link = referenceLink(token.content, env.math.equations)
  if (link !== undefined) return link
  const isDisplay = tag === 'div' || token.meta?.['isDisplay'] === true
  const { tex, id } = withNumbers(token.content, env.math.equations)
  const html = mathRenderer.render(tex, isDisplay, env.math.macros)
  env.math.isUsed = true
  if (typeof html !== 'string') return failed(token.content, env, html, isDisplay)
  const focus = token.meta?.['isLinked'] === true ? '' : ' tabindex="0"'
  const shown = isDisplay ? `<span class="math-box"${focus}${id === undefined ? '' : ` id="${id}"`}>${html}</span>` : html
  return tag === 'div' ? `<p>${shown}</p>\n` : shown
}

// The source in the page says more than a hole; the diagnostic says where it went wrong.
function failed(tex: string, env: MarkdownEnv, problem: MathProblem, isDisplay: boolean): string {
  const position = positionAt(env.body, offsetInBody(tex, env, problem))
  env.diagnostics.push(texError({ file: env.file, position: below(position, env.bodyLine) }, problem.problem))
  return `<code class="math-error">${escapeHtml(isDisplay ? `$$${tex}$$` : `$${tex}$`)}</code>`
}

// A formula whose indentation or escapes were taken off is looked for as it was written, then by its first line.
function offsetInBody(tex: string, { body, math }: MarkdownEnv, problem: MathProblem): number {
  const start = body.indexOf(tex)
  if (start >= 0) return start + offsetInTex(tex, problem)
  const source = math.formulas.find(formula => formula.tex === tex)?.source ?? tex.split('\n', 1)[0] ?? tex
  return Math.max(0, body.indexOf(source))
}

// What was changed before it was read lies either behind the problem or in front of it; else only the formula is known.
function offsetInTex(tex: string, { read, position }: MathProblem): number {
  if (tex.startsWith(read.slice(0, position))) return position
  const rest = read.slice(position)
  return rest !== '' && tex.endsWith(rest) ? tex.length - rest.length : 0
}
