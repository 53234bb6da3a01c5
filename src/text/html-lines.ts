// Coloured code cut into its lines. A comment over several lines is one element, so it is closed and opened again at each end.

/** The lines of `html`, each well-formed by itself; only elements, text and line ends may occur in it. */
export function htmlLines(html: string): string[] {
  const open: string[] = []
  return html.split('\n').map(line => {
    const before = open.join('')
    for (const [tag] of line.matchAll(/<\/?[a-z][^>]*>/g)) {
      if (tag.startsWith('</')) open.pop()
      else open.push(tag)
    }
    const closing = open.map(tag => `</${/^<([a-z]+)/.exec(tag)?.[1]}>`).reverse()
    return before + line + closing.join('')
  })
}
