// Environments that KaTeX lacks, made of those it has. `\begin{x}` means the macro `\begin@x` where there is one, which is also where
// `\newenvironment` puts what an author defines.

import {
  argument,
  builtIn,
  command,
  type Expander,
  type Expansion,
  expansion,
  type Macro,
  option,
  type Token,
  tokenMaker,
  unread,
  written,
} from './expander.ts'

// By name: what it begins and ends with.
const aliases: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  displaymath: ['{', '}'],
  math: ['{', '}'],
  subequations: ['{', '}'],
  flalign: ['\\begin{align*}', '\\end{align*}'],
  xalignat: ['\\begin{alignat*}', '\\end{alignat*}'],
  xxalignat: ['\\begin{alignat*}', '\\end{alignat*}'],
  multlined: ['\\begin{gathered}', '\\end{gathered}'],
  lgathered: ['\\begin{array}{l}', '\\end{array}'],
  rgathered: ['\\begin{array}{r}', '\\end{array}'],
  numcases: ['#1\\begin{dcases}', '\\end{dcases}'],
  subnumcases: ['#1\\begin{dcases}', '\\end{dcases}'],
  psmallmatrix: ['\\left(\\begin{smallmatrix}', '\\end{smallmatrix}\\right)'],
  bsmallmatrix: ['\\left[\\begin{smallmatrix}', '\\end{smallmatrix}\\right]'],
  vsmallmatrix: ['\\left|\\begin{smallmatrix}', '\\end{smallmatrix}\\right|'],
  Bsmallmatrix: ['\\left\\{\\begin{smallmatrix}', '\\end{smallmatrix}\\right\\}'],
  Vsmallmatrix: ['\\left\\|\\begin{smallmatrix}', '\\end{smallmatrix}\\right\\|'],
}

// A number of an environment stands only where the author wrote one, so the star changes nothing.
const starred = ['flalign', 'xalignat', 'multline', 'eqnarray']

export const environments: Readonly<Record<string, Macro>> = {
  '\\begin': expander => ownEnvironment(expander, '\\begin@'),
  '\\end': expander => ownEnvironment(expander, '\\end@'),
  ...Object.fromEntries(
    Object.entries(aliases).flatMap(([name, [begin, end]]) => [
      [`\\begin@${name}`, begin],
      [`\\end@${name}`, end],
    ]),
  ),
  ...Object.fromEntries(
    starred.flatMap(name => [
      [`\\begin@${name}*`, `\\begin@${name}`],
      [`\\end@${name}*`, `\\end@${name}`],
    ]),
  ),
  '\\begin@array': array,
  '\\begin@eqnarray': expander => ofRows(expander, eqnarray),
  '\\end@eqnarray': '\\end{darray}',
  '\\begin@multline': expander => ofRows(expander, multline),
  '\\end@multline': '\\end{gathered}',
}

function ownEnvironment(expander: Expander, prefix: string): Expansion | undefined {
  if (expander.future().text !== '{') return undefined
  const read = [expander.popToken()]
  while (/^[A-Za-z*]$/.test(expander.future().text)) read.push(expander.popToken())
  const own = `${prefix}${written(read.slice(1))}`
  if (expander.future().text === '}' && expander.macros.has(own)) {
    expander.popToken()
    return expansion([tokenMaker(expander)(own)])
  }
  unread(expander, read)
  return undefined
}

// KaTeX knows columns and lines between them; what LaTeX can put there besides is left out.
function array(expander: Expander): Expansion {
  option(expander)
  const columns = columnsOf(written(argument(expander)))
  const make = tokenMaker(expander)
  const [, ...name] = command(expander, '\\begin', [...'array'].map(make), [...columns].map(make))
  return expansion([builtIn(expander, '\\begin'), ...name])
}

function columnsOf(columns: string): string {
  return columns
    .replace(/\*\{(\d\d?)\}\{([^{}]*)\}/g, (_, times: string, repeated: string) => repeated.repeat(Number(times)))
    .replace(/[@!<>]\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
    .replace(/[pmbwX](?:\{[^{}]*\})*/g, 'l')
    .replace(/[^lcr|:]/g, '')
    .replace(/^$/, 'c')
}

// Sets the rows of an environment in another one; where a macro hides its end, in `plain`, which needs no change.
function ofRows(expander: Expander, { begin, end, change, plain }: RowsOf): string {
  const body = bodyOf(expander)
  if (body === undefined) return plain
  const make = tokenMaker(expander)
  const rows = rowsOf(body).flatMap(({ separator, cells }, index) => [...separator, ...change(cells, index, make)])
  unread(expander, [...rows, ...command(expander, '\\end', [...end].map(make))])
  return begin
}

interface RowsOf {
  readonly begin: string
  readonly end: string
  readonly change: (row: readonly Token[], index: number, make: (text: string) => Token) => readonly Token[]
  readonly plain: string
}

// The second mark of a row begins what stands behind the relation: without a gap, in a column that is aligned to the left.
const eqnarray: RowsOf = {
  begin: '\\begin{alignat*}{2}',
  end: 'alignat*',
  change: (row, _, make) => {
    const second = marksOf(row)[1]
    return second === undefined ? row : [...row.slice(0, second), ...[...'{}&&'].map(make), ...row.slice(second + 1)]
  },
  plain: '\\begin{darray}{rcl}',
}

// The lines of one long formula: those behind the first are indented.
const multline: RowsOf = {
  begin: '\\begin{align*}',
  end: 'align*',
  change: (row, index, make) => [make('&'), ...(index === 0 ? [] : [make('\\qquad'), make('{'), make('}')]), ...row],
  plain: '\\begin{gathered}',
}

// What stands before the `\end` of this environment, which is passed over too; undefined if there is none.
function bodyOf(expander: Expander): Token[] | undefined {
  const read: Token[] = []
  for (let depth = 1; depth > 0; ) {
    const token = expander.popToken()
    read.push(token)
    depth += opening(token, '\\begin', '\\end')
    if (token.text !== 'EOF') continue
    unread(expander, read)
    return undefined
  }
  argument(expander)
  return read.slice(0, -1)
}

interface Row {
  /** What ends the row before it. */
  readonly separator: readonly Token[]
  readonly cells: readonly Token[]
}

function rowsOf(body: readonly Token[]): Row[] {
  const ends = placesOf(body, '\\\\', '\\cr')
  return [-1, ...ends].map((start, index) => {
    const row = body.slice(Math.max(start, 0), ends[index])
    const length = start < 0 ? 0 : (/^(?:\\\\|\\cr)\*?(?:\[[^[\]]*\])?/.exec(written(row))?.[0].length ?? 0)
    const count = tokensIn(row, length)
    return { separator: row.slice(0, count), cells: row.slice(count) }
  })
}

// How many tokens make up this many characters.
function tokensIn(tokens: readonly Token[], characters: number): number {
  let [count, left] = [0, characters]
  while (left > 0) left -= tokens[count++]?.text.length ?? left
  return count
}

function marksOf(row: readonly Token[]): number[] {
  return placesOf(row, '&')
}

// Where these stand, outside of any braces and inner environments.
function placesOf(tokens: readonly Token[], ...texts: string[]): number[] {
  let depth = 0
  return tokens.flatMap((token, index) => {
    depth += opening(token, '{', '}') + opening(token, '\\begin', '\\end')
    return depth === 0 && texts.includes(token.text) ? [index] : []
  })
}

function opening({ text }: Token, open: string, close: string): number {
  return text === open ? 1 : text === close ? -1 : 0
}
