// How long builds take: `npm run bench`, or `npm run bench -- 1 1000 10000` for other numbers of posts. Each figure is the
// median of three runs of the whole command, beside the floor that no program can get below: Node's bare start, and the
// copying of the finished output. Machines are noisy, so compare figures of one run only.

import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCorpus } from './corpus.ts'

const program = join(import.meta.dirname, 'main.js')
const sizes = process.argv.slice(2).map(Number)
const runs = 3

function seconds(action: () => void): number {
  const start = performance.now()
  action()
  return (performance.now() - start) / 1000
}

function median(make: () => number): number {
  return Array.from({ length: runs }, make).sort((one, other) => one - other)[runs >> 1] ?? Number.NaN
}

function measure(count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const clean = (): void => {
    for (const name of ['public', '.cache', 'copy']) rmSync(join(root, name), { recursive: true, force: true })
  }
  const build = (): void => void execFileSync(process.execPath, [program, 'build', '--root', root, '--quiet'])
  writeFileSync(join(root, '_config.yml'), 'title: Notes\nurl: https://example.org\n')
  const names = writeCorpus(join(root, 'posts'), count)
  const cold = median(() => {
    clean()
    return seconds(build)
  })
  const warm = median(() => seconds(build))
  const edit = median(() => {
    appendFileSync(join(root, 'posts', names[count >> 1] ?? ''), '\nOne more line.\n')
    return seconds(build)
  })
  const copy = median(() => {
    rmSync(join(root, 'copy'), { recursive: true, force: true })
    return seconds(() => cpSync(join(root, 'public'), join(root, 'copy'), { recursive: true }))
  })
  rmSync(root, { recursive: true, force: true })
  return [String(count), ...[cold, warm, edit, copy].map(value => `${value.toFixed(2)} s`)].map(cell => cell.padStart(10)).join('')
}

const start = median(() => seconds(() => void execFileSync(process.execPath, ['--eval', '0'])))
process.stdout.write(
  `Node ${process.version} starts in ${start.toFixed(2)} s\n${['posts', 'cold', 'warm', 'one edit', 'copying'].map(cell => cell.padStart(10)).join('')}\n`,
)
for (const count of sizes.length > 0 ? sizes : [1, 100, 1000]) process.stdout.write(`${measure(count)}\n`)
