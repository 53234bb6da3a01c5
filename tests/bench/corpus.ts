// Posts for benchmarks: the same bytes for the same number, about as long and as mixed as real lecture notes.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  'model data system lecture training latency feature pipeline drift label gradient loss kernel matrix proof theorem estimate variance layer attention token memory thread queue schedule index query log replica leader quorum the a of to in and is that for with as on by this be can it from'.split(
    ' ',
  )

/** Writes `count` posts into `folder` and answers their file names. */
export function writeCorpus(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true })
  const random = mulberry(count)
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2005, 0, 1 + (index % 7000))).toISOString().slice(0, 10)
    const name = `${date}-notes-${index}.md`
    writeFileSync(join(folder, name), post(index, random))
    return name
  })
}

// A small generator with a seed, since Math.random has none.
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((more ^ (more >>> 14)) >>> 0) / 4294967296
  }
}

function post(index: number, random: () => number): string {
  const pick = (): string => words[Math.floor(random() * words.length)] ?? ''
  const many = (count: number, make: () => string, between: string): string => Array.from({ length: count }, make).join(between)
  const word = (): string =>
    random() < 0.03
      ? `*${pick()}*`
      : random() < 0.02
        ? `\`${pick()}\``
        : random() < 0.02
          ? `[${pick()}](https://example.org/${pick()})`
          : pick()
  const paragraph = (): string => `${many(70, word, ' ')}.`
  const code = (): string =>
    `\`\`\`python\n${many(8, () => `${pick()} = ${pick()}(${Math.floor(random() * 99)}, "${pick()}")`, '\n')}\n\`\`\``
  const list = (): string => many(5, () => `- ${many(12, word, ' ')}`, '\n')
  const section = (): string =>
    `### ${many(3, pick, ' ')}\n\n${paragraph()}\n\n${random() < 0.3 ? code() : random() < 0.4 ? list() : paragraph()}`
  return `---\nlayout: post\ntitle: "Notes on ${pick()} ${pick()}, Lecture ${index}"\ntags: [${pick()}, course ${index % 40}]\n---\n\n${paragraph()}\n\n${many(5, section, '\n\n')}\n`
}
