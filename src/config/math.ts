// What the configuration and a post's front matter say about math.

import type { DataMap } from '../model.ts'
import type { Config } from './config.ts'
import { isMap, textOf } from './readers.ts'

/** `build` sets formulas by KaTeX, `client` leaves them for a script as Jekyll does, `off` takes no notice of them. */
export type MathMode = 'build' | 'client' | 'off'

export function mathModeOf(config: Config): MathMode {
  const { math } = config
  const engine = isMap(math) ? (math['engine'] ?? 'build') : math
  return engine === 'client' ? 'client' : engine === false ? 'off' : 'build'
}

// `math: true` and its like, as themes for Jekyll have it.
const flags = ['math', 'mathjax', 'use_math', 'katex', 'usemathjax', 'has_math']

/** True where the post or the site says that it has math, if only by the name of what is to set it. */
export function asksForMath(config: Config, data: DataMap): boolean {
  return flags.some(flag => isOn(data[flag]) || isOn(config.data[flag])) || namesEngine(config.data)
}

// kramdown's `math_engine`, and the plugins that set formulas.
function namesEngine({ kramdown, plugins, gems }: DataMap): boolean {
  const named = [
    isMap(kramdown) ? kramdown['math_engine'] : undefined,
    ...[plugins, gems].flatMap(list => (Array.isArray(list) ? list : [])),
  ]
  return named.some(name => typeof name === 'string' && /katex|mathjax/i.test(name))
}

function isOn(value: DataMap[string] | undefined): boolean {
  return value === true || value === 'katex' || value === 'mathjax' || isMap(value)
}

/** TeX macros of the site, and over them those of the post. */
export function macrosOf(config: Config, data: DataMap): Record<string, string> {
  const site = isMap(config.math) ? config.math['macros'] : undefined
  const ofPost = isMap(data['math']) ? data['math']['macros'] : undefined
  const named = [site, data['macros'], ofPost].flatMap(macros => (isMap(macros) ? Object.entries(macros) : []))
  return Object.fromEntries(named.map(([name, tex]) => [name.startsWith('\\') ? name : `\\${name}`, textOf(tex) ?? '']))
}
