// Code that can be referred to: ```` ```{#lst-sum .python lst-cap="A sum"} ````, `{: #lst-sum}` below the code, or with MyST's `{code-block}`. It is
// numbered by itself, and its caption stands above it. What only has a caption has no number.

import type { StateCore, Token } from 'markdown-it'
import { misspeltOption } from '../../diagnostics/texts.ts'
import { nearest } from '../../text/nearest.ts'
import { isDiagram } from '../diagrams.ts'
import { envOf } from '../env.ts'
import type { Extension, ExtensionTools } from '../extension.ts'
import { attributedFence } from '../kramdown/attributed-fence.ts'
import { grammarFor } from '../languages.ts'
import { bracesOf, type FenceOptions, readFenceOptions } from '../lecture/fence-options.ts'
import { takeWords } from '../lecture/floats.ts'
import { placeAhead } from '../lecture/place.ts'
import { readLine } from './math.ts'

export const listings: Extension = {
  name: 'listings',
  kramdownBlocks: [attributedFence],
  tokens: (state, tools) => {
    if (!envOf(state.env).hasBlocks) return
    for (const token of state.tokens)
      if (token.type === 'fence' && !isDiagram(token.info) && hasOptions(token)) takeOptions(token, state, tools)
  },
}

function hasOptions({ info, attrs }: Token): boolean {
  return info.includes('{') || (attrs ?? []).some(([name, value]) => /^(?:lst-cap|caption)$/.test(name) || String(value).startsWith('lst-'))
}

function takeOptions(token: Token, state: StateCore, tools: ExtensionTools): void {
  const info = token.info.trim()
  const options = readFenceOptions(token)
  const language = languageIn(info)
  if (language === undefined) return
  token.content = options.source
  token.meta = { ...token.meta, isListing: true }
  if (info.includes('{')) token.info = `${language} ${bracesOf(info).replace(/^[\d\s,-]+$/, '{$&}')} ${flagsOf(options)}`
  const { label } = options
  if (label?.startsWith('lst-') || (label !== undefined && options.isLabelFree)) token.meta = { ...token.meta, label, phrase: 'listing' }
  else if (label !== undefined) token.attrSet('id', label)
  takeWords(token, options.caption, text => readLine(text, state, tools))
  complain(token, info, options, state)
}

// Of `{.python}`, `{python}`, `python {…}` and `{code-block} python`; undefined for a directive that is none of code.
function languageIn(info: string): string | undefined {
  if (!info.startsWith('{')) return /^[^\s{]*/.exec(info)?.[0]
  const directive = /^\{(?:code-block|code-cell|code|sourcecode)\}[ \t]*(\S*)/.exec(info)
  if (directive !== null) return (directive[1] ?? '').replace(/^i?python[23]?$/, 'python')
  const inside = bracesOf(info)
  const word = /^[\w+-]+/.exec(inside)?.[0]
  if (word !== undefined) return grammarFor(word) === undefined ? undefined : word
  return /(?:^|\s)\.([\w+-]+)/.exec(inside)?.[1] ?? ''
}

// What MyST calls otherwise than we do.
function flagsOf({ named }: FenceOptions): string {
  const marked = named.get('emphasize-lines')
  const title = named.get('filename')
  return [
    ...(named.has('linenos') || named.has('lineno-start') ? ['linenos'] : []),
    ...(marked === undefined ? [] : [`mark="${marked}"`]),
    ...(title === undefined ? [] : [`title="${title}"`]),
  ].join(' ')
}

const known = [
  'lst-cap',
  'caption',
  'lst-label',
  'label',
  'name',
  'filename',
  'title',
  'linenos',
  'lineno-start',
  'emphasize-lines',
  'mark',
  'hl_lines',
]

function complain(token: Token, info: string, { named }: FenceOptions, { env }: StateCore): void {
  if (!info.includes('{')) return
  for (const name of named.keys()) {
    const near = known.includes(name) || name.length < 4 ? undefined : nearest(name, known)
    if (near !== undefined) envOf(env).diagnostics.push(misspeltOption(placeAhead(name, token.map?.[0] ?? 0, envOf(env)), name, near))
  }
}
