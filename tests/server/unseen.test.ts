// What a preview tells of texts that nobody looks at: as much as a build, when the writer pauses.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningPreview, runPreview } from '../support/preview.ts'

const archive = `
-- _config.yml --
title: Notes
search: false
-- posts/2024-01-01-one.md --
See [nothing](/nowhere/).
-- posts/2024-01-02-two.md --
See [one](2024-01-01-one.md).
`

let preview: RunningPreview
let told: { readonly codes: readonly string[]; readonly isWhole: boolean }[]

beforeEach(async () => {
  told = []
  preview = await runPreview(archive, {
    onChange: (problems, isWhole) => told.push({ codes: problems.map(({ code }) => code), isWhole }),
  })
})

afterEach(() => preview.close())

/** At most a minute, which only a very busy machine takes. */
const soon = { timeout: 60_000, interval: 20 }
const whole = () => told.findLast(({ isWhole }) => isWhole)?.codes

test('a dead link in a text that nobody has opened', { timeout: 90_000 }, async () => {
  await expect.poll(whole, soon).toEqual(['link/missing'])
})

test('a text that is saved meanwhile, and one that is mended', { timeout: 180_000 }, async () => {
  await expect.poll(whole, soon).toEqual(['link/missing'])
  writeFileSync(join(preview.folder, 'posts', '2024-01-02-two.md'), 'See [nothing](/neither/).\n')
  await expect.poll(whole, soon).toEqual(['link/missing', 'link/missing'])
  writeFileSync(join(preview.folder, 'posts', '2024-01-01-one.md'), 'See nothing.\n')
  await expect.poll(whole, soon).toEqual(['link/missing'])
})

test('a text that somebody has opened is told once', { timeout: 90_000 }, async () => {
  await preview.page('/2024/01/01/one/')
  await expect.poll(whole, soon).toEqual(['link/missing'])
})
