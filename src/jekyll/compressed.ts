// CSS in as few characters as can be had without touching a value. Sass's own compression says values otherwise than the author
// (`transparent` becomes `rgba(0,0,0,0)`, a colour in eight digits a list of fractions), which Jekyll's older compiler did not.

const string = String.raw`"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)]*\)`
const comment = String.raw`\/\*[\s\S]*?\*\/`
/** Text in quotes, an address, or a comment: what is to be passed over, whatever stands in it. */
export const stringOrComment = new RegExp(`${string}|${comment}`, 'g')

// What is passed over, and white space with the signs that need none around them.
const part = new RegExp(String.raw`${string}|\s*${comment}\s*|\s*([{};])\s*|\s+`, 'g')

/** `css` as sass writes it when it does not compress. Comments go, but those that begin with an exclamation mark. */
export function compressed(css: string): string {
  const text = css
    .replace(stringOrComment, whole => (whole.startsWith('/*') && !whole.startsWith('/*!') ? ' ' : whole))
    .replace(part, (whole: string, sign: string | undefined) => {
      if (sign !== undefined) return sign
      const bare = whole.trim()
      return bare.startsWith('/*') ? bare : bare === '' ? ' ' : whole
    })
    .replace(/;+\}/g, '}')
    .replace(emptyRule, '')
    .trim()
  return text === '' ? '' : `${text.replace(declaration, '$1:').replace(media, tight).replace(selector, tight)}\n`
}

function tight(written: string): string {
  return written.replace(stringOrSign, (whole, sign: string | undefined) => sign ?? whole).trim()
}

// A rule of which comments were all that it held.
const emptyRule = /(?<=^|[{}]|\*\/)[^{}@"';/]+\{ *\}/g

// What stands before a brace, if no at-rule.
const selector = /(?<=^|[{}]|\*\/)(?:"[^"{}]*"|'[^'{}]*'|[^{}@"';/])+(?=\{)/g
const media = /(?<=^|[{}]|\*\/)@media[^{]*(?=\{)/g
// Not the sign of `2n + 1`.
const stringOrSign = /"[^"]*"|'[^']*'| ?(,|>|[+~](?![^(]*\))) ?/g

// The name of a property, with its colon: behind a brace or a semicolon, and no selector goes on with a space.
const declaration = /(?<=[{;])([\w-]+): /g
