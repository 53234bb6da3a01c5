// Names of paragraphs, as Obsidian has them: `^a-name` at the end of a paragraph, or alone below a list, a table or a quotation. A link by name leads
// there, `[[Note#^a-name]]`.

import type { StateCore, Token } from 'markdown-it'
import { doubleLabel } from '../../diagnostics/texts.ts'
import { envOf, type MarkdownEnv } from '../env.ts'
import type { Extension } from '../extension.ts'
import { placeAhead } from '../lecture/place.ts'
import { wordsOfLine } from '../texts-in-line.ts'

export const blockNames: Extension = {
  name: 'block names',
  tokens: state => {
    const { hasBlocks, body } = envOf(state.env)
    if (hasBlocks && atEndOfLine.test(body)) takeNames(state)
  },
}

// At least two signs with a letter among them: `^2` is a power, `^th` makes an ordinal.
const name = String.raw`\^((?!(?:st|nd|rd|th)\b)(?=[\d-]*[a-z])[a-z\d][a-z\d-]+)`
const atEndOfLine = new RegExp(String.raw`(?:^|[\s>])${name}[ \t]*$`, 'im')
const atEnd = new RegExp(String.raw`(?:^|\s+)${name}\s*$`, 'i')

function takeNames(state: StateCore): void {
  const dropped = new Set<Token>()
  const taken = new Set(state.tokens.map(token => token.attrGet('id')))
  state.tokens.forEach((open, index, tokens) => {
    const [line, close] = [tokens[index + 1], tokens[index + 2]]
    const last = line?.type === 'inline' ? line.children?.at(-1) : undefined
    const label = last?.type === 'text' ? atEnd.exec(last.content)?.[1] : undefined
    if (!/^(?:paragraph|heading)_open$/.test(open.type) || last === undefined || label === undefined || line === undefined) return
    last.content = last.content.replace(atEnd, '')
    const isAlone = wordsOfLine(line) === '' && line.children?.length === 1
    const whole = isAlone ? openOf(tokens, index - 1) : open.hidden ? tokens[index - 1] : open
    if (isAlone && whole !== undefined && close !== undefined) for (const token of [open, line, close]) dropped.add(token)
    addName(envOf(state.env), label, whole ?? open, isAlone ? '' : wordsOfLine(line), taken)
  })
  if (dropped.size > 0) state.tokens = state.tokens.filter(token => !dropped.has(token))
}

// The block that ends at `index`, from its other end.
function openOf(tokens: readonly Token[], index: number): Token | undefined {
  let depth = 0
  for (let at = index; at >= 0; at -= 1) {
    depth -= tokens[at]?.nesting ?? 0
    if (depth === 0) return tokens[at]
  }
  return undefined
}

/** So many letters of a paragraph stand for it where a link says nothing. */
const longest = 60

function addName(env: MarkdownEnv, label: string, token: Token, words: string, taken: ReadonlySet<unknown>): void {
  const { labels, diagnostics } = env
  if (labels.has(`^${label}`)) {
    diagnostics.push(doubleLabel(placeAhead(`^${label}`, token.map?.[0] ?? 0, env), label))
    return
  }
  if (token.attrGet('id') === null) token.attrSet('id', taken.has(label) ? `${label}-paragraph` : label)
  const short = words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/, '')} …`
  labels.set(`^${label}`, { id: String(token.attrGet('id')), name: short || label })
}
