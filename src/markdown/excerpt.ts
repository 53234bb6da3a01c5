// The excerpt of a post, as Jekyll cuts it (excerpt.rb): the text before the separator, with the link definitions it uses.

/** The excerpt's Markdown, or undefined where the whole text is the excerpt. An empty separator asks for that. */
export function excerptOf(body: string, separator: string): string | undefined {
  const end = separator === '' ? -1 : body.indexOf(separator)
  if (end < 0) return undefined
  const [head, tail] = [body.slice(0, end), body.slice(end + separator.length)]
  if (tail === '') return head
  const excerpt = closeTags(head, tail)
  const definitions = [...tail.matchAll(/^ {0,3}(\[[^\]]+\])(:.+)$/gm)].filter(([, label]) => label !== undefined && head.includes(label))
  return definitions.length === 0 ? excerpt : `${excerpt}\n\n${definitions.map(([, label, rest]) => `${label}${rest}`).join('\n')}`
}

const blockTags = ['highlight', 'raw', 'if', 'unless', 'case', 'for', 'capture', 'comment', 'tablerow']

// Closes the Liquid blocks that the cut has left open. What the text never closes stays open: Jekyll stops there, and loops within
// loops that nobody closed would be run.
function closeTags(head: string, tail: string): string {
  if (!head.includes('{%')) return head
  const left = new Map(blockTags.filter(name => !endsOf(name).test(head)).map(name => [name, tail.match(endsOf(name))?.length ?? 0]))
  const open = [...head.matchAll(/\{%-?\s*(\w+)/g)].map(([, name = '']) => name).reverse()
  const closed = open.filter(name => {
    const ends = left.get(name) ?? 0
    left.set(name, ends - 1)
    return ends > 0
  })
  return head + closed.map(name => `\n{% end${name} %}`).join('')
}

function endsOf(name: string): RegExp {
  return new RegExp(`\\{%-?\\s*end${name}`, 'g')
}
