// Runs the rows of every file in `liquid`: a template, an arrow, and what Jekyll makes of it. A `⏎` is the end of a line.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { complaints, liquidOf } from './support/liquid.ts'

const folder = join(import.meta.dirname, 'liquid')
const includes = new Map([
  ['box.html', '[{{ include.a }}|{{ include.b }}]'],
  ['outer.html', '<{% include box.html a=include.a %}>'],
  ['setup', '{% assign left = "behind" %}'],
])
const fill = liquidOf({ includes })

for (const name of readdirSync(folder).filter(name => name.endsWith('.md'))) {
  describe(`liquid: ${name.replace('.md', '').replaceAll('-', ' ')}`, () => {
    for (const [title, rows] of sectionsOf(readFileSync(join(folder, name), 'utf8'))) {
      test(title, async () => {
        expect(rows.length).toBeGreaterThan(0)
        for (const [template = '', result = ''] of rows) {
          const filled = await fill(template)
          expect(filled.value, template).toBe(result)
          expect(complaints(filled), template).toEqual([])
        }
      })
    }
  })
}

function sectionsOf(text: string): [title: string, rows: string[][]][] {
  return text
    .split(/^## /m)
    .slice(1)
    .map(section => [section.split('\n', 1)[0] ?? '', [...section.matchAll(/^ {4}(.*) → (.*)$/gm)].map(([, ...row]) => row.map(lines))])
}

function lines(text: string): string {
  return text.replaceAll('⏎', '\n')
}
