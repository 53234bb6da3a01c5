// References to what has a label: `@thm-cap`, `@eq-loss`, `@sec-proofs`, `@fig-curve`, and to lectures: `@lec-3`. What they say depends on where the
// label stands, in this text or in another of its course, so it is said when the text is written.

import type { StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { sayLabelled } from '../../words/labelled.ts'
import { envOf } from '../env.ts'
import type { Extension, Write } from '../extension.ts'
import { cutAt, replaceTexts } from '../texts-in-line.ts'
import { localAddress } from '../writing.ts'

export const references: Extension = {
  name: 'references',
  tokens: state => {
    if (!envOf(state.env).hasBlocks) return
    labelSections(state)
    labelEquations(state)
    findReferences(state)
  },
  write: { cross_reference: (...written) => writeReference(...written) },
}

/** What labels of things begin with. */
export const kinds = 'fig|tbl|eq|sec|thm|lem|cor|prp|cnj|def|exm|exr|rem|prf|sol|lec'
const name = String.raw`(?:${kinds})-[\p{L}\p{N}](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}])?`
const reference = new RegExp(String.raw`\[@(${name})\]|(?<![\p{L}\p{N}@./_-])@(${name})`, 'gu')

function labelSections({ tokens, env }: StateCore): void {
  const { labels } = envOf(env)
  tokens.forEach((token, index) => {
    const id = token.type === 'heading_open' ? String(token.attrGet('id') ?? '') : ''
    if (id.startsWith('sec-') && !labels.has(id)) labels.set(id, { id, name: wordsOf(tokens[index + 1]) })
  })
}

function wordsOf(line: Token | undefined): string {
  const said = (line?.children ?? []).map(({ type, content }) => {
    if (/^(?:text|code_inline|math_inline)$/.test(type)) return content
    return /break$/.test(type) ? ' ' : ''
  })
  return said.join('').trim()
}

// `\label{loss}`, `\label{eq:loss}` and `\label{eq-loss}` are all what `@eq-loss` means.
function labelEquations({ env }: StateCore): void {
  const { labels, math } = envOf(env)
  for (const [written, number] of math.equations.names) {
    const id = `eq-${(math.equations.firsts.get(written) ?? written).replace(/\s+/g, '-')}`
    const label = `eq-${written.replace(/^eq[:-]/, '').replace(/\s+/g, '-')}`
    if (!labels.has(label)) labels.set(label, { id, phrase: 'equation', name: number })
  }
}

function findReferences(state: StateCore): void {
  const { body, bodyLine, refersTo } = envOf(state.env)
  if (!body.includes('@')) return
  for (const block of state.tokens) {
    if (!block.children) continue
    const line = (block.map?.[0] ?? 0) + bodyLine
    const made = ({ 0: content, 1: inBrackets, 2: bare }: RegExpExecArray): Token => {
      const label = inBrackets ?? bare ?? ''
      refersTo.push({ label, line })
      return Object.assign(new state.Token('cross_reference', '', 0), { content, meta: { label } })
    }
    block.children = replaceTexts(block.children, text => cutAt(text, reference, made))
  }
}

const writeReference: Write = (tokens, index, writing) => {
  const token = tokens[index] as Token
  const label = String(token.meta?.['label'])
  const here = writing.body.labels.get(label)
  const there = here === undefined ? writing.frame.labelled(label) : undefined
  if (here === undefined && there === undefined) return escapeHtml(token.content)
  const address =
    here === undefined
      ? escapeHtml(writing.frame.address({ url: there?.address ?? '', kind: 'link', line: 0 }))
      : localAddress(here.id, writing)
  const { say, through } = writing.frame
  const elsewhere = there && through ? sayLabelled(there.labelled, say, through.prefixAt(there.address)) : there?.text
  const said = escapeHtml(here === undefined ? (elsewhere ?? '') : sayLabelled(here, say, through?.prefix))
  return writing.frame.dress === 'words' ? said : `<a href="${address}" class="reference">${said}</a>`
}
