// Parts of a text that Liquid must not touch, taken out of its sight by characters that no text uses.

const signs = [
  ['{{', '\ue000'],
  ['}}', '\ue001'],
  ['{%', '\ue002'],
  ['%}', '\ue003'],
] as const

const code = /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[`~]*[ \t]*$|(`+)(?!`)[\s\S]*?[^`]\3(?!`)/gm
const math = /\$\$(?:(?!\n\s*\n)[\s\S])*?\$\$|\\\[[\s\S]*?\\\]|\\\([\s\S]*?\\\)|\\begin\{(\w+\*?)\}[\s\S]*?\\end\{\1\}/g

// Liquid's authors write `{{ page.x }}`, TeX's write `{{a}}`.
const texBraces = /\{\{(?!-?(?:\s+[\w"']|(?:page|site|include)\.))/g

/**
 * `nonsense` hides only braces that cannot begin a Liquid expression, and those of TeX's `{{\mathbf x}}`, which Jekyll would
 * drop or fail on; `code and math` hides all that stands in either.
 */
export function protect(text: string, what: 'nonsense' | 'code and math'): string {
  const sensible = text
    .replace(math, formula => formula.replace(texBraces, '\ue000'))
    .replace(/\{\{(?!-?\s*(?:[\w"'([]|-?\}\}))/g, '\ue000')
  return what === 'nonsense' ? sensible : sensible.replace(code, hide).replace(math, hide)
}

function hide(text: string): string {
  return signs.reduce((hidden, [sign, stand]) => hidden.replaceAll(sign, stand), text)
}

export function restore(text: string): string {
  return signs.reduce((shown, [sign, stand]) => shown.replaceAll(stand, sign), text)
}
