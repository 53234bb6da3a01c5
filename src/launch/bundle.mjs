// Makes `dist`: the program as one file, the two files that start it, and the script of the preview's pages. What is bundled need not be
// installed with Lectern, so a package is a dependency only where it is loaded from its own folder.

import { hash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from './licences.mjs'

const { resolve } = createRequire(import.meta.url)
const { version: grammars } = createRequire(import.meta.url)('highlight.js/package.json')

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
// CommonJS, which Node starts faster and which can be compiled ahead.
writeFileSync('dist/package.json', '{"type":"commonjs"}\n')

// The style sheet and fonts for formulas.
const katex = dirname(resolve('katex'))
cpSync(`${katex}/katex.min.css`, 'dist/katex/katex.min.css')
cpSync(`${katex}/fonts`, 'dist/katex/fonts', { recursive: true, filter: path => /fonts$|\.woff2$/.test(path) })

// What draws diagrams in a reader's browser.
const mermaid = resolve('@mermaid-js/tiny')
cpSync(mermaid, 'dist/mermaid.js')
cpSync(`${dirname(dirname(mermaid))}/LICENSE`, 'dist/mermaid.LICENSE')

const common = { bundle: true, metafile: true, minifySyntax: true, minifyWhitespace: true, logLevel: 'warning' }
const forNode = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': '__url' },
  banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
}
// Sass is larger than the program, postcss goes with it, the names of emoji are 300 KB, and most sites have none of them: files of their own,
// loaded when the first style sheet or page asks. So those who install Lectern need not install sass and the watcher of files that comes with it.
const beside = { sass: resolve('sass'), postcss: resolve('postcss'), gemoji: fileURLToPath(import.meta.resolve('gemoji')) }
const loadedBeside = {
  name: 'loaded-beside',
  setup: ({ onResolve }) => onResolve({ filter: /^(?:sass|postcss|gemoji)$/ }, ({ path }) => ({ path: `./${path}.js`, external: true })),
}

const made = await Promise.all([
  build({
    ...forNode,
    entryPoints: ['src/launch/program.ts'],
    outdir: 'dist',
    footer: { js: `// Beside highlight.js ${grammars}` },
    // Grammars are loaded one by one, sharp where it is installed, and citeproc, which has a licence of its own, from its own package.
    external: ['highlight.js/lib/languages/*', 'sharp', 'citeproc', '@hyzyla/pdfium'],
    // As `load-program.ts` compiles it there is no `import()`; `require` serves for these three.
    supported: { 'dynamic-import': false },
    alias: { 'js-yaml': './src/launch/no-js-yaml.ts' },
    plugins: [loadedBeside],
  }),
  build({ ...forNode, entryPoints: beside, outdir: 'dist' }),
  // The threads for style sheets and books need no more of the program than those do.
  build({
    ...forNode,
    entryPoints: ['src/launch/sheets.ts', 'src/launch/sheet-thread.ts', 'src/launch/books.ts'],
    outdir: 'dist',
    supported: { 'dynamic-import': false },
    plugins: [loadedBeside],
  }),
  build({
    ...common,
    entryPoints: ['src/server/client/client.ts'],
    outfile: 'dist/preview.js',
    format: 'iife',
    target: 'es2022',
    minify: true,
  }),
])

// esbuild leaves expressions (`/[–—]/`) as they are written, and the program is read as Latin-1. It stands in the function that
// `load-program.ts` calls, for to put it there costs a start another copy of it, 10 ms.
const program = `(function(exports,require,module,__filename){${readFileSync('dist/program.js', 'utf8')}\n})`
const ascii = program.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
writeFileSync('dist/program.js', ascii)

// What starts it knows which one it is.
const starts = await build({
  ...forNode,
  define: { ...forNode.define, __program: JSON.stringify(hash('sha1', ascii, 'base64')) },
  entryPoints: ['src/launch/main.ts', 'src/launch/worker.ts', 'src/launch/slides.ts'],
  outdir: 'dist',
  external: ['pagefind', 'sharp', '@hyzyla/pdfium'],
})

writeFileSync('dist/LICENCES.txt', licencesOf([...made, starts]))
