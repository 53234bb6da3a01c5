// Counts the work of reading each pattern at one size and at twice that, and prints the counts as JSON. Work is what does not depend on the
// machine: how often each block of the program ran, as the engine itself counts it, those of the libraries included; the steps of
// regular expressions; and the characters and items that built-in functions go through. Its own process, since it changes what these are.

import { Session } from 'node:inspector/promises'
import { pathToFileURL } from 'node:url'
import type { Dialect } from '../../src/markdown/extension.ts'
import { countMatch, programs } from './count-regex.ts'
import { patterns } from './patterns.ts'

export interface Count {
  readonly name: string
  readonly small: number
  readonly large: number
}

const product = pathToFileURL(process.argv[2] ?? '').href
const counter = { steps: 0 }
const session = new Session()

function countExpressions(): void {
  const native = RegExp.prototype.exec
  const programFor = programs()
  let isOurs = false
  RegExp.prototype.exec = function exec(this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = native.call(this, text)
    if (isOurs) return found
    isOurs = true
    countMatch(programFor(this), this, String(text), from, found, counter)
    isOurs = false
    return found
  }
}

// What each goes through: the whole, or what it answers.
function countBuiltIns(): void {
  for (const name of ['lastIndexOf', 'includes', 'split', 'replaceAll', 'toLowerCase', 'trim', 'trimEnd'] as const)
    count(String.prototype, name)
  for (const name of ['includes', 'indexOf', 'splice', 'concat', 'join', 'unshift', 'reverse'] as const) count(Array.prototype, name)
  const { slice } = Array.prototype
  Array.prototype.slice = function counted<Item>(this: Item[], ...range: number[]): Item[] {
    const items = slice.apply(this, range as [number, number]) as Item[]
    counter.steps += items.length
    return items
  }
  const { indexOf } = String.prototype
  String.prototype.indexOf = function counted(this: string, needle: string, from = 0) {
    const at = indexOf.call(this, needle, from)
    counter.steps += at < 0 ? Math.max(0, this.length - from) : Math.max(0, at - from)
    return at
  }
}

function count<Name extends string>(prototype: Record<Name, unknown>, name: Name): void {
  const native = prototype[name] as (...values: unknown[]) => unknown
  prototype[name] = function counted(this: { length: number }, ...values: unknown[]) {
    counter.steps += this.length
    return native.apply(this, values)
  }
}

async function work(run: () => Promise<unknown>): Promise<number> {
  await session.post('Profiler.takePreciseCoverage')
  counter.steps = 0
  await run()
  const { steps } = counter
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const ours = result.filter(({ url }) => url === product).flatMap(script => script.functions.flatMap(({ ranges }) => ranges))
  return ours.reduce((sum, range) => sum + range.count, steps)
}

async function main(dialect: Dialect): Promise<void> {
  const { makeRender, read } = (await import(product)) as typeof import('./whole-reading.ts')
  const render = makeRender(dialect)
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  countExpressions()
  countBuiltIns()
  // What is done once, for the first text that asks for it, is done here.
  await read('*a* "b" <http://c.d> $e$\n\n- f', dialect, render)
  const counts: Count[] = []
  for (const [name, { size = 150, make }] of Object.entries(patterns)) {
    const small = await work(() => read(make(size), dialect, render))
    const large = await work(() => read(make(2 * size), dialect, render))
    counts.push({ name, small, large })
  }
  process.stdout.write(JSON.stringify(counts))
}

await main(process.argv[3] === 'commonmark' ? 'commonmark' : 'kramdown')
