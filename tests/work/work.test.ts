// The work of reading a text grows as the text does: twice the text may take two and a half times the work, never four times.

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import type { Count } from './count-work.ts'
import { groups, patterns } from './patterns.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-work-'))
afterAll(() => rmSync(folder, { recursive: true }))

await build({
  entryPoints: ['whole-reading.ts', 'count-work.ts'].map(name => join(import.meta.dirname, name)),
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
})

async function countsOf(dialect: string): Promise<Count[]> {
  const values = [join(folder, 'count-work.mjs'), join(folder, 'whole-reading.mjs'), dialect]
  return JSON.parse((await promisify(execFile)(process.execPath, values)).stdout)
}

const [kramdown, commonmark] = await Promise.all([countsOf('kramdown'), countsOf('commonmark')])

test('no pattern has the name of another', () => {
  expect(Object.keys(patterns)).toHaveLength(groups.flatMap(group => Object.keys(group)).length)
})

describe.each([
  ['kramdown', kramdown],
  ['commonmark', commonmark],
])('work: %s', (_dialect, counts) => {
  test('every pattern is counted', () => expect(counts.map(({ name }) => name)).toEqual(Object.keys(patterns)))

  test.each(counts)('$name take no more than their share', ({ small, large }) => {
    expect(small).toBeGreaterThan(0)
    expect(large / small).toBeLessThan(2.5)
  })
})
