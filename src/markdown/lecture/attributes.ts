// Attributes in braces as Pandoc, Quarto and MyST write them: `#id .class key="value"`, and a bare word for a class.

export interface Attributes {
  readonly id: string | undefined
  readonly classes: readonly string[]
  readonly pairs: ReadonlyMap<string, string>
}

const pair = /(?<![\w-])([\w-]+)=(?:["“”]([^"“”]*)["“”]|'([^']*)'|([^\s"“”]+))/g
const others = /^(?:\s*(?:#[\p{L}_][\p{L}\p{N}_:.-]*(?=[\s#]|$)|\.[a-z][\w-]*))*\s*$/iu

/** Reads what stands between the braces. Quotation marks may have become curly ones. */
export function readAttributes(text: string): Attributes {
  const pairs = new Map([...text.matchAll(pair)].map(([, name = '', curly, straight, bare]) => [name, curly ?? straight ?? bare ?? '']))
  const bare = text.replace(pair, ' ')
  return {
    id: /#([\p{L}_][\p{L}\p{N}_:.-]*)/u.exec(bare)?.[1],
    classes: [...bare.matchAll(/(?:^|\s)\.?([a-z][\w-]*)/gi)].map(([, name = '']) => name),
    pairs,
  }
}

/** True where nothing but attributes stands between the braces, and a class has its dot. */
export function areAttributes(text: string): boolean {
  return text.trim() !== '' && others.test(text.replace(pair, ' '))
}
