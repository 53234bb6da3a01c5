// What KaTeX writes, made valid: browsers forgive it, but readers that look at the MathML need not.

// KaTeX's fonts hold crossed-out relations at places of the Unicode Private Use Area, which no page should send; the style sheet names
// them instead.
const privateUse = /[\ue000-\uf8ff]/g

// Signs that the normal form of Unicode leaves alone, whatever stands beside them: those of most formulas. To look for others takes a tenth of the time
// that to normalize takes.
const normal = /^[\0-\u02ff\u0391-\u03c9\u2002-\u20cf\u2100-\u2125\u2190-\u22ff]*$/

/** The same formula in HTML and MathML Core as they are specified. */
export function validMarkup(html: string): string {
  return (
    withRows(normal.test(html) ? html : html.normalize('NFC'))
      .replaceAll(' columnspacing=""', '')
      .replaceAll('<mtd width="50%">', '<mtd>')
      // The arrow over a vector is an operator of its own in MathML, not a sign that joins the one before it.
      .replaceAll('<mo>\u20d7</mo>', '<mo>→</mo>')
      .replace(privateUse, sign => `<span class="glyph-${sign.charCodeAt(0).toString(16)}"></span>`)
      .replace(/(style="(?:[^"]*;)?)height:-[\d.]+em;?/g, '$1')
      .replaceAll(' style=""', '')
  )
}

// Where an operator or identifier holds elements, as that of `\overset` does, it is a row in truth.
function withRows(html: string): string {
  if (!/<m[io]\b[^>]*><[^/]/.test(html)) return html
  const open: string[] = []
  return html.replace(/<(\/?)(mi|mo)\b([^>]*)>(?=(<[^/])?)/g, (_, slash: string, name: string, attributes: string, child?: string) => {
    if (slash !== '') return `</${open.pop() ?? name}>`
    open.push(child === undefined ? name : 'mrow')
    return child === undefined ? `<${name}${attributes}>` : '<mrow>'
  })
}
