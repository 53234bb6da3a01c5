// `- [ ] to do` and `- [x] done`: boxes that show a state and cannot be ticked, marked up as kramdown's GFM parser does.

import type { StateCore, Token } from 'markdown-it'
import type { Frame } from '../../body.ts'
import { escapeHtml } from '../../text/escape.ts'
import type { Extension } from '../extension.ts'
import { tagEnd } from '../writing.ts'

export const taskLists: Extension = {
  name: 'task lists',
  read: { commonmark: markdown => markdown.core.ruler.after('inline', 'task_lists', markTasks) },
  write: { task_box: (tokens, index, { frame }) => writeBox(tokens[index]?.meta?.['isDone'] === true, frame) },
}

function markTasks(state: StateCore): void {
  const lists: Token[] = []
  state.tokens.forEach((token, index) => {
    if (isList(token) && token.nesting === 1) lists.push(token)
    if (isList(token) && token.nesting === -1) lists.pop()
    const [item, paragraph] = [state.tokens[index - 2], state.tokens[index - 1]]
    const first = token.children?.[0]
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open' || first?.type !== 'text') return
    const box = /^\[([ xX])\]\s+(?=\S)/.exec(first.content)
    if (!box) return
    first.content = first.content.slice(box[0].length)
    token.children?.unshift(checkbox(state, box[1] !== ' '))
    item.attrJoin('class', 'task-list-item')
    lists.at(-1)?.attrSet('class', 'task-list')
  })
}

function isList({ type }: Token): boolean {
  return /^(?:bullet|ordered)_list_/.test(type)
}

function checkbox(state: StateCore, isDone: boolean): Token {
  const token = new state.Token('task_box', 'input', 0)
  token.meta = { isDone }
  return token
}

// The label of our own pages is for screen readers: the text beside the box is no label of its own.
function writeBox(isDone: boolean, frame: Frame): string {
  const { dress, say } = frame
  const label = dress === 'page' ? ` aria-label="${escapeHtml(say(isDone ? 'taskDone' : 'taskOpen'))}"` : ''
  return `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${isDone ? ' checked="checked"' : ''}${label}${tagEnd(frame)}`
}
