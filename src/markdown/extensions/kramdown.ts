// Jekyll's dialect: the text is read by kramdown's rules, and handed on as markdown-it's tokens.

import type { MarkdownIt } from 'markdown-it'
import { envOf } from '../env.ts'
import type { Extension, ExtensionTools } from '../extension.ts'
import { type MakeToken, tokenMaker } from '../kramdown/emitter.ts'
import { readDocument } from '../kramdown/finish.ts'
import { nothingAdded } from '../kramdown/parser.ts'
import { makeParser } from '../kramdown/read.ts'
import { toTokens } from '../kramdown/to-tokens.ts'
import { putBack } from '../math/set-aside.ts'
import { complainOfDepth } from '../too-deep.ts'

export const kramdown: Extension = { name: 'kramdown', read: { kramdown: read } }

function read(markdown: MarkdownIt, { kramdown: options, added }: ExtensionTools): void {
  // markdown-it's own rules for blocks and spans are taken out; those that work on its tokens stay.
  markdown.core.ruler.disable(['normalize', 'inline', 'linkify', 'replacements', 'smartquotes', 'text_join', 'strip_references'], true)
  const withoutElements = { ...added, elements: nothingAdded.elements }
  let makeToken: MakeToken | undefined
  markdown.core.ruler.at('block', state => {
    makeToken ??= tokenMaker(state.Token)
    const { math, hasBlocks, cites } = envOf(state.env)
    const { formulas } = math
    const addedHere = cites ? added : withoutElements
    // The id of a heading is made of what the author wrote, not of a formula's number.
    const parser = makeParser(options, markdown.utils.unescapeAll, hasBlocks ? addedHere : nothingAdded)
    const document = readDocument(parser, state.src, text => putBack(text, formulas))
    const { tokens, tooDeep } = toTokens(state, document, makeToken)
    state.tokens = tokens
    if (!tooDeep) return
    const [, lineEnds = '', rest = ''] = /^(\s*\n)?(.*)/.exec(tooDeep.value) ?? []
    complainOfDepth(envOf(state.env), tooDeep.line + lineEnds.split('\n').length - 1, putBack(rest, formulas))
  })
}
