// Markup of other tools that nothing here reads, so that it would stand in the page as it was written. Looked for in what has become text: code,
// formulas and whatever an extension has read are none.

import type { Token } from 'markdown-it'
import type { Diagnostic, Place } from '../diagnostic.ts'
import { unknownBlock, unreadFence, unreadMarkup } from '../diagnostics/texts.ts'
import { nearest } from '../text/nearest.ts'
import { below, positionOnLine } from '../text/position.ts'
import type { MarkdownEnv } from './env.ts'
import { knownNames } from './lecture/kinds.ts'
import { nameOfFence } from './lecture/opening.ts'

interface OtherMarkup {
  /** What the markup is called. */
  readonly name: string
  readonly pattern: RegExp
  readonly mend: string
}

/** THE LIST of what is looked for. */
const others: readonly OtherMarkup[] = [
  {
    name: 'A callout of MkDocs',
    pattern: /^(?:!!!|\?\?\?\+?)\s+[a-z]/i,
    mend: 'write it as a quotation that begins with a line > [!NOTE]',
  },
  {
    name: 'An environment of LaTeX',
    pattern: /\\begin\{(?:itemize|enumerate|figure|table)\}/,
    mend: 'write it in Markdown; only formulas are read as TeX',
  },
  {
    name: 'A theorem of LaTeX',
    pattern: /\\begin\{(?:theorem|lemma|proof|definition|corollary|example|remark|proposition|conjecture|exercise)\}/,
    mend: 'write a line ::: theorem above it and ::: below it, or the name of another block',
  },
  { name: 'A citation of Pandoc', pattern: /\[(?:see |cf\. )?-?@[\w:.-]+(?:[,;][^[\]\n]*)?\]/, mend: 'write it as a link or a footnote' },
  {
    name: 'A reference of LaTeX',
    pattern: /\\(?:cref|Cref|autoref|citep?|citet)\{[^{}\n\\]+\}/,
    mend: 'write it as a link to a heading; equations are referred to by \\eqref',
  },
  { name: 'A shortcode of Hugo', pattern: /\{\{[<%]\s*\/?[\w-]+/, mend: 'write what it made as Markdown or HTML' },
  {
    name: 'A footnote that is not defined',
    pattern: /\[\^[^[\]\s]+\]/,
    mend: 'write the note below, in a line that begins with its mark and a colon',
  },
]

const any = /\[!|^:::|^!!!|^\?\?\?|\\(?:begin\{[tlpdcerif]|[cC]?ref|autoref|cite)|\[(?:see |cf\. )?-?@|\{\{[<%]|\[\^|^[ ]{0,3}(?:```|~~~)/m

export function otherMarkup(tokens: readonly Token[], env: MarkdownEnv): Diagnostic[] {
  if (!any.test(env.body)) return []
  const found: Diagnostic[] = []
  for (const token of tokens) if (token.type === 'inline') found.push(...inBlock(token, env))
  return found
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
  const place = (needle: string) => placeOf(needle, line, env)
  return [
    ...texts.flatMap(text =>
      [...unknownBlocks(text, env, place)].concat(
        others.flatMap(({ name, pattern, mend }) => {
          const words = pattern.exec(text)?.[0]
          return words === undefined ? [] : [unreadMarkup(place(words), name, mend)]
        }),
      ),
    ),
    ...fences.map(info => unreadFence(place(info.split(/["'“”‘’]/)[0] ?? ''), info)),
  ]
}

// A block that nobody knows: the name of another tool's, or a misspelt one of ours.
function unknownBlocks(text: string, { hasBlocks }: MarkdownEnv, place: (needle: string) => Place): Diagnostic[] {
  const [, name] = /^\[!([a-z][\w-]*)\]/i.exec(text) ?? []
  const fence = /^:{3,}[ \t]*[^\s:][^\n]*/.exec(text)?.[0]
  const unknown = name ?? (fence === undefined ? undefined : nameOfFence(fence))
  if (unknown === undefined) return []
  const where = place(name === undefined ? (fence ?? '') : `[!${name}]`)
  if (!hasBlocks)
    return [unreadMarkup(where, 'A block of a lecture', 'only the theme of Lectern itself shows such blocks; write it as a quotation')]
  return [unknownBlock(where, unknown, nearest(unknown, knownNames))]
}

// The line may be any of the block's, since text knows only where its block begins.
function placeOf(needle: string, from: number, env: MarkdownEnv) {
  const lines = env.lines()
  const start = needle.slice(0, 40)
  const ahead = lines.slice(from, from + 200).findIndex(line => line.includes(start))
  const line = from + Math.max(0, ahead)
  return { file: env.file, position: below(positionOnLine(lines, line + 1, start), env.bodyLine) }
}
