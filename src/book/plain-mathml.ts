// MathML that is XML already, as KaTeX writes it. Formulas are most of a book of lectures; one that is well formed and holds nothing but MathML's own
// elements goes into it as it stands, and only what an author wrote by hand is read as browsers read it.

/** A text in which such formulas are numbers between two signs of the private use planes, and the formulas. */
export interface SetAside {
  readonly text: string
  /** Puts them back. */
  readonly into: (written: string) => string
}

const [open, close] = ['\u{f1e70}', '\u{f1e71}']
const formula = /<math xmlns="http:\/\/www\.w3\.org\/1998\/Math\/MathML"[^<>]*>[\s\S]*?<\/math>/g

export function setAsidePlainMath(html: string): SetAside {
  if (!html.includes('<math') || html.includes(open)) return { text: html, into: written => written }
  const formulas: string[] = []
  const text = html.replace(formula, whole => (isPlain(whole) ? `${open}${formulas.push(whole) - 1}${close}` : whole))
  const number = new RegExp(`${open}(\\d+)${close}`, 'gu')
  return { text, into: written => written.replace(number, (_, index: string) => formulas[Number(index)] ?? '') }
}

const attribute = String.raw`\s(?!on|href|xlink)[a-z][\w-]*(?::[a-z]+)?="[^"<&]*"`
const tag = new RegExp(String.raw`<(\/?)(m[a-z]+|semantics|annotation)((?:${attribute})*)(\/?)>`, 'y')
const words = /(?:[^<&]|&(?:amp|lt|gt|quot|#\d{2,7}|#x[\da-f]{2,6});)*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be found
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

// Each tag is one of MathML's with plain attributes, and closes the one that was opened last.
function isPlain(math: string): boolean {
  const opened: string[] = []
  for (let at = 0; at < math.length; ) {
    tag.lastIndex = at
    const found = tag.exec(math)
    if (found === null) return false
    const [whole, slash, name = '', attributes, end] = found
    if (slash === '/' && (opened.pop() !== name || attributes !== '' || end !== '')) return false
    if (slash === '' && end === '') opened.push(name)
    words.lastIndex = at + whole.length
    at += whole.length + (words.exec(math)?.[0].length ?? 0)
  }
  return opened.length === 0 && !notXml.test(math) && math.isWellFormed()
}
