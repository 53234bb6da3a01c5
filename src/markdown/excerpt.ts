// The excerpt of a post, as Jekyll cuts it (excerpt.rb): the text before the separator, with the link definitions it uses.

/** The excerpt's Markdown, or undefined where the whole text is the excerpt. An empty separator asks for that. */
export function excerptOf(body: string, separator: string): string | undefined {
  const end = separator === '' ? -1 : body.indexOf(separator)
  if (end < 0) return undefined
  const [head, tail] = [body.slice(0, end), body.slice(end + separator.length)]
  if (tail === '') return head
  const definitions = [...tail.matchAll(/^ {0,3}(\[[^\]]+\])(:.+)$/gm)].filter(([, label]) => label !== undefined && head.includes(label))
  return definitions.length === 0 ? head : `${head}\n\n${definitions.map(([, label, rest]) => `${label}${rest}`).join('\n')}`
}

const blockTags = ['highlight', 'raw', 'if', 'unless', 'case', 'for', 'capture', 'comment', 'tablerow']

/** Closes the Liquid blocks that the cut has left open. */
export function closeTags(excerpt: string): string {
  if (!excerpt.includes('{%')) return excerpt
  const unclosed = new Set(blockTags.filter(name => !new RegExp(`\\{%-?\\s*end${name}`).test(excerpt)))
  const open = [...excerpt.matchAll(/\{%-?\s*(\w+)/g)].map(([, name = '']) => name).filter(name => unclosed.has(name))
  return (
    excerpt +
    open
      .reverse()
      .map(name => `\n{% end${name} %}`)
      .join('')
  )
}
