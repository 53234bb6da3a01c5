// What Pandoc and Quarto read behind a picture: `![A curve](x.png){#fig-curve width=50%}`. kramdown has `{: …}` for it and shows this as text.

import type { Token } from 'markdown-it'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { type Attributes, areAttributes, readAttributes } from '../lecture/attributes.ts'

export const imageAttributes: Extension = {
  name: 'image attributes',
  tokens: ({ tokens, env }) => {
    if (!envOf(env).hasBlocks || !/\)\s?\{/.test(envOf(env).body)) return
    for (const block of tokens) if (block.children?.some(({ type }) => type === 'image')) block.children = withAttributes(block.children)
  },
}

const behind = /^[ \t]?\{([^{}\n]*)\}/

const [opens, closes] = [/^[ \t]?\{[^{}\n]*$/, /^[^{}\n]*\}/]

// A formula in them is no token of its own.
function withWholeBraces(line: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (let at = 0; at < line.length; ) {
    const token = line[at] as Token
    const isOpen = token.type === 'text' && out.at(-1)?.type === 'image' && opens.test(token.content)
    const end = isOpen ? endOfBraces(line, at) : at
    out.push(
      end === at
        ? token
        : copyOf(token, {
            content: line
              .slice(at, end + 1)
              .map(writtenAs)
              .join(''),
          }),
    )
    at = end + 1
  }
  return out
}

/** The token in which the braces end that the one at `start` opens; that one itself where none does. */
function endOfBraces(line: readonly Token[], start: number): number {
  for (let at = start + 1; at < line.length; at += 1) {
    const { type, content } = line[at] as Token
    if (type === 'text' && closes.test(content)) return at
    if (type !== 'text' && type !== 'math_inline') return start
  }
  return start
}

function writtenAs({ type, content }: Token): string {
  return type === 'text' ? content : `$${content.replace(/[{}]/g, '')}$`
}

function withAttributes(written: readonly Token[]): Token[] {
  const line = withWholeBraces(written)
  return line.flatMap((token, index) => {
    const found = token.type === 'text' && line[index - 1]?.type === 'image' ? behind.exec(token.content) : null
    if (found === null || !areAttributes(found[1] ?? '')) return [token]
    give(line[index - 1] as Token, readAttributes(found[1] ?? ''))
    const content = token.content.slice(found[0].length)
    return content === '' ? [] : [copyOf(token, { content })]
  })
}

function give(image: Token, { id, classes, pairs }: Attributes): void {
  if (id !== undefined) image.attrSet('id', id)
  if (classes.length > 0) image.attrJoin('class', classes.join(' '))
  const styles = ['width', 'height'].flatMap(side => {
    const size = pairs.get(side)
    if (size === undefined) return []
    // Pixels are what the attribute means; it knows no other unit.
    const pixels = /^(\d+)(?:px)?$/.exec(size)?.[1]
    if (pixels !== undefined) image.attrSet(side, pixels)
    return pixels === undefined && /^\d*\.?\d+(?:%|cm|mm|in|pt|em|rem|vw)$/.test(size) ? [`${side}: ${size}`] : []
  })
  if (styles.length > 0) image.attrSet('style', styles.join('; '))
  const words = pairs.get('fig-alt') ?? pairs.get('alt')
  if (words === undefined) return
  // What stands in the brackets is the caption then, and this is for those who do not see the picture.
  image.meta = { caption: image.children ?? [], ...image.meta }
  image.children = [copyOf(image, { type: 'text', tag: '', content: words, children: null, attrs: null, meta: null })]
  image.content = words
}
