// How long builds take: `npm run bench`, or `npm run bench -- 1 1000` for other numbers of posts. Generators take turns (A B C A B C),
// so that a machine that is busy for a while is so for all; what is printed is the middle of three runs, of one where there are ten
// thousand posts. Beside it stands what no program can get below: Node's bare start, and `cp -r` of the finished output. Figures of
// different runs, or machines, cannot be compared.

import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureChanges } from './changes.ts'
import { writeCorpus } from './corpus.ts'
import { writeCourse } from './course.ts'
import { type Measured, middle, run } from './measure.ts'
import { type Phases, phasesOf } from './phases.ts'
import { type Generator, generators, placeSite } from './rivals.ts'

const program = join(import.meta.dirname, 'main.js')
const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const times = <Value>(count: number, make: () => Value): Value[] => Array.from({ length: count }, make)

function benchmark(count: number): void {
  const root = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const runs = count < 10_000 ? 3 : 1
  const names = writeCorpus(join(root, 'corpus'), count)
  const all = generators(program).filter(({ most = count }) => count <= most)
  const folderOf = ({ name }: Generator): string => join(root, name)
  for (const generator of all) {
    cpSync(join(root, 'corpus'), join(folderOf(generator), generator.posts), { recursive: true })
    placeSite(generator, folderOf(generator))
  }

  const cold = new Map(all.map(generator => [generator, [] as Measured[]]))
  for (let round = 0; round < runs; round += 1)
    for (const generator of all) {
      const folder = folderOf(generator)
      for (const name of [generator.output, ...generator.caches]) rmSync(join(folder, name), { recursive: true, force: true })
      cold.get(generator)?.push(run(generator.command, folder))
    }

  const [lectern] = all
  if (lectern === undefined) return
  const [site, output] = [folderOf(lectern), join(folderOf(lectern), lectern.output)]
  // Jekyll makes everything anew as well, in minutes.
  const weekly = measureChanges(
    all.filter(({ name }) => name !== 'Jekyll' && name !== 'Eleventy'),
    folderOf,
    names,
    runs,
  )
  const copied = middle(
    times(runs, () => {
      rmSync(join(root, 'copy'), { recursive: true, force: true })
      return run(['cp', '-r', output, join(root, 'copy')], root)
    }),
  )
  const phases = JSON.parse(execFileSync(process.execPath, [process.argv[1] ?? '', '--phases', site], { encoding: 'utf8' })) as Phases

  print(`\n${count} ${count === 1 ? 'post' : 'posts'}, ${runs === 1 ? 'one run' : `the middle of ${runs} runs`}`)
  const own = middle(cold.get(lectern) ?? []).seconds
  for (const generator of all) {
    const measured = middle(cold.get(generator) ?? [])
    const ratio = generator === lectern ? '' : `, ${(measured.seconds / own).toFixed(1)} times Lectern`
    print(row(`${generator.name} cold`, measured, `${pagesIn(join(folderOf(generator), generator.output))} HTML files${ratio}`))
  }
  for (const { what, measured } of weekly) {
    const [mine, hugo] = [measured.get('Lectern'), measured.get('Hugo')]
    if (mine === undefined) continue
    print(row(`Lectern, ${what}`, mine, hugo && `${(mine.seconds / hugo.seconds).toFixed(2)} of Hugo, which makes everything anew`))
  }
  print(row('cp -r of its output', copied))
  print(
    `  phases, one thread: ${Object.entries(phases)
      .map(([phase, milliseconds]) => `${phase} ${(milliseconds / 1000).toFixed(3)} s`)
      .join(', ')}`,
  )
  rmSync(root, { recursive: true, force: true })
}

// No other generator numbers, cites or binds a book, so it stands by itself.
function benchmarkCourse(): void {
  const root = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  writeCourse(join(root, 'posts'))
  writeFileSync(join(root, '_config.yml'), 'title: Notes\nurl: https://example.org\nsearch: false\nbibliography: references.bib\n')
  const build = (): Measured => run([process.execPath, program, 'build', '--quiet'], root)
  const cold = times(3, () => {
    for (const name of ['public', '.cache']) rmSync(join(root, name), { recursive: true, force: true })
    return build()
  })
  const [lecture = ''] = readdirSync(join(root, 'posts'))
  const changed = times(3, () => {
    appendFileSync(join(root, 'posts', lecture), '\nOne more line.\n')
    return build()
  })
  print('\nA course of 30 lectures, 300 theorems, 200 citations and 500 references, with its one page and its EPUB')
  print(row('Lectern cold', middle(cold), `${pagesIn(join(root, 'public'))} HTML files`))
  print(row('Lectern, a lecture changed', middle(changed)))
  rmSync(root, { recursive: true, force: true })
}

function row(name: string, { seconds, megabytes }: Measured, note = ''): string {
  const memory = megabytes === undefined ? '' : `${megabytes.toFixed(0)} MB`
  return `  ${name.padEnd(26)}${`${seconds.toFixed(2)} s`.padStart(9)}${memory.padStart(9)}  ${note}`.trimEnd()
}

function pagesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.html')).length
}

if (process.argv[2] === '--phases') {
  print(JSON.stringify(await phasesOf(process.argv[3] ?? '', join(import.meta.dirname, '..', 'templates'))))
} else {
  const counts = process.argv.slice(2).map(Number)
  for (const count of counts.length > 0 ? counts : [1, 100, 1000, 10_000]) benchmark(count)
  benchmarkCourse()
  // Last, since a build leaves the compiled program behind.
  const bare = middle(times(5, () => run([process.execPath, '--eval', '0'], tmpdir())))
  const start = middle(times(5, () => run([process.execPath, program, '--version'], tmpdir())))
  print(`\n${row(`Node ${process.version} by itself`, bare)}`)
  print(row('lectern --version', start, `${((start.seconds - bare.seconds) * 1000).toFixed(0)} ms more`))
}
