// CommonMark mode reads what has made other readers hang. What takes more than its share is found by counting, in work.test.ts; here the sizes are
// those of cmark's own tests, and a process that does not come to its end is ended.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { pathological } from './pathological.ts'

test('commonmark: all 29 pathological texts of cmark and markdown-it are read', { timeout: 150_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pathological-'))
  try {
    const outfile = join(folder, 'pathological.mjs')
    const entryPoints = [join(import.meta.dirname, 'pathological.ts')]
    await build({
      entryPoints,
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    })
    const script = `import(${JSON.stringify(outfile)}).then(({ readAll }) => readAll())`
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', timeout: 120_000, killSignal: 'SIGKILL' })
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toEqual(Object.keys(pathological))
    expect(Object.keys(pathological)).toHaveLength(29)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
