// A course for benchmarks: thirty lectures with 300 theorems, 200 citations and 500 references, about as mixed as real lecture notes.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [lectures, theorems, citations, references] = [30, 300, 200, 500]

/** Writes the lectures into `folder`, and the bibliography beside them. */
export function writeCourse(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const each = share(theorems)
  const cited = share(citations)
  const referred = share(references)
  const labels = each.flatMap((count, lecture) => times(count, number => `thm-${lecture}-${number}`))
  const pick = picker(labels)
  const key = picker(works.map((_, number) => `work${number}`))
  for (const [index, count] of each.entries()) {
    const blocks = times(count, number => theorem(`thm-${index}-${number}`, kinds[number % kinds.length] ?? ''))
    const notes = [
      ...times(cited[index] ?? 0, () => `As [@${key()}, p. 7] has it, this was known before.`),
      ...times(referred[index] ?? 0, () => `It follows from @${pick()} for all that is small enough.`),
    ]
    writeFileSync(join(folder, `2024-${month(index)}-notes.md`), text(index, blocks, notes))
  }
  writeFileSync(join(folder, 'references.bib'), works.map(work).join('\n'))
}

const kinds = ['THEOREM', 'LEMMA', 'DEFINITION', 'PROOF', 'EXAMPLE']
const works = times(60, number => number)

function times<Value>(count: number, make: (number: number) => Value): Value[] {
  return Array.from({ length: count }, (_, number) => make(number))
}

// As evenly as whole numbers allow.
function share(total: number): number[] {
  return times(lectures, index => Math.floor(((index + 1) * total) / lectures) - Math.floor((index * total) / lectures))
}

function picker(names: readonly string[]): () => string {
  let next = 0
  return () => {
    next = (next + 37) % names.length
    return names[next] ?? ''
  }
}

function month(index: number): string {
  return `${String(1 + Math.floor(index / 10)).padStart(2, '0')}-${String(1 + (index % 10) * 2).padStart(2, '0')}`
}

// Symbols come again, displayed formulas do not.
function theorem(label: string, kind: string): string {
  const constant = `c_{${label.slice('thm-'.length).replace('-', ',')}}`
  return `> [!${kind}] On ${label} {#${label}}
> Let $f_n \\colon X \\to \\mathbb{R}$ be measurable with $\\lVert f_n \\rVert_p \\le ${constant}$. Then
> $$\\int_X \\lim_{n \\to \\infty} f_n \\,d\\mu = ${constant} \\lim_{n \\to \\infty} \\int_X f_n \\,d\\mu .$$`
}

function text(index: number, blocks: readonly string[], notes: readonly string[]): string {
  const sections = blocks.map((block, number) => {
    const mine = notes.filter((_, note) => note % blocks.length === number).join(' ')
    return `## Part ${number + 1}\n\nThe estimate of the last part is sharp, and *nothing* better can be had. ${mine}\n\n${block}\n`
  })
  return `---\nlayout: post\ntitle: "Analysis, slowly, Lecture ${index + 1}"\ncourse: analysis\nlecture: ${index + 1}\nmath: true\n---\n\nThis lecture goes on where the last one ended.\n\n${sections.join('\n')}`
}

function work(number: number): string {
  return `@article{work${number},\n  author = {Author, Anna and Writer, W. ${number}},\n  title = {On the measure of things, part ${number}},\n  journal = {Journal of Things},\n  volume = {${number + 1}},\n  pages = {1--20},\n  year = {${1950 + number}}\n}`
}
