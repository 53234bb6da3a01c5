// What KaTeX writes, made valid: browsers forgive it, but readers that look at the MathML need not.

/** The same formula in HTML and MathML Core as they are specified. */
export function validMarkup(html: string): string {
  return withRows(html)
    .replaceAll('<mtd width="50%">', '<mtd>')
    .replace(/(style="(?:[^"]*;)?)height:-[\d.]+em;?/g, '$1')
    .replaceAll(' style=""', '')
}

// Where an operator or identifier holds elements, as that of `\overset` does, it is a row in truth.
function withRows(html: string): string {
  const open: string[] = []
  return html.replace(/<(\/?)(mi|mo)\b([^>]*)>(?=(<[^/])?)/g, (_, slash: string, name: string, attributes: string, child?: string) => {
    if (slash !== '') return `</${open.pop() ?? name}>`
    open.push(child === undefined ? name : 'mrow')
    return child === undefined ? `<${name}${attributes}>` : '<mrow>'
  })
}
