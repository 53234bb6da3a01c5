// Runs the transcripts: each tells what a command prints and leaves behind.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, runStep, stepsOf } from './support/transcript.ts'

const folder = join(import.meta.dirname, 'commands')

test.each(readdirSync(folder))('command: %s', async name => {
  const { steps, files } = stepsOf(readFileSync(join(folder, name), 'utf8'))
  expect(steps.length).toBeGreaterThan(0)
  const place = makeFolder(files)
  try {
    for (const { command, expected } of steps)
      expect(`$ ${command}\n${await runStep(command, place.folder)}`).toBe(`$ ${command}\n${expected}`)
  } finally {
    place.remove()
  }
})
