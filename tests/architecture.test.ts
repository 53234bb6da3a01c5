// The layers, the doors and the brands of the program are rules, not hopes: this reads every import and compares.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.ts') && !name.endsWith('.d.ts'),
)
const textOf = new Map(files.map(name => [name, readFileSync(join(root, 'src', name), 'utf8')]))

interface Import {
  readonly from: string
  readonly of: string
  readonly typeOnly: boolean
}

const imports: Import[] = [...textOf].flatMap(([file, text]) =>
  [...text.matchAll(/^import (type )?[^'"]*?from '([^']+)'|import\(['`]([^'`$]+)/gms)].map(match => ({
    from: file,
    of: (match[2] ?? match[3] ?? '').startsWith('.')
      ? normalize(join(dirname(file), match[2] ?? match[3] ?? ''))
      : (match[2] ?? match[3] ?? ''),
    typeOnly: match[1] !== undefined,
  })),
)

// A part may import from parts below it; between neighbours only the arrows named here are allowed.
const layers: Record<string, number> = {
  text: 0,
  'model.ts': 1,
  'diagnostic.ts': 1,
  'diagnostics.ts': 1,
  config: 2,
  posts: 2,
  liquid: 2,
  markdown: 2,
  templates: 2,
  site: 2,
  pages: 2,
  migration: 2,
  render: 3,
  io: 3,
  server: 4,
  cli: 5,
  'main.ts': 6,
  launch: 7,
}
const arrows = new Set([
  'diagnostics.ts → diagnostic.ts',
  'diagnostic.ts → model.ts',
  'diagnostics.ts → model.ts',
  'posts → config',
  'liquid → config',
  'liquid → markdown',
  'templates → config',
  'site → config',
  'site → templates',
  'pages → config',
  'migration → config',
  'migration → posts',
  'pages → posts',
  'pages → site',
  'pages → templates',
  'render → io',
  'io → render',
])

function partOf(file: string): string {
  return file.split('/')[0] ?? ''
}

describe('architecture', () => {
  test('every part of src has its place in the layer table', () => {
    expect([...new Set(files.map(partOf))].filter(part => !(part in layers))).toEqual([])
  })

  test('imports lead down, or along an arrow that is named', () => {
    const own = imports.filter(({ of }) => of.endsWith('.ts'))
    expect(own.length).toBeGreaterThan(100)
    const wrong = own.filter(({ from, of }) => {
      const [a, b] = [partOf(from), partOf(of)]
      return a !== b && (layers[b] ?? 9) >= (layers[a] ?? 0) && !arrows.has(`${a} → ${b}`)
    })
    expect(wrong.map(({ from, of }) => `${from} imports ${of}`)).toEqual([])
  })

  test('only io, cli and main touch what lies outside the program', () => {
    // Asks V8 where a syntax error stands, and reads nothing.
    const excepted = new Set(['templates/engine.ts imports node:vm'])
    const wrong = imports.filter(({ from, of }) => of.startsWith('node:') && (layers[partOf(from)] ?? 0) < 3 && partOf(from) !== 'io')
    expect(wrong.map(({ from, of }) => `${from} imports ${of}`).filter(line => !excepted.has(line))).toEqual([])
  })

  test('nothing below cli prints, reads the clock, the environment or chance, or ends the process', () => {
    const forbidden = /\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.(?:env|exit|stdout|stderr|argv)\b/
    // The preview's script lives in a browser, which has a clock and a storage of its own.
    const wrong = [...textOf].filter(
      ([file, text]) =>
        file !== 'main.ts' &&
        !file.startsWith('launch/') &&
        !file.startsWith('server/client/') &&
        forbidden.test(text.replace(/^\s*(?:\/\/|\*).*$/gm, '')),
    )
    expect(wrong.map(([file]) => file)).toEqual([])
  })

  test('each library has one door', () => {
    const doors = new Map<string, Set<string>>()
    for (const { from, of, typeOnly } of imports) {
      if (of.endsWith('.ts') || of.startsWith('node:') || of.endsWith('.json') || typeOnly) continue
      const library = of.split('/')[0] ?? ''
      doors.set(library, new Set([...(doors.get(library) ?? []), from]))
    }
    expect(Object.fromEntries([...doors].map(([library, from]) => [library, [...from]]))).toEqual({
      chokidar: ['server/watch.ts'],
      eta: ['templates/engine.ts'],
      'gray-matter': ['posts/front-matter.ts'],
      'highlight.js': ['markdown/highlighter.ts'],
      'image-size': ['io/image-files.ts'],
      idiomorph: ['server/client/morph.ts'],
      katex: ['markdown/math/katex.ts'],
      'launch-editor': ['server/open-editor.ts'],
      liquidjs: ['liquid/render-liquid.ts'],
      'markdown-it': ['markdown/render-body.ts'],
      'markdown-it-deflist': ['markdown/extensions/definition-lists.ts'],
      pagefind: ['launch/main.ts'],
      sharp: ['io/sharp.ts'],
      yaml: ['config/yaml.ts'],
    })
  })

  test('a brand is given in one place only', () => {
    for (const brand of ['SourcePath', 'Permalink', 'OutputPath', 'Html']) {
      const casts = [...textOf].flatMap(([file, text]) => [...text.matchAll(new RegExp(`\\bas ${brand}\\b`, 'g'))].map(() => file))
      expect(casts, brand).toEqual(['model.ts'])
    }
  })

  // The list of all messages is one file by design, and no code to speak of.
  test('files stay short, and there are no barrels', () => {
    const long = [...textOf]
      .map(([file, text]) => [file, text.split('\n').length - 1] as const)
      .filter(([file, lines]) => lines > (file === 'diagnostics.ts' ? 400 : 250))
    expect(long).toEqual([])
    expect(files.filter(file => file.endsWith('index.ts'))).toEqual([])
  })

  test('every file begins by saying what it is', () => {
    expect([...textOf].filter(([, text]) => !/^(?:#!.*\n)?\/\/ \S/.test(text)).map(([file]) => file)).toEqual([])
  })
})
