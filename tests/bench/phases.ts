// Where the time of a build goes, phase by phase, in one thread of a process of its own: `node dist/bench.js --phases FOLDER`. What a
// build does page by page is done here one phase after the other, so the sum is a little more than a build in one thread takes.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawCard } from '../../src/io/draw-card.ts'
import { makeImageFiles } from '../../src/io/image-files.ts'
import { readSite } from '../../src/io/read-site.ts'
import { openStaging } from '../../src/io/staging.ts'
import { loadSite } from '../../src/render/load-site.ts'
import { momentAt } from '../../src/text/dates.ts'
import { utcZone } from '../../src/text/zone.ts'

/** Milliseconds of each phase, in order. */
export type Phases = Readonly<Record<string, number>>

export async function phasesOf(root: string, theme: string): Promise<Phases> {
  const phases: Record<string, number> = {}
  let begun = performance.now()
  const end = (phase: string): void => {
    phases[phase] = performance.now() - begun
    begun = performance.now()
  }
  const input = readSite({ root, configs: undefined, theme, mathAssets: '', overrides: {} }).value
  if (input === undefined) throw new Error(`there is no site in ${root}`)
  end('read')
  const images = makeImageFiles(root, input)
  const { entries, pages, renderer } = loadSite(input, { now: momentAt(Date.now(), utcZone), images, drawCard })
  end('front matter')
  for (const page of pages) await renderer.keyOf(page)
  end('keys')
  for (const entry of entries) await renderer.text(entry)
  end('Markdown')
  const outputs = []
  for (const page of pages) outputs.push({ path: page.output, content: (await renderer.render(page)).content })
  end('templates')
  const folder = mkdtempSync(join(tmpdir(), 'lectern-phases-'))
  mkdirSync(join(folder, '.lectern-0'))
  const { write } = openStaging(folder, join(folder, '.lectern-0'), 0)
  for (const { path, content } of outputs) write(path, content)
  end('write')
  rmSync(folder, { recursive: true })
  return phases
}
