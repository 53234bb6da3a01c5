// The program starts as V8 compiled it before. Whatever has become of that, it starts.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const project = join(import.meta.dirname, '..', '..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-start-'))
  for (const name of ['dist', 'templates']) cpSync(join(project, name), join(folder, name), { recursive: true })
  for (const name of kept()) rmSync(join(folder, 'dist', name))
  mkdirSync(join(folder, 'posts'))
  writeFileSync(join(folder, 'posts/2024-01-01-a.md'), 'Words.\n')
  writeFileSync(join(folder, '_config.yml'), 'search: false\n')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lectern = (...args: readonly string[]): string =>
  execFileSync('node', [join(folder, 'dist/main.js'), ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

// It is read as Latin-1, and esbuild leaves the letters of an expression as they are written.
test('the program is ASCII throughout', () => {
  expect(/[^\0-\x7f]/.exec(readFileSync(join(project, 'dist/program.js'), 'utf8'))).toBeNull()
})

function kept(): string[] {
  return readdirSync(join(folder, 'dist')).filter(name => name.includes('.cache'))
}

test('a build leaves the compiled program behind, once, and other commands leave nothing', () => {
  lectern('--version')
  lectern('check')
  expect(kept()).toEqual([])
  lectern('build')
  const [name = '', ...others] = kept()
  expect(others).toEqual([])
  const bytes = readFileSync(join(folder, 'dist', name))
  lectern('build')
  expect(readFileSync(join(folder, 'dist', name)).equals(bytes)).toBe(true)
  expect(lectern('--version')).toMatch(/^\d/)
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['changed in the middle', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5000), Buffer.from('spoilt'), bytes.subarray(5006)])],
  ['full of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
])('one that is %s is not used, and made anew', (_how, spoil) => {
  lectern('build')
  const file = join(folder, 'dist', kept()[0] ?? '')
  const spoilt = spoil(readFileSync(file))
  writeFileSync(file, spoilt)
  lectern('build')
  expect(readFileSync(join(folder, 'public/2024/01/01/a/index.html'), 'utf8')).toContain('Words.')
  expect(readFileSync(file).equals(spoilt)).toBe(false)
})

test('an older Node is told so in a sentence, before anything that it does not know', () => {
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`
  const args = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, join(folder, 'dist/main.js'), 'build']
  const { status, stderr } = spawnSync('node', args, { cwd: folder, encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^Lectern needs Node 20\.19 or later, and this is 18\.20\.4\. .*\n$/)])
})

test('a program that lies where nobody may write is started all the same', () => {
  chmodSync(join(folder, 'dist'), 0o555)
  lectern('build')
  expect(readFileSync(join(folder, 'public/index.html'), 'utf8')).toContain('Words.')
  chmodSync(join(folder, 'dist'), 0o755)
})

test('V8 is left to decide when it looks for garbage once a text is large', () => {
  const told = `import v8 from 'node:v8'; const set = v8.setFlagsFromString; v8.setFlagsFromString = flag => { console.log(flag); set(flag) }`
  const flags = (): string => {
    const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, join(folder, 'dist/main.js'), 'build']
    return execFileSync('node', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }
  expect(flags()).not.toContain('--heap-growing-percent=0\n')
  writeFileSync(join(folder, 'posts/2024-01-02-b.md'), `${'Words. '.repeat(20)}\n\n`.repeat(1500))
  expect(flags()).toContain('--heap-growing-percent=0\n')
})
