// References to what has a label: `@thm-cap`, `@eq-loss`, `@sec-proofs`, `@fig-curve`, and to lectures: `@lec-3`. What they say depends on where the
// label stands, in this text or in another of its course, so it is said when the text is written.

import type { Renderer, StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { lazily } from '../../text/lazily.ts'
import { type Labelled, sayLabelled } from '../../words/labelled.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension, ExtensionTools, Write } from '../extension.ts'
import { labelPrefixes } from '../lecture/kinds.ts'
import { type Role, withRoles } from '../lecture/roles.ts'
import { tagInWords } from '../math/formula.ts'
import { cutAt, replaceTexts, wordsOfLine } from '../texts-in-line.ts'
import { localAddress, type Writing } from '../writing.ts'

export const references: Extension = {
  name: 'references',
  tokens: (state, tools) => {
    if (!envOf(state.env).hasBlocks) return
    labelSections(state)
    labelEquations(state, tools)
    findReferences(state)
  },
  write: { cross_reference: (...written) => writeReference(...written) },
}

/** A piece of a pattern, as what labels begin with is. */
export const kinds = labelPrefixes.join('|')
// `@Fig-curve` begins a sentence in Quarto, where names of things are small elsewhere.
const anyKind = kinds.replace(/[a-z]+/g, kind => `[${kind.charAt(0)}${kind.charAt(0).toUpperCase()}]${kind.slice(1)}`)
const inLatin = lazily(() => referenceOf('0-9A-Za-zªµºÀ-ÖØ-öø-ÿ²³¹¼½¾'))
const inAny = lazily(() => referenceOf(String.raw`\p{L}\p{N}`))

// A text in Latin letters, with the dashes and quotes of print, holds no others: those of all Unicode take V8 25 ms to compile.
function referenceIn(text: string): RegExp {
  return /^[\0-\u00ff\u2000-\u206f]*$/.test(text) ? inLatin() : inAny()
}

function referenceOf(letters: string): RegExp {
  const name = `(?:${anyKind})-[${letters}](?:[${letters}_:.-]*[${letters}])?`
  const inBrackets = String.raw`\[(-?@${name}(?:;[ \n]*-?@${name})*)\]`
  // `[Fig. @fig-curve]` calls it so, as does `[Fig. -@fig-curve]`, and not otherwise.
  const named = String.raw`\[(\p{Lu}\p{L}*\.?)[ \n\u00a0]-?@(${name})\]`
  const ofLatex = String.raw`\\ref\{(${name})\}`
  return new RegExp(`${inBrackets}|${named}|(?<![${letters}@./_-])(-?@${name})|${ofLatex}`, 'gu')
}

function labelSections({ tokens, env }: StateCore): void {
  const { labels } = envOf(env)
  tokens.forEach((token, index) => {
    const id = token.type === 'heading_open' ? String(token.attrGet('id') ?? '') : ''
    if (id.startsWith('sec-') && !labels.has(id)) labels.set(id, { id, name: wordsOfLine(tokens[index + 1]) })
  })
}

// `\label{loss}`, `\label{eq:loss}` and `\label{eq-loss}` are all what `@eq-loss` means.
function labelEquations({ env }: StateCore, { mathRenderer }: ExtensionTools): void {
  const { labels, math } = envOf(env)
  for (const [written, number] of math.equations.names) {
    const id = `eq-${(math.equations.firsts.get(written) ?? written).replace(/\s+/g, '-')}`
    const label = `eq-${written.replace(/^eq[:-]/, '').replace(/\s+/g, '-')}`
    if (!labels.has(label)) labels.set(label, { id, phrase: 'equation', name: tagInWords(number, envOf(env), mathRenderer) })
  }
}

function findReferences(state: StateCore): void {
  const { body, bodyLine, refersTo, headings } = envOf(state.env)
  // Behind a directive for a solution stands the label of its exercise.
  if (!/@|\}`|\]\(#|\{(?:solution|answer)\b|\\ref\{/.test(body)) return
  for (const block of state.tokens) {
    if (!block.children) continue
    const line = (block.map?.[0] ?? 0) + bodyLine
    const made = (content: string, reference: Reference): Token => {
      refersTo.push({ label: reference.label, line })
      return crossReference(state, content, reference)
    }
    const known = withNames(
      withRoles(block.children, role => made(role.written, ofRole(role, state))),
      state,
    )
    block.children = withReferences(known, made)
  }
  // What a heading is called in the list of contents is a link itself.
  for (const heading of headings)
    Object.assign(heading, {
      tokens: withReferences(heading.tokens, (content, reference) => crossReference(state, content, { ...reference, isInLink: true })),
    })
}

type Make = (content: string, reference: Reference) => Token

function withReferences(line: readonly Token[], made: Make): Token[] {
  // `[@thm-cap; @thm-law]` are several; brackets are left out, as Quarto does it.
  const each = (text: Token, [content, several, word, one = '', bare = '', latex]: RegExpExecArray): Token[] => {
    if (latex !== undefined) return [made(content, readReference(`-@${latex}`))]
    if (word !== undefined) return [made(content, { ...readReference(one), says: `${word}\u00a0%s` })]
    const labels = several?.split(/;\s*/) ?? [bare]
    if (labels.length === 1) return [made(content, readReference(labels[0] ?? ''))]
    return labels.flatMap((label, index) => [...(index === 0 ? [] : [copyOf(text, { content: '; ' })]), made(label, readReference(label))])
  }
  return replaceTexts(line, text => {
    if (!/@|\\ref\{/.test(text.content)) return [text]
    return cutAt(text, referenceIn(text.content), found => each(text, found))
  })
}

function readReference(written: string): Reference {
  const label = written.replace(/^-?@?/, '')
  return { label: label.charAt(0).toLowerCase() + label.slice(1), isNumber: written.startsWith('-') }
}

// A label of MyST may have any name; that of an equation is ours with `eq-` in front.
function ofRole({ label, isEquation, isNumber, says }: Role, { env }: StateCore): Reference {
  const equation = `eq-${label.replace(/^eq[:-]/, '').replace(/\s+/g, '-')}`
  const isOurs = !isEquation && (envOf(env).labels.has(label) || !envOf(env).labels.has(equation))
  return { label: isOurs ? label : equation, isNumber, ...(says !== undefined && { says }) }
}

// `[](#clocks)` leaves the words to us.
function withNames(line: readonly Token[], state: StateCore): readonly Token[] {
  const nameless = (token: Token | undefined, close: Token | undefined): string | undefined => {
    const id = token?.type === 'link_open' && close?.type === 'link_close' ? /^#(.+)$/.exec(String(token.attrGet('href')))?.[1] : undefined
    return id !== undefined && envOf(state.env).labels.has(id) ? id : undefined
  }
  if (!line.some((token, index) => nameless(token, line[index + 1]) !== undefined)) return line
  return line.flatMap((token, index) => {
    if (nameless(line[index - 1], token) !== undefined) return []
    const label = nameless(token, line[index + 1])
    return label === undefined ? [token] : [crossReference(state, '', { label, isNumber: false })]
  })
}

/** How a reference is written. */
type Reference = {
  readonly label: string
  readonly isNumber: boolean
  /** Its author's words for what it leads to, in which `%s` is the number; undefined for ours. */
  readonly says?: string
  readonly isInLink?: boolean
}

function crossReference(state: StateCore, content: string, meta: Reference): Token {
  return Object.assign(new state.Token('cross_reference', '', 0), { content, meta })
}

const writeReference: Write = (tokens, index, writing, renderer) => {
  const token = tokens[index] as Token
  const { label, says, isNumber, isInLink } = token.meta as Reference
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
  const short = labelled && (isNumber || says !== undefined) ? (there?.number ?? numberIn(whole, labelled)) : whole
  const own =
    here !== undefined && says === undefined && !isInLink && writing.frame.dress !== 'words'
      ? wordsOfSection(here, writing, renderer)
      : undefined
  const said = own ?? escapeHtml(says?.replace('%s', short) ?? short)
  return writing.frame.dress === 'words' || isInLink ? said : `<a href="${address}" class="reference">${said}</a>`
}

// A section of this text with its formulas and its code.
function wordsOfSection({ id, phrase }: Labelled, writing: Writing, renderer: Renderer): string | undefined {
  const heading = phrase === undefined ? writing.body.headings.find(heading => heading.id === id) : undefined
  if (heading === undefined || !heading.tokens.some(({ type }) => /^(?:math|code)_inline$/.test(type))) return undefined
  return renderer.renderInline([...heading.tokens], {} as never, writing)
}

// `[-@thm-cap]` is the number by itself, behind words of its author's: `Theorems 1 and 2`.
function numberIn(said: string, { phrase, name: number }: Labelled): string {
  return phrase === undefined || number === '' ? said : (said.split('\u00a0').at(-1) ?? said)
}
