// Markup of other tools that nothing here reads, so that it would stand in the page as it was written. Looked for in what has become text: code,
// formulas and whatever an extension has read are none.

import type { Token } from 'markdown-it'
import type { Diagnostic, Place } from '../diagnostic.ts'
import { formulaInTable, undefinedNote, unknownBlock, unreadFence, unreadMarkup } from '../diagnostics/texts.ts'
import { nearest } from '../text/nearest.ts'
import type { MarkdownEnv } from './env.ts'
import { grammarFor } from './languages.ts'
import { directiveName } from './lecture/directives.ts'
import { kindNamed, knownNames } from './lecture/kinds.ts'
import { nameOfFence } from './lecture/opening.ts'
import { placeAhead } from './lecture/place.ts'
import { otherDirectives } from './other-directives.ts'
import { type OtherMarkup, otherTools, roleMend } from './other-tools.ts'

// A quick look at a whole body, and then at each of its texts: most have none of it.
const any =
  /\$\$|\^\[|\[!|!\[\[|^:::|^!!!|^\?\?\?|^===|^\.\.|\\@?[a-z]|\[(?:see |cf\. )?-?@|\{\{[<%]|\[\^|\{[a-z:]+\}`|^[ ]{0,3}(?:```|~~~)/im

export function otherMarkup(tokens: readonly Token[], env: MarkdownEnv): Diagnostic[] {
  if (!any.test(env.body)) return []
  const found: Diagnostic[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'inline' && (token.children ?? []).some(mayBeOther)) {
      found.push(...inBlock(token, env))
      if (/^t[dh]_open$/.test(tokens[index - 1]?.type ?? '')) found.push(...cutFormula(token, env))
    } else if (token.type === 'fence' && token.info.includes('{')) found.push(...directives(token, env))
  }
  return found
}

function mayBeOther({ type, content }: Token): boolean {
  if (type === 'code_inline') return content.includes('\n')
  return type === 'text' && (content.endsWith('}') || any.test(content))
}

// Half of a formula in a cell, whose other half stands in the next.
function cutFormula({ children, map }: Token, env: MarkdownEnv): Diagnostic[] {
  const texts = (children ?? []).filter(({ type }) => type === 'text').map(({ content }) => content)
  const isCut = env.math.isBuilt && texts.join('').split('$$').length % 2 === 0
  return isCut ? [formulaInTable(placeAhead('$$', map?.[0] ?? 0, env))] : []
}

// A fence with more than one word behind it: the text in front of a blank line, or code in a line if there is none.
const longFence = /^(?:`{3,}|~{3,})[ \t]*(\w+[ \t]+\S[^\n]*)/

function codes(children: readonly Token[], { body }: MarkdownEnv): string[] {
  return children
    .filter(({ type, content }) => type === 'code_inline' && content.includes('\n'))
    .map(({ content }) => `\`\`\`${content}`)
    .filter(written => body.includes(written))
}

function inBlock({ children, map }: Token, env: MarkdownEnv): Diagnostic[] {
  const line = map?.[0] ?? 0
  const texts = (children ?? []).filter(({ type }) => type === 'text').map(({ content }) => content)
  const fences = [...codes(children ?? [], env), ...texts].flatMap(text => longFence.exec(text)?.[1] ?? [])
  const place = (needle: string) => placeAhead(needle, line, env)
  return [
    ...texts.flatMap(text => [
      ...unknownBlocks(text, env, place),
      ...otherTools.flatMap(tool => writtenFor(tool, text, env, place)),
      ...notes(text, env, place),
    ]),
    ...roles(children ?? [], place),
    ...fences.map(info => unreadFence(place(info.split(/["'“”‘’]/)[0] ?? ''), info)),
  ]
}

type PlaceOf = (needle: string) => Place

function writtenFor({ name, pattern, mend, isSure }: OtherMarkup, text: string, { hasBlocks }: MarkdownEnv, place: PlaceOf): Diagnostic[] {
  // Hardly any text has any, and to make an expression takes longer than to look.
  if (!pattern.test(text)) return []
  const found = new Set([...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([words]) => words))
  return [...found].map(words => unreadMarkup(place(words), name, mend(words, hasBlocks), isSure))
}

// `[^aeiou]` may be a class of letters: a mark stands right behind a word, or has a number, or others have their notes.
const mark = /(?<stuck>[\p{L}.,;:!?)”"’]?)\[\^(?<label>[^[\]\s]+)\](?!\()(?<goesOn>[\w*+?])?/gu

function notes(text: string, { footnoteLabels }: MarkdownEnv, place: PlaceOf): Diagnostic[] {
  const told = new Map<string, Diagnostic>()
  for (const { groups } of text.matchAll(mark)) {
    const { label = '', stuck, goesOn } = groups ?? {}
    const isSure = goesOn === undefined && (stuck !== '' || footnoteLabels.length > 0 || /^\d{1,3}$/.test(label))
    told.set(label, undefinedNote(place(`[^${label}]`), label, nearest(label, footnoteLabels), isSure))
  }
  return [...told.values()]
}

// MyST writes its roles in front of code, `{cite}`, and its directives where the language of a box of code stands.
function roles(children: readonly Token[], place: PlaceOf): Diagnostic[] {
  return children.flatMap(({ type, content }, index) => {
    const role = type === 'text' && children[index + 1]?.type === 'code_inline' ? /\{([a-z][\w:-]*)\}$/i.exec(content)?.[0] : undefined
    return role === undefined
      ? []
      : [unreadMarkup(place(`${role}\``), `The role ${role} of MyST`, roleMend(role, children[index + 1]?.content ?? ''), false)]
  })
}

function directives({ info, map }: Token, env: MarkdownEnv): Diagnostic[] {
  const name = directiveName(/^\{([^{}]*)\}/.exec(info.trim())?.[1] ?? '') ?? ''
  const kind = kindNamed(name)
  const asBlock = env.hasBlocks ? `write a line ::: ${kind?.name} above it and ::: below it, without the fence` : 'write it as a quotation'
  const mend = kind === undefined ? otherDirectives.get(name) : asBlock
  const near = mend === undefined && env.hasBlocks && grammarFor(name) === undefined ? nearest(name, knownNames) : undefined
  const place = placeAhead(name, map?.[0] ?? 0, env)
  if (near !== undefined) return [unknownBlock(place, name, near, true)]
  return mend === undefined ? [] : [unreadMarkup(place, `The directive {${name}} of MyST`, mend, true)]
}

// A block that nobody knows: the name of another tool's, or a misspelt one of ours.
function unknownBlocks(text: string, { hasBlocks }: MarkdownEnv, place: (needle: string) => Place): Diagnostic[] {
  const [, name] = /^\[!([a-z][\w-]*)\]/i.exec(text) ?? []
  const fence = /^:{3,}[ \t]*[^\s:][^\n]*/.exec(text)?.[0]
  const unknown = name ?? (fence === undefined ? undefined : nameOfFence(fence))
  if (unknown === undefined) return []
  const where = place(name === undefined ? (fence ?? '') : `[!${name}]`)
  if (!hasBlocks)
    return [
      unreadMarkup(where, 'A block of a lecture', 'only the theme of Lectern itself shows such blocks; write it as a quotation', false),
    ]
  const mend = fence?.includes('{') ? otherDirectives.get(unknown) : undefined
  if (mend !== undefined) return [unreadMarkup(where, `The directive {${unknown}} of MyST`, mend, true)]
  return [unknownBlock(where, unknown, nearest(unknown, knownNames), fence !== undefined)]
}
