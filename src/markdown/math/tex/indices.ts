// What stands as an index without braces, and characters that are only letters in text. KaTeX takes few commands for an index, MathJax
// takes all; so these get their braces here.

import {
  argument,
  builtIn,
  type Expander,
  type Expansion,
  expansion,
  type Macro,
  option,
  type Token,
  tokenMaker,
  unread,
} from './expander.ts'

export const indices: Readonly<Record<string, Macro>> = {
  _: expander => (expander.mode === 'text' ? '\\_' : index(expander, '_')),
  '^': expander => (expander.mode === 'text' ? '\\textasciicircum' : index(expander, '^')),
  '&': expander => (expander.mode === 'text' ? '\\&' : undefined),
  '#': expander => (expander.mode === 'text' ? '\\#' : undefined),
}

const [none, one, two] = [
  'arg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sup sin cos tan injlim projlim sum prod coprod int bigcup bigcap ' +
    'bigvee bigwedge biguplus bigsqcup bigoplus bigotimes bigodot smallint mathstrut quad qquad',
  'hat bar tilde vec dot ddot acute grave breve check mathring widehat widetilde widecheck overline underline overbrace underbrace ' +
    'overrightarrow overleftarrow overleftrightarrow underrightarrow underleftarrow underleftrightarrow overgroup undergroup ' +
    'cancel bcancel xcancel sout boldsymbol bm pmb phantom vphantom hphantom smash fbox boxed sqrt operatorname operatorname@ ' +
    'operatornamewithlimits mathop mathord mathbin mathrel mathopen mathclose mathpunct mathinner vcenter mathllap mathrlap mathclap ' +
    'big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr xrightarrow xleftarrow',
  'overset underset stackrel textcolor colorbox raisebox',
].map(names => names.split(' ')) as [string[], string[], string[]]

// How many arguments follow those that need braces.
const argumentsOf: ReadonlyMap<string, number> = new Map(
  [none, one, two].flatMap((names, count) => names.map(name => [`\\${name}`, count] as const)),
)

function index(expander: Expander, mark: string): Expansion | undefined {
  expander.consumeSpaces()
  const head = expander.expandNextToken()
  if (head.text === '{') return operatorAlone(expander, mark, head)
  const count = argumentsOf.get(head.text)
  if (count === undefined && head.text !== '\\left') {
    expander.pushToken(head)
    return undefined
  }
  const make = tokenMaker(expander)
  const content = count === undefined ? delimited(expander) : withArguments(expander, count, make)
  return expansion([builtIn(expander, mark), make('{'), head, ...content, make('}')])
}

// A named operator is two elements, which an index may only hold as a group; KaTeX makes none of one thing alone.
function operatorAlone(expander: Expander, mark: string, brace: Token): Expansion | undefined {
  const name = expander.popToken()
  const isAlone = argumentsOf.get(name.text) === 0 && expander.future().text === '}'
  expander.pushToken(name)
  expander.pushToken(brace)
  if (!isAlone) return undefined
  argument(expander)
  const make = tokenMaker(expander)
  return expansion([builtIn(expander, mark), brace, name, ...withArguments(expander, 0, make), make('}')])
}

function withArguments(expander: Expander, count: number, make: (text: string) => Token): readonly Token[] {
  if (count === 0) return [make('{'), make('}')]
  const optional = option(expander)
  const read = optional === undefined ? [] : [make('['), ...optional, make(']')]
  for (let index = 0; index < count; index++) read.push(make('{'), ...argument(expander), make('}'))
  return read
}

// From behind `\left` to the delimiter behind its `\right`.
function delimited(expander: Expander): readonly Token[] {
  const read: Token[] = []
  for (let depth = 1; depth > 0; ) {
    const token = expander.popToken()
    if (token.text === 'EOF') {
      unread(expander, [token])
      return read
    }
    read.push(token)
    depth += token.text === '\\left' ? 1 : token.text === '\\right' ? -1 : 0
  }
  return [...read, ...argument(expander)]
}
