// THE LIST of what MathJax knows and KaTeX does not, as macros: those of MathJax's own packages that it loads by itself, and of others
// what costs a line. Authors wrote for MathJax, since that is what a blog of Jekyll has. KaTeX looks a macro up when it meets the name,
// so a formula that uses none of these pays nothing.

import { boxes } from './boxes.ts'
import { definitions } from './definitions.ts'
import { environments } from './environments.ts'
import {
  argument,
  builtIn,
  command,
  type Expander,
  type Expansion,
  expansion,
  length,
  type Macro,
  option,
  skip,
  type Token,
  tokenMaker,
  unread,
  written,
} from './expander.ts'
import { indices } from './indices.ts'

/** Other names of commands that KaTeX has. */
const names: Readonly<Record<string, string>> = {
  mbox: 'text',
  hbox: 'text',
  framebox: 'fbox',
  mathmbox: 'text',
  Aboxed: 'boxed',
  mathup: 'mathrm',
  mathbfup: 'mathbf',
  mathbfit: 'boldsymbol',
  mathsfup: 'mathsf',
  mathds: 'mathbb',
  mathbbm: 'mathbb',
  mathbbmss: 'mathbb',
  textsc: 'text',
  symrm: 'mathrm',
  symup: 'mathrm',
  symbf: 'mathbf',
  symbfup: 'mathbf',
  symbfit: 'boldsymbol',
  symit: 'mathit',
  symbb: 'mathbb',
  symfrak: 'mathfrak',
  symscr: 'mathscr',
  symcal: 'mathcal',
  symsf: 'mathsf',
  symsfup: 'mathsf',
  symtt: 'mathtt',
  symnormal: 'mathnormal',
  Tiny: 'tiny',
  overparen: 'overgroup',
  underparen: 'undergroup',
  wideparen: 'overgroup',
  arrowvert: 'vert',
  bracevert: 'vert',
  Arrowvert: 'Vert',
  centernot: 'not',
  notChar: 'not',
  divsymbol: 'div',
  textllap: 'mathllap',
  textrlap: 'mathrlap',
  textclap: 'mathclap',
  crampedllap: 'mathllap',
  crampedrlap: 'mathrlap',
  crampedclap: 'mathclap',
  crampedsubstack: 'substack',
  ohm: 'Omega',
  textmu: 'mu',
  longleftrightarrows: 'leftrightarrows',
  longrightleftharpoons: 'rightleftharpoons',
}

/** Commands by what they stand for, in TeX. */
const expansions: Readonly<Record<string, string>> = {
  nonscript: '',
  hfil: '',
  hfill: '',
  hfilll: '',
  cramped: '{#1}',
  shoveleft: '{#1}',
  shoveright: '{#1}',
  intertext: '\\\\ & \\text{#1} \\\\',
  shortintertext: '\\\\ & \\text{#1} \\\\',

  strut: '\\vphantom{(}',
  mspace: '\\mkern{#1}',
  Rule: '\\mathrlap{\\rule[-#3]{#1}{#3}}\\rule{#1}{#2}',
  Space: '\\rule[-#3]{0em}{#3}\\rule{0em}{#2}\\hspace{#1}',

  matrix: '\\begin{matrix}#1\\end{matrix}',
  pmatrix: '\\begin{pmatrix}#1\\end{pmatrix}',
  cases: '\\begin{cases}#1\\end{cases}',
  eqalign: '\\begin{aligned}#1\\end{aligned}',
  eqalignno: '\\begin{aligned}#1\\end{aligned}',
  leqalignno: '\\begin{aligned}#1\\end{aligned}',
  displaylines: '\\begin{gathered}#1\\end{gathered}',

  iiiint: '\\mathop{\\int\\!\\!\\!\\int\\!\\!\\!\\int\\!\\!\\!\\int}',
  idotsint: '\\mathop{\\int\\cdots\\int}',
  sideset: '\\mathop{{\\vphantom{#3}}#1\\!#3\\nolimits#2}',
  prescript: '{}^{#1}_{#2}{#3}',
  overunderset: '\\overset{#1}{\\underset{#2}{#3}}',
  stackbin: '\\mathbin{\\overset{#1}{#2}}',
  splitfrac: '\\genfrac{}{}{0pt}{1}{#1}{#2}',
  splitdfrac: '\\genfrac{}{}{0pt}{0}{#1}{#2}',
  bigtimes: '\\mathop{\\Large\\times}',

  mathbffrak: '\\boldsymbol{\\mathfrak{#1}}',
  mathbfscr: '\\boldsymbol{\\mathscr{#1}}',
  mathbfcal: '\\boldsymbol{\\mathcal{#1}}',
  mathbfsf: '\\boldsymbol{\\mathsf{#1}}',
  mathbfsfup: '\\boldsymbol{\\mathsf{#1}}',

  ketbra: '\\vert#1\\rangle\\langle#2\\vert',
  Ketbra: '\\left\\vert#1\\middle\\rangle\\middle\\langle#2\\right\\vert',
  celsius: '\\text{°C}',
  perthousand: '\\text{‰}',
  micro: '\\text{µ}',
  euro: '\\text{€}',
  texteuro: '\\text{€}',
}

