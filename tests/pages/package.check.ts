// Lectern as those get it who install it: packed, put into an empty project elsewhere, and used there from the first command on.

import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const parent = mkdtempSync(join(tmpdir(), 'lectern-packed-'))
const notes = join(parent, 'notes')

const inNotes = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd: notes, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const lectern = (...args: readonly string[]): string => inNotes('npx', 'lectern', ...args)

afterAll(() => rmSync(parent, { recursive: true, force: true }))

test('it is installed with at most 40 packages and 65 MB', () => {
  mkdirSync(notes)
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', parent], { cwd: root, encoding: 'utf8' }).trim()
  inNotes('npm', 'install', '--silent', join(parent, packed))
  const packages = inNotes('npm', 'ls', '--all', '--parseable').trim().split('\n').slice(1)
  const bytes = sizeOf(join(notes, 'node_modules'))
  console.info(`${packages.length} packages, ${Math.round(bytes / 1e6)} MB`)
  expect(packages.length).toBeLessThanOrEqual(40)
  expect(bytes).toBeLessThanOrEqual(65e6)
})

test('it begins a site, adds a lecture, checks and builds it', () => {
  lectern('init')
  lectern('new', 'Lecture 2: On trees')
  const [post = '', next = ''] = readdirSync(join(notes, 'posts')).sort()
  expect(next).toMatch(/^\d{4}-\d\d-\d\d-lecture-2\.md$/)
  lectern('check')
  lectern('build')
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(post) ?? []
  const page = readFileSync(join(notes, 'public', year, month, day, 'lecture-1', 'index.html'), 'utf8')
  expect(page).toContain('class="katex"')
  expect(page).toContain('hljs-')
  expect(readdirSync(join(notes, 'public', 'pagefind')).length).toBeGreaterThan(3)
})

test('it shows the site while one writes', async () => {
  const preview = spawn('npx', ['lectern', 'dev', '--port', '0'], { cwd: notes, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      const hear = (bytes: Buffer): void => {
        said += bytes.toString()
        const found = /http:\/\/localhost:\d+\//.exec(said)?.[0]
        if (found !== undefined) resolve(found)
      }
      preview.stdout.on('data', hear)
      preview.stderr.on('data', hear)
      preview.on('exit', () => reject(new Error(said)))
    })
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    // No line ends before the number.
    expect(await answer.text()).toContain('Lecture\u00a01: How to write here')
  } finally {
    // npx has a child of its own.
    if (preview.pid !== undefined) process.kill(-preview.pid, 'SIGTERM')
  }
})

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(file => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
}
