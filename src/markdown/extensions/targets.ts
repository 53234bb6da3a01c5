// Places that MyST names: a line `(clocks)=` in front of a heading, a figure or a paragraph gives it that label.

import type { StateCore, Token } from 'markdown-it'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { wordsOfLine } from '../texts-in-line.ts'

export const targets: Extension = {
  name: 'targets',
  tokens: state => {
    if (!envOf(state.env).hasBlocks || !envOf(state.env).body.includes(')=')) return
    takeTargets(state)
  },
}

const target = /^\(([\p{L}\p{N}][\p{L}\p{N}_:. -]*)\)=(?=\n|$)/u

function takeTargets(state: StateCore): void {
  const dropped = new Set<Token>()
  state.tokens.forEach((open, index, tokens) => {
    const [line, close, next, nextLine] = [1, 2, 3, 4].map(ahead => tokens[index + ahead])
    const [first, second] = line?.children ?? []
    const [written = '', label] = (open.type === 'paragraph_open' && first?.type === 'text' && target.exec(first.content)) || []
    if (first === undefined || label === undefined || line === undefined || close === undefined) return
    const isAlone = second === undefined && first.content === written
    if (!isAlone) {
      // The paragraph goes on, and is what is meant.
      first.content = first.content.slice(written.length).replace(/^\n/, '')
      if (second?.type === 'softbreak') line.children?.splice(0, 2)
      name(state, label, open, undefined)
    } else if (next?.nesting === 1) {
      name(state, label, next, next.type === 'heading_open' ? nextLine : undefined)
      for (const token of [open, line, close]) dropped.add(token)
    }
  })
  if (dropped.size > 0) state.tokens = state.tokens.filter(token => !dropped.has(token))
}

// What is called by a label of its own, as a theorem is, keeps it.
function name({ env }: StateCore, label: string, token: Token, heading: Token | undefined): void {
  const { labels } = envOf(env)
  if (token.attrGet('id') === null || heading !== undefined) token.attrSet('id', label.replace(/\s+/g, '-'))
  const id = String(token.attrGet('id'))
  const known = [...labels.values()].find(labelled => labelled.id === id)
  if (!labels.has(label)) labels.set(label, known ?? { id, name: heading === undefined ? label : wordsOfLine(heading) })
}
