// Colours, frames and lines through formulas.

import { ownValue } from '../../../text/own-value.ts'
import { argument, builtIn, type Expander, type Expansion, expansion, type Macro, option, tokenMaker, written } from './expander.ts'

export const boxes: Readonly<Record<string, Macro>> = {
  '\\color': color,
  '\\textcolor': expander => withColors(expander, '\\textcolor', 1),
  '\\colorbox': expander => withColors(expander, '\\colorbox', 1),
  '\\fcolorbox': expander => withColors(expander, '\\fcolorbox', 2),
  '\\definecolor': defineColor,
  '\\bbox': bbox,
  '\\enclose': enclose,
  '\\cancelto': '\\cancel{#2}^{\\,#1}',
}

// With an argument behind it, MathJax colours that; without one, all that follows, as LaTeX does.
function color(expander: Expander): Expansion {
  const name = colorOf(expander)
  expander.consumeSpaces()
  return colored(expander, expander.future().text === '{' ? '\\textcolor' : '\\color', [name])
}

function withColors(expander: Expander, name: string, count: number): Expansion {
  return colored(
    expander,
    name,
    Array.from({ length: count }, () => colorOf(expander)),
  )
}

function colored(expander: Expander, name: string, colors: readonly string[]): Expansion {
  const make = tokenMaker(expander)
  const groups = colors.flatMap(text => [make('{'), ...[...text].map(make), make('}')])
  return expansion([builtIn(expander, name), ...groups])
}

// A name, perhaps one that the post defined, or numbers in a model.
function colorOf(expander: Expander): string {
  const model = option(expander)
  const text = written(argument(expander)).trim()
  if (model !== undefined) return inModel(written(model), text)
  const defined = expander.macros.get(`\\color@${text}`)
  return typeof defined === 'string' ? defined : text
}

function defineColor(expander: Expander): string {
  const [name, model, text] = [argument(expander), argument(expander), argument(expander)].map(written)
  expander.macros.set(`\\color@${name}`, inModel(model ?? '', text ?? ''), true)
  return ''
}

function inModel(model: string, text: string): string {
  const parts = text.split(',').map(Number)
  if (model === 'HTML') return `#${text}`
  if (model === 'RGB') return hexadecimal(parts)
  if (model === 'rgb') return hexadecimal(parts.map(part => part * 255))
  if (model === 'gray') return hexadecimal([0, 1, 2].map(() => (parts[0] ?? 0) * 255))
  return text
}

function hexadecimal(parts: readonly number[]): string {
  return `#${parts.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

// `\bbox[yellow, 5px, border: 2px solid red]{x}`: of a border only its colour can be shown, of a padding nothing.
function bbox(expander: Expander): string {
  const parts = written(option(expander) ?? [])
    .split(',')
    .map(part => part.trim())
  const background = parts.find(part => /^(?:[a-z]+|#[\da-f]{3,6})$/i.test(part))
  const border = parts.find(part => part.startsWith('border'))
  const line = /(?:solid|dotted|dashed|double)\s*(\S+)/.exec(border ?? '')?.[1] ?? 'black'
  const [first, second] = [line, background ?? 'transparent'].map(color => color.replace('#', '##'))
  if (border !== undefined) return `\\fcolorbox{${first}}{${second}}{$\\displaystyle #1$}`
  return background === undefined ? '{#1}' : `\\colorbox{${second}}{$\\displaystyle #1$}`
}

// By what MathML calls them, from the outermost to the innermost.
const notations: Readonly<Record<string, string>> = {
  box: '\\boxed',
  roundedbox: '\\boxed',
  circle: '\\boxed',
  top: '\\overline',
  bottom: '\\underline',
  left: '\\left|#\\right.',
  right: '\\left.#\\right|',
  madruwb: '\\underline',
  actuarial: '\\angl',
  longdiv: '\\overline',
  radical: '\\sqrt',
  phasorangle: '\\phase',
  horizontalstrike: '\\sout',
  verticalstrike: '\\not',
  updiagonalstrike: '\\cancel',
  updiagonalarrow: '\\cancel',
  downdiagonalstrike: '\\bcancel',
}

function enclose(expander: Expander): string {
  const names = written(argument(expander)).split(/[\s,]+/)
  option(expander)
  return names.reduce((inner, name) => {
    const notation = ownValue(notations, name)
    if (notation === undefined) return inner
    return notation.includes('#') ? notation.replace('#', inner) : `${notation}{${inner}}`
  }, '#1')
}
