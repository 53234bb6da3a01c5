// Runs every file in `jekyll`: a site with layouts of its own, and below `_site` each file that Debian's Jekyll 4.3.1 made of it
// on the first day of 2030.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { site } from './support/site.ts'
import { parseArchive } from './support/txtar.ts'

const folder = join(import.meta.dirname, 'jekyll')

test.each(readdirSync(folder))('jekyll: %s', async name => {
  const archive = readFileSync(join(folder, name), 'utf8')
  const wanted = [...parseArchive(archive).files].filter(([path]) => path.startsWith('_site/'))
  const { file } = await site(archive.split(/^-- _site\//m)[0] ?? '')
  expect(wanted.length).toBeGreaterThan(0)
  for (const [path, text] of wanted) expect(plain(file(path.slice('_site/'.length))), path).toBe(plain(text))
})

// Neither the colours of code nor the slash of an empty element count.
function plain(text: string): string {
  const bare = text.replace(/<pre[\s\S]*?<\/pre>/g, code => code.replace(/<\/?span[^>]*>/g, '').replaceAll('&#10;', '\n'))
  return bare.replace(/ ?\/>/g, '>').trim()
}
