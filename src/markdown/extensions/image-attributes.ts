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

function withAttributes(line: readonly Token[]): Token[] {
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
