// The layers, the doors and the brands of the program are rules, not hopes: this reads every import and compares.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Import, importsOf, parts, violations, withoutComments } from './support/layers.ts'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.ts') && !name.endsWith('.d.ts'),
)
const textOf = new Map(files.map(name => [name, readFileSync(join(root, 'src', name), 'utf8')]))

const imports: Import[] = [...textOf].flatMap(([file, text]) => importsOf(file, text))

describe('architecture', () => {
  test('every import leads down, and nobody touches more of the world outside than the table says', () => {
    expect(imports.length).toBeGreaterThan(400)
    expect(violations(textOf)).toEqual([])
  })

  test.each([
    ['text/lazily.ts', "export { build } from '../cli/commands/build.ts'", 'text/lazily.ts imports cli/commands/build.ts'],
    ['text/lazily.ts', "const build = import('../cli/commands/build.ts')", 'text/lazily.ts imports cli/commands/build.ts'],
    ['text/lazily.ts', "import type { Page } from '../pages/page.ts'", 'text/lazily.ts imports pages/page.ts'],
    ['render/security-policy.ts', "import { readFileSync } from 'node:fs'", 'render/security-policy.ts touches files'],
    ['pages/home.ts', "const { readFileSync } = process.getBuiltinModule('node:fs')", 'pages/home.ts touches files'],
    ['pages/home.ts', 'const now = Date.now()', 'pages/home.ts touches process'],
    ['io/staging.ts', "import { loadSite } from '../render/load-site.ts'", 'io/staging.ts imports render/load-site.ts'],
    ['anywhere.ts', '', 'anywhere.ts belongs to no part'],
  ])('in %s, `%s` is found', (file, line, found) => {
    const spoilt = new Map([...textOf, [file, `${line}\n${textOf.get(file) ?? ''}`]])
    expect(violations(spoilt)).toEqual([found])
  })

  test('a part imports only from parts above it in the table', () => {
    const names = Object.keys(parts)
    const wrong = Object.entries(parts).flatMap(([name, part]) =>
      part.imports === 'all'
        ? []
        : part.imports.filter(other => names.indexOf(other) >= names.indexOf(name)).map(other => `${name} → ${other}`),
    )
    expect(wrong).toEqual([])
  })

  test('no file imports itself, by whatever way', () => {
    const next = new Map<string, readonly string[]>(
      files.map(file => [file, imports.filter(({ from }) => from === file).map(({ of }) => of)]),
    )
    const [done, circles] = [new Set<string>(), [] as string[]]
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
      if (done.has(file) || way.includes(file)) return
      for (const other of next.get(file) ?? []) visit(other, [...way, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  test('at most six files stand at the top', () => {
    expect(files.filter(file => !file.includes('/')).length).toBeLessThanOrEqual(6)
  })

  // Aside and then renamed: in one file for what is the author's or is kept, in another for what waits to be published.
  test('files are written in few places', () => {
    const writers = [...textOf]
      .filter(([, text]) => /\b(?:writeFile|appendFile)(?:Sync)?\(/.test(withoutComments(text)))
      .map(([file]) => file)
    expect(writers.sort()).toEqual([
      'cli/commands/import.ts',
      'io/create-files.ts',
      'io/index-search.ts',
      'io/replace-file.ts',
      'io/staging.ts',
      'launch/load-program.ts',
    ])
  })

  test('each library has one door', () => {
    const doors = new Map<string, Set<string>>()
    for (const { from, of, isType } of imports) {
      if (of.endsWith('.ts') || of.startsWith('node:') || of.endsWith('.json') || isType) continue
      const library = of.split('/')[0] ?? ''
      doors.set(library, new Set([...(doors.get(library) ?? []), from]))
    }
    expect(Object.fromEntries([...doors].map(([library, from]) => [library, [...from]]))).toEqual({
      '@hyzyla': ['io/draw-slides.ts'],
      chokidar: ['server/watch.ts'],
      citeproc: ['citing/csl-style.ts'],
      'csv-parse': ['config/table.ts'],
      eta: ['templates/engine.ts'],
      fflate: ['book/make-epub.ts'],
      gemoji: ['jekyll/plugins/jemoji.ts'],
      'gray-matter': ['posts/front-matter.ts'],
      'highlight.js': ['markdown/highlighter.ts'],
      'image-size': ['io/image-files.ts'],
      idiomorph: ['server/client/morph.ts'],
      katex: ['markdown/math/katex.ts'],
      'launch-editor': ['server/open-editor.ts'],
      'markdown-it': ['markdown/markdown.ts'],
      'markdown-it-deflist': ['markdown/extensions/definition-lists.ts'],
      parse5: ['book/xhtml.ts'],
      mrmime: ['server/content-types.ts'],
      pagefind: ['launch/main.ts'],
      picomatch: ['text/glob.ts'],
      postcss: ['jekyll/as-libsass.ts'],
      sass: ['jekyll/sass.ts'],
      saxes: ['check/xml.ts'],
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
    const long = [...textOf].map(([file, text]) => [file, text.split('\n').length - 1] as const).filter(([, lines]) => lines > 250)
    expect(long).toEqual([])
    expect(files.filter(file => basename(file) === 'index.ts')).toEqual([])
  })

  test('every file begins by saying what it is', () => {
    expect([...textOf].filter(([, text]) => !/^(?:#!.*\n)?\/\/ \S/.test(text)).map(([file]) => file)).toEqual([])
  })
})
