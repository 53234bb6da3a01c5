// What people do every week: a change to a site that is built, then a build. Every generator takes its turn after each change.

import { appendFileSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Measured, middle, run } from './measure.ts'
import type { Generator } from './rivals.ts'

export interface Changed {
  readonly what: string
  /** By the generator's name. */
  readonly measured: ReadonlyMap<string, Measured>
}

type Change = (posts: string, names: readonly string[], round: number) => void

const changes: Readonly<Record<string, Change>> = {
  'nothing changed': () => {},
  'one text changed': (posts, names) => appendFileSync(join(posts, middleOf(names, 0)), '\nOne more line.\n'),
  'a new post': (posts, names, round) => {
    const name = names.at(-1) ?? ''
    copyFileSync(join(posts, name), join(posts, `2030-01-0${round + 1}${name.slice('2030-01-01'.length)}`))
  },
  'a title changed': (posts, names, round) => {
    const file = join(posts, middleOf(names, round))
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*/m, `title: New ${round}`))
  },
}

function middleOf(names: readonly string[], round: number): string {
  return names[((names.length >> 1) + round) % names.length] ?? ''
}

/** Measures each change, the middle of `runs` runs, on sites that are built. */
export function measureChanges(
  all: readonly Generator[],
  folderOf: (generator: Generator) => string,
  names: readonly string[],
  runs: number,
): readonly Changed[] {
  return Object.entries(changes).map(([what, change]) => {
    const measured = new Map(all.map(({ name }) => [name, [] as Measured[]]))
    for (let round = 0; round < runs; round += 1)
      for (const generator of all) {
        const folder = folderOf(generator)
        if (!existsSync(join(folder, generator.output))) continue
        change(join(folder, generator.posts), names, round)
        measured.get(generator.name)?.push(run(generator.command, folder))
      }
    return { what, measured: new Map([...measured].map(([name, list]) => [name, middle(list)])) }
  })
}
