// Rows 15, 16, 25 to 27, 30 and 53: templates, and work without end.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, failed, hashOf, held, judge, post, refused, withPlace } from '../fault.ts'
import type { Place } from '../tools.ts'
import { makePlace, filesIn as sourceFiles } from '../tools.ts'

const pathological: Readonly<Record<string, string>> = {
  strong: '**a '.repeat(5000),
  brackets: '['.repeat(20_000),
  links: '[a]('.repeat(10_000),
  quotes: `${'> '.repeat(5000)}a`,
  ticks: Array.from({ length: 1500 }, (_, index) => `e${'`'.repeat(index)}`).join(''),
  underscores: `${'_a __a '.repeat(5000)}`,
  lists: Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index * 2)}- a\n`).join(''),
}

export const templates: readonly Fault[] = [
  {
    row: 15,
    input: 'a template that cannot be read',
    required: 'an error, and the last good site as it was',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-01-a.md', post('A'))
        place.build()
        const before = hashOf(place.site())
        place.put(place.tool.template, tool.name === 'Lectern' ? '<h1><%= it.page.title </h1>' : '<h1>{{ title | </h1>{% if %}')
        const { code } = place.build()
        return judge({
          'no error': code !== 0 && code !== 70,
          'there was no site': before !== 'none',
          'the site has changed': hashOf(place.site()) === before,
        })
      }),
  },
  {
    row: 16,
    input: 'one bad post among 59, and an edit',
    required: 'an error, and not one file changed',
    try: tool =>
      withPlace(tool, place => {
        for (let number = 1; number < 60; number += 1) place.post(nameOf(number), post(`Post ${number}`))
        place.build()
        const before = hashOf(place.site())
        place.post(nameOf(3), post('Edited'))
        place.post(nameOf(40), '---\ntitle: [a\n---\nWords.\n')
        const { code } = place.build()
        return judge({ 'no error': code !== 0, 'the site has changed': hashOf(place.site()) === before })
      }),
  },
  {
    row: 25,
    input: 'an include that includes itself',
    required: 'an error within ten seconds of the processor',
    try: tool =>
      withPlace(tool, place => {
        place.put(tool.include, `x${tool.includes}`)
        const inText = tool.name !== 'Hugo'
        if (!inText) place.put(tool.template, `{{ .Content }}${tool.includes}`)
        place.post('2024-01-01-a.md', post('A', inText ? tool.includes : 'Words.'))
        return refused(place.build({ seconds: 10 }), /loop/)
      }),
  },
  {
    row: 26,
    input: 'a loop of two thousand million turns',
    required: 'an error within ten seconds of the processor',
    try: tool =>
      withPlace(tool, place => {
        const inText = tool.name !== 'Hugo'
        if (!inText) place.put(tool.template, `{{ .Content }}${tool.counts}`)
        place.post('2024-01-01-a.md', post('A', inText ? tool.counts : 'Words.'))
        return refused(place.build({ seconds: 10 }), /2024-01-01-a|single\.html/)
      }),
  },
  {
    row: 27,
    input: 'seven pathological texts',
    required: 'each within ten seconds of the processor',
    try: tool =>
      withPlace(tool, place => {
        const slow = Object.entries(pathological).filter(([, text]) => {
          place.post('2024-01-01-a.md', post('A', text))
          const { isKilled, code } = place.build({ seconds: 10 })
          return isKilled || code === 70 || code === 134
        })
        return slow.length === 0 ? held : failed(`${7 - slow.length} of 7; not ${slow.map(([name]) => name).join(', ')}`)
      }),
  },
  {
    row: 30,
    input: 'a layout that is not there',
    notFor: ['As Jekyll'],
    required: 'an error that names the file',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-01-a.md', post('A', 'Words.', 'layout: nowhere\n'))
        return refused(place.build(), /2024-01-01-a/)
      }),
  },
  {
    row: 53,
    input: 'edits, additions and removals at random',
    required: 'what a clean build makes',
    isOurs: true,
    try: (tool, isLong) =>
      withPlace(tool, place => {
        const chance = randomFrom(20_240_101)
        for (let number = 1; number < 8; number += 1) place.post(nameOf(number), postAtRandom(number, chance))
        for (let round = 0; round < (isLong ? 200 : 6); round += 1) {
          for (let edit = 0; edit < 5; edit += 1) editAtRandom(place, chance)
          place.build()
          const clean = makePlace(tool)
          try {
            for (const [path, content] of filesOf(place)) clean.put(path, content)
            clean.build()
            if (hashOf(clean.site()) !== hashOf(place.site())) return failed(`round ${round} of seed 20240101`)
          } finally {
            clean.remove()
          }
        }
        return held
      }),
  },
]

function nameOf(number: number): string {
  return `2024-${number < 31 ? '01' : '02'}-${String(((number - 1) % 30) + 1).padStart(2, '0')}-p${number}.md`.replace('02-30', '02-29')
}

function postAtRandom(number: number, chance: () => number): string {
  const tags = ['a', 'b', 'C++', 'd e'].filter(() => chance() < 0.4)
  const other = 1 + Math.floor(chance() * 8)
  const body = chance() < 0.5 ? `Words ${Math.floor(chance() * 100)}.` : `# Part\n\nSee [x](/404.html) and ${'*more* '.repeat(other)}.`
  return post(`Post ${number} ${Math.floor(chance() * 10)}`, body, `tags: [${tags.map(tag => `"${tag}"`).join(', ')}]\n`)
}

function editAtRandom(place: Place, chance: () => number): void {
  const number = 1 + Math.floor(chance() * 12)
  const act = chance()
  if (act < 0.2) rmSync(join(place.folder, place.tool.posts, nameOf(number)), { force: true })
  else if (act < 0.3) place.put('templates/partials/extra.eta', `<p>${Math.floor(chance() * 10)}</p>`)
  else if (act < 0.4) place.put('_config.yml', `title: T${Math.floor(chance() * 3)}\nurl: https://example.org\nsearch: false\n`)
  else place.post(nameOf(number), postAtRandom(number, chance))
}

function filesOf(place: Place): [string, Buffer][] {
  return [...(sourceFiles(place.folder) ?? [])].filter(([path]) => !path.startsWith(`${place.tool.output}/`) && !path.startsWith('.cache/'))
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