/** Commands of which one argument is shown, or none: how many they have, and which it is. The others say what a page does with it. */
const shown: Readonly<Record<string, readonly [count: number, shown: number]>> = {
  require: [1, 0],
  class: [2, 2],
  cssId: [2, 2],
  style: [2, 2],
  mathtip: [2, 1],
  texttip: [2, 1],
  tooltip: [2, 1],
  mmlToken: [2, 2],
  minCDarrowwidth: [1, 0],
  minCDarrowheight: [1, 0],
  uproot: [1, 0],
  leftroot: [1, 0],
  cellcolor: [1, 0],
  rowcolor: [1, 0],
  columncolor: [1, 0],
}

/** Commands that read what follows in a way of their own. */
const readers: Readonly<Record<string, Macro>> = {
  unicode,
  buildrel: expander => expansion(command(expander, '\\stackrel', argument(expander, '\\over'), argument(expander))),
  root: expander => expansion(root(expander)),
  skew: expander => {
    argument(expander)
    return '{#1{#2}}'
  },
  toggle: expander => {
    const first = argument(expander)
    argument(expander, '\\endtoggle')
    return expansion(first)
  },
  raise: expander => raised(expander, ''),
  lower: expander => raised(expander, '-'),
  scr: expander => font(expander, '\\mathscr'),
  bbFont: expander => font(expander, '\\mathbb'),
  mit: expander => font(expander, '\\mathit'),
  oldstyle: expander => font(expander, '\\mathcal'),
  mathop: withLimits,
  overbrace: expander => withoutLimits(expander, '\\overbrace'),
  underbrace: expander => withoutLimits(expander, '\\underbrace'),
}

/** Every macro by its name, backslash and all. */
export const mathJaxMacros: readonly (readonly [name: string, macro: Macro])[] = [
  ...Object.entries(names).map(([name, other]) => [`\\${name}`, `\\${other}`] as const),
  ...Object.entries(expansions).map(([name, tex]) => [`\\${name}`, tex] as const),
  ...Object.entries(shown).map(([name, [count, which]]) => [`\\${name}`, showing(count, which)] as const),
  ...Object.entries(readers).map(([name, macro]) => [`\\${name}`, macro] as const),
  ...Object.entries({ ...definitions, ...environments, ...boxes, ...indices }),
]

function showing(count: number, which: number): Macro {
  return expander => {
    const all = Array.from({ length: count }, () => argument(expander))
    const make = tokenMaker(expander)
    return expansion(which === 0 ? [] : [make('{'), ...(all[which - 1] ?? []), make('}')])
  }
}

// `\unicode{x263a}`, `\unicode[font]{9786}`: the number in hexadecimal or not.
function unicode(expander: Expander): string | undefined {
  option(expander)
  const number = written(argument(expander)).trim()
  return /^(?:x[\da-f]{1,6}|\d{1,7})$/i.test(number) ? `\\char${number.replace(/^x/i, '"').toUpperCase()} ` : undefined
}

// `\root 3 \of {x}`
function root(expander: Expander): Token[] {
  const [index, radicand] = [argument(expander, '\\of'), argument(expander)]
  const make = tokenMaker(expander)
  const [name, ...group] = command(expander, '\\sqrt', radicand)
  return [name, make('['), make('{'), ...index, make('}'), make(']'), ...group].filter(token => token !== undefined)
}

// `\raise 2pt \hbox{x}`: what is moved is a box, which may be a command with its argument.
function raised(expander: Expander, sign: string): string {
  const by = length(expander)
  expander.consumeSpaces()
  if (expander.future().text.startsWith('\\')) {
    const name = expander.popToken()
    const make = tokenMaker(expander)
    const group = expander.future().text === '{' ? [make('{'), ...argument(expander), make('}')] : []
    unread(expander, [make('{'), name, ...group, make('}')])
  }
  return `\\raisebox{${`${sign}${by}`.replace('--', '')}}{$#1$}`
}

// A change of font holds to the end of its group or cell.
function font(expander: Expander, name: string): Expansion {
  const rest: Token[] = []
  for (let depth = 0; ; ) {
    const { text } = expander.future()
    depth += text === '{' ? 1 : text === '}' ? -1 : 0
    if (depth < 0 || (depth === 0 && ends.has(text)) || text === 'EOF') break
    rest.push(expander.popToken())
  }
  return expansion(command(expander, name, rest))
}

const ends = new Set(['&', '\\\\', '\\cr', '\\end', '\\right', '\\middle'])

// On a line of its own an operator has its limits above and below it, as a sum does; KaTeX sets them so only when it is told to.
function withLimits(expander: Expander): Expansion {
  const [, ...group] = command(expander, '\\mathop', argument(expander))
  expander.consumeSpaces()
  const hasIndex = expander.future().text === '_' || expander.future().text === '^'
  const limits = expander.settings.displayMode && hasIndex ? [tokenMaker(expander)('\\limits')] : []
  return expansion([builtIn(expander, '\\mathop'), ...group, ...limits])
}

// Braces have their index above or below them anyhow.
function withoutLimits(expander: Expander, name: string): Expansion {
  const [, ...group] = command(expander, name, argument(expander))
  skip(expander, '\\limits')
  return expansion([builtIn(expander, name), ...group])
}
