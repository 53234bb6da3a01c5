// `- [ ] to do` and `- [x] done`: boxes that show a state and cannot be ticked, marked up as kramdown's GFM parser does.

import type { StateCore, Token } from 'markdown-it'
import type { Extension } from '../extension.ts'

export const taskLists: Extension = {
  name: 'task lists',
  read: { commonmark: markdown => markdown.core.ruler.after('inline', 'task_lists', markTasks) },
}

function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    const [item, paragraph] = [state.tokens[index - 2], state.tokens[index - 1]]
    const first = token.children?.[0]
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open' || first?.type !== 'text') return
    const box = /^\[([ xX])\]\s+(?=\S)/.exec(first.content)
    if (!box) return
    first.content = first.content.slice(box[0].length)
    token.children?.unshift(checkbox(state, box[1] !== ' '))
    item.attrJoin('class', 'task-list-item')
    listOf(state.tokens, index)?.attrSet('class', 'task-list')
  })
}

function checkbox(state: StateCore, isDone: boolean): Token {
  const token = new state.Token('html_inline', '', 0)
  // The label is for screen readers: the text beside the box is no label of its own.
  token.content = `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${isDone ? ' checked="checked"' : ''} aria-label="${isDone ? 'done' : 'to do'}">`
  return token
}

function listOf(tokens: readonly Token[], index: number): Token | undefined {
  const level = (tokens[index - 2]?.level ?? 0) - 1
  return tokens.slice(0, index).findLast(token => token.level === level && /^(?:bullet|ordered)_list_open$/.test(token.type))
}
