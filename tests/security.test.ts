// SECURITY.md says what is promised and what is depended on; here it is held to the tests and the packages that there are.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faults } from './faults/faults.ts'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8')
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
const shipped = { ...project['dependencies'], ...project['optionalDependencies'] }

function rowsOf(table: string): string[][] {
  const lines = new RegExp(`<!-- ${table} -->\\n([\\s\\S]*?)<!-- end -->`).exec(text)?.[1]?.trim().split('\n').slice(2) ?? []
  return lines.map(line =>
    line
      .split('|')
      .map(cell => cell.trim())
      .slice(1, -1),
  )
}

describe('SECURITY.md', () => {
  test.each(rowsOf('promises'))('%s: a test holds it', (_promise, held = '') => {
    const [, place = ''] = /^`([^`]+)`/.exec(held) ?? []
    expect(existsSync(join(root, place)), place).toBe(true)
    if (place === 'tests/faults') {
      const numbers = held.match(/\d+/g)?.map(Number) ?? []
      expect(numbers.length).toBeGreaterThan(0)
      expect(faults.map(({ row }) => row)).toEqual(expect.arrayContaining(numbers))
    } else expect(textsBelow(join(root, place))).toContain(/, `([^`]+)`$/.exec(held)?.[1] ?? 'a name')
  })

  test('every dependency has a reason, and is not taken below its floor', () => {
    const floors = new Map(rowsOf('dependencies').map(([name = '', floor = '']) => [name.replaceAll('`', ''), floor]))
    const wanted = { ...shipped, ...project['devDependencies'] }
    expect([...floors.keys()].sort()).toEqual(Object.keys(wanted).sort())
    for (const [name, floor] of floors) {
      expect(rank(wanted[name] ?? ''), `${name} in package.json`).toBeGreaterThanOrEqual(rank(floor))
      const installed = join(root, 'node_modules', name, 'package.json')
      // What is optional may not be there.
      if (existsSync(installed)) expect(rank(versionOf(installed)), `${name} as installed`).toBeGreaterThanOrEqual(rank(floor))
    }
  })

  test('what is not ours to ask for is above its floor too', () => {
    const floors = { 'linkify-it': '5.0.2', vite: '7.3.4' }
    for (const [name, floor] of Object.entries(floors))
      expect(rank(versionOf(join(root, 'node_modules', name, 'package.json'))), name).toBeGreaterThanOrEqual(rank(floor))
  })

  test('what is installed with Lectern is what the bundle leaves out', () => {
    const bundle = readFileSync(join(root, 'src', 'launch', 'bundle.mjs'), 'utf8')
    const named = [...bundle.matchAll(/external: \[([^\]]+)\]/g)].flatMap(match =>
      [...(match[1] ?? '').matchAll(/'((?:@[^/']+\/)?[^/']+)[^']*'/g)].map(name => name[1]),
    )
    const left = [...new Set(named)].sort()
    expect(Object.keys({ ...shipped, ...project['peerDependencies'] }).sort()).toEqual(left)
    const told = rowsOf('dependencies').filter(([, , why = '']) => !/^(?:bundled|development):/.test(why))
    expect(told.map(([name = '']) => name.replaceAll('`', '')).sort()).toEqual(left)
  })

  test('nothing that is shipped runs a script when it is installed', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: true; dev?: true; optional?: true }>
    }
    const scripts = Object.entries(lock.packages).filter(([, { hasInstallScript, dev, optional }]) => hasInstallScript && !dev && !optional)
    expect(scripts.map(([name]) => name)).toEqual([])
  })
})

// A door that is not in this list is one that SECURITY.md does not tell of.
test('no other program is run, and no network is asked', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && !file.includes('client/'),
  )
  const those = (pattern: RegExp): string[] => files.filter(file => pattern.test(readFileSync(join(root, 'src', file), 'utf8'))).sort()
  expect(those(/node:child_process|\bfrom 'launch-editor'|import\('launch-editor'\)/)).toEqual([
    // Node itself, with a file of ours.
    'io/bounded-process.ts',
    'io/git-dates.ts',
    'io/git-user.ts',
    'io/slide-pages.ts',
    'main.ts',
    'server/open-editor.ts',
  ])
  // A preview serves and asks for another one; the links of a site are asked for by `check`.
  const asking = ['cli/ask-links.ts', 'cli/commands/dev.ts', 'server/http.ts', 'server/send-file.ts']
  expect(those(/\bfetch\(|node:(?:https?|net|dgram|tls|dns|http2)'/).filter(file => !asking.includes(file))).toEqual([])
})

function textsBelow(place: string): string {
  if (!statSync(place).isDirectory()) return readFileSync(place, 'utf8')
  return readdirSync(place, { encoding: 'utf8' })
    .map(name => textsBelow(join(place, name)))
    .join('\n')
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** A number that is larger for a later version. */
function rank(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version
    .replace(/^\D+/, '')
    .split('.')
    .map(part => Number.parseInt(part, 10))
  return (major * 10_000 + minor) * 10_000 + patch
}
