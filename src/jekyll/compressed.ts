// CSS in as few characters as can be had without touching a value. Sass's own compression says values otherwise than the author
// (`transparent` becomes `rgba(0,0,0,0)`, a colour in eight digits a list of fractions), which Jekyll's older compiler did not.

// Strings and comments, which are passed over, and white space with the signs that need none around them.
const part = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)]*\)|\s*\/\*[\s\S]*?\*\/\s*|\s*([{};])\s*|\s+/g

/** `css` as sass writes it when it does not compress. Comments go, but those that begin with an exclamation mark. */
export function compressed(css: string): string {
  const text = css
    .replace(part, (whole: string, sign: string | undefined) => {
      if (sign !== undefined) return sign
      if (whole.includes('/*') && !/^["'u]/.test(whole)) return commentOrSpace(whole)
      return /^\s/.test(whole) ? ' ' : whole
    })
    .replace(/;+\}/g, '}')
    .replace(emptyRule, '')
    .trim()
  return text === '' ? '' : `${text.replace(declaration, '$1:').replace(selector, tight)}\n`
}

function commentOrSpace(comment: string): string {
  const written = comment.trim()
  return written.startsWith('/*!') ? written : ' '
}

function tight(written: string): string {
  return written.replace(/ ?([,>]) ?/g, '$1').trim()
}

// A rule of which comments were all that it held.
const emptyRule = /(?<=^|[{}]|\*\/)[^{}@"';/]+\{ *\}/g

// What stands before a brace, if no at-rule and no text in quotes.
const selector = /(?<=^|[{}]|\*\/)[^{}@"';/]+(?=\{)/g

// The name of a property, with its colon: behind a brace or a semicolon, and no selector goes on with a space.
const declaration = /(?<=[{;])([\w-]+): /g
