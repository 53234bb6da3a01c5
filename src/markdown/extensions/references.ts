// References to what has a label: `@thm-cap`, `@eq-loss`, `@sec-proofs`, `@fig-curve`, and to lectures: `@lec-3`. What they say depends on where the
// label stands, in this text or in another of its course, so it is said when the text is written.

import type { StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { type Labelled, sayLabelled } from '../../words/labelled.ts'
import { copyOf } from '../copy-of.ts'
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
const inBrackets = String.raw`\[(-?@${name}(?:;[ \n]*-?@${name})*)\]`
const reference = new RegExp(String.raw`${inBrackets}|(?<![\p{L}\p{N}@./_-])@(${name})`, 'gu')

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
    const made = (written: string, content: string): Token => {
      const label = written.replace(/^-?@/, '')
      refersTo.push({ label, line })
      return Object.assign(new state.Token('cross_reference', '', 0), { content, meta: { label, isNumber: written.startsWith('-') } })
    }
    // `[@thm-cap; @thm-law]` are several; brackets are left out, as Quarto does it.
    const each = (text: Token, { 0: content, 1: several, 2: bare = '' }: RegExpExecArray): Token[] => {
      const labels = several?.split(/;\s*/) ?? [bare]
      if (labels.length === 1) return [made(labels[0] ?? '', content)]
      return labels.flatMap((label, index) => [...(index === 0 ? [] : [copyOf(text, { content: '; ' })]), made(label, label)])
    }
    block.children = replaceTexts(block.children, text => cutAt(text, reference, found => each(text, found)))
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
  const whole = here === undefined ? (elsewhere ?? '') : sayLabelled(here, say, through?.prefix)
  const labelled = here ?? there?.labelled
  const said = escapeHtml(token.meta?.['isNumber'] === true && labelled ? numberIn(whole, labelled) : whole)
  return writing.frame.dress === 'words' ? said : `<a href="${address}" class="reference">${said}</a>`
}

// `[-@thm-cap]` is the number by itself, behind words of its author's: `Theorems 1 and 2`.
function numberIn(said: string, { phrase, name: number }: Labelled): string {
  return phrase === undefined || number === '' ? said : (said.split('\u00a0').at(-1) ?? said)
}
