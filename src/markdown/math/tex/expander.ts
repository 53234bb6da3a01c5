// The part of KaTeX's macro expander that macros written in TypeScript use. KaTeX documents that a macro may be a function, not what it
// is given; this is all that we rely on. Traps: an expansion is listed backwards, as a stack; and a macro that answers undefined
// leaves its name to what KaTeX itself means by it.

export interface Token {
  readonly text: string
  readonly loc?: unknown
  /** Set on a name that means what KaTeX means by it, not the macro of that name. */
  noexpand?: boolean
}

export interface Expander {
  readonly mode: 'math' | 'text'
  readonly settings: { readonly displayMode: boolean }
  readonly macros: {
    readonly has: (name: string) => boolean
    readonly get: (name: string) => unknown
    readonly set: (name: string, macro: Macro | Expansion, isGlobal: boolean) => void
  }
  readonly future: () => Token
  readonly popToken: () => Token
  readonly pushToken: (token: Token) => void
  readonly consumeSpaces: () => void
  readonly consumeArg: (delimiters?: readonly string[]) => { readonly tokens: Token[] }
  readonly expandNextToken: () => Token
  readonly isDefined: (name: string) => boolean
}

export interface Expansion {
  readonly tokens: readonly Token[]
  readonly numArgs: number
}

export type Macro = string | ((expander: Expander) => string | Expansion | undefined)

/** These tokens, in the order in which they are read. */
export function expansion(tokens: readonly Token[], numArgs = 0): Expansion {
  return { tokens: [...tokens].reverse(), numArgs }
}

/** The next argument, without its braces. */
export function argument(expander: Expander, ...delimiters: string[]): Token[] {
  return expander.consumeArg(delimiters.length > 0 ? delimiters : undefined).tokens.reverse()
}

/** What stands in brackets next, if anything does. */
export function option(expander: Expander): Token[] | undefined {
  return skip(expander, '[') ? argument(expander, ']') : undefined
}

/** Passes over this token, and says whether it was there. */
export function skip(expander: Expander, text: string): boolean {
  expander.consumeSpaces()
  if (expander.future().text !== text) return false
  expander.popToken()
  return true
}

/** Puts tokens that were read back, to be read again. */
export function unread(expander: Expander, tokens: readonly Token[]): void {
  for (let index = tokens.length - 1; index >= 0; index--) expander.pushToken(tokens[index] as Token)
}

/** Tokens of our own, at the place of what stands next, which is where a mistake in them is told. KaTeX's class is not for sale. */
export function tokenMaker(expander: Expander): (text: string) => Token {
  const next = expander.future()
  const Made = next.constructor as new (text: string, loc: unknown) => Token
  return text => new Made(text, next.loc)
}

/** A name with arguments in braces. */
export function command(expander: Expander, name: string, ...groups: readonly (readonly Token[])[]): Token[] {
  const make = tokenMaker(expander)
  return [make(name), ...groups.flatMap(group => [make('{'), ...group, make('}')])]
}

/** A name as KaTeX itself means it, although there is a macro for it. */
export function builtIn(expander: Expander, name: string): Token {
  const token = tokenMaker(expander)(name)
  token.noexpand = true
  return token
}

export function written(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}

/** A length without braces, as `\raise` has it: sign, number and unit. */
export function length(expander: Expander): string {
  let text = ''
  for (;;) {
    expander.consumeSpaces()
    const next = text + expander.future().text
    if (!/^[+-]?[\d.]*[a-z]{0,2}$/.test(next)) return text
    expander.popToken()
    text = next
    if (/[a-z]{2}$/.test(text)) return text
  }
}
