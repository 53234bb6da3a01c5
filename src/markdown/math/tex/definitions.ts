// Definitions as MathJax knows them: they may be made again, hold for the rest of the post wherever they stand, and `\newcommand` may
// have a first argument that can be left out.

import {
  argument,
  builtIn,
  command,
  type Expander,
  type Expansion,
  expansion,
  type Macro,
  option,
  skip,
  type Token,
  tokenMaker,
  unread,
  written,
} from './expander.ts'

export const definitions: Readonly<Record<string, Macro>> = {
  '\\def': '\\gdef',
  '\\edef': '\\xdef',
  // KaTeX's own name for `\global\let`.
  '\\let': expander => expansion([builtIn(expander, '\\\\globallet')]),
  '\\newcommand': expander => define(expander, commandName(expander)),
  '\\renewcommand': expander => define(expander, commandName(expander)),
  '\\providecommand': expander => {
    const name = commandName(expander)
    return define(expander, expander.isDefined(name) ? undefined : name)
  },
  '\\newenvironment': defineEnvironment,
  '\\renewenvironment': defineEnvironment,
  '\\DeclareMathOperator': defineOperator,
  '\\DeclarePairedDelimiter': definePair,
}

function commandName(expander: Expander): string {
  skip(expander, '*')
  return written(argument(expander)).trim()
}

function define(expander: Expander, name: string | undefined): string {
  const count = Number(written(option(expander) ?? []))
  const first = option(expander)
  const body = expansion(argument(expander), count)
  if (name !== undefined) expander.macros.set(name, first === undefined ? body : withFirst(body, first), true)
  return ''
}

// The first argument stands in brackets, or is the one given here.
function withFirst(body: Expansion, otherwise: readonly Token[]): Macro {
  return expander => {
    const first = option(expander) ?? otherwise
    const make = tokenMaker(expander)
    unread(expander, [make('{'), ...first, make('}')])
    return body
  }
}

// `environments.ts` finds them by these names.
function defineEnvironment(expander: Expander): string {
  const name = written(argument(expander))
  define(expander, `\\begin@${name}`)
  return define(expander, `\\end@${name}`)
}

function defineOperator(expander: Expander): string {
  const operator = skip(expander, '*') ? '\\operatornamewithlimits' : '\\operatorname'
  const name = commandName(expander)
  expander.macros.set(name, expansion(command(expander, operator, argument(expander))), true)
  return ''
}

// `\abs{x}` keeps its bars as they are, `\abs*{x}` lets them grow, `\abs[\big]{x}` says how large they are.
function definePair(expander: Expander): string {
  const name = commandName(expander)
  const [open, close] = [argument(expander), argument(expander)]
  expander.macros.set(
    name,
    inner => {
      const make = tokenMaker(inner)
      const grows = skip(inner, '*')
      const size = option(inner) ?? []
      const [left, right] = grows ? [[make('\\left')], [make('\\right')]] : [size, size]
      return expansion([...left, ...open, make('#'), make('1'), ...right, ...close], 1)
    },
    true,
  )
  return ''
}
