// The manual is a site, and its examples are sites: all of them are built.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { site } from './support/site.ts'
import { terminalIn } from './support/terminal.ts'

const docs = join(import.meta.dirname, '..', 'docs')
const chapter = (name: string): string => readFileSync(join(docs, 'posts', 'manual', `${name}.md`), 'utf8')

test('the manual is built without a warning', async () => {
  const said: string[] = []
  const exitCode = await run(
    ['check', '--strict'],
    terminalIn(docs, text => said.push(text)),
  )
  expect(said.join('\n')).toMatch(/^Checked \d+ pages from 15 posts: nothing is wrong$/m)
  expect(exitCode).toBe(0)
})

test('Markdown by example shows what it says: behind each example stands the same text, to be read', () => {
  const text = chapter('markdown')
  const examples = [...text.matchAll(/^````markdown\n([\s\S]*?)^````\n/gm)]
  expect(examples.length).toBeGreaterThan(5)
  for (const example of examples) expect(text.slice(example.index + example[0].length + 1)).toContain(example[1])
})

// The files that a part of a chapter names, with a post beside them; of one that stands there twice, both texts.
function siteOf(text: string, heading: string): string {
  const part = text.split(/^## /m).find(part => part.startsWith(heading)) ?? ''
  const files = new Map<string, string>([['posts/2024-01-01-a.md', 'Text.\n']])
  for (const [, path = '', content = ''] of part.matchAll(/^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm))
    files.set(path, (files.get(path) ?? '') + content)
  return [...files].map(([path, content]) => `-- ${path} --\n${content}`).join('')
}

describe('the examples of themes', () => {
  const text = chapter('themes')
  const page = '2024/01/01/a/index.html'

  test('a few settings', async () => {
    const { file, report } = await site(siteOf(text, 'A few settings'))
    expect(report).toBe('')
    expect(file(page)).toContain('--link:light-dark(#a0304c,')
    expect(file(page)).toContain('h1,h2,h3,h4,h5,h6{font-family:Futura, sans-serif}')
    expect(file(page)).toContain('@import "/assets/custom.css"')
    expect(file(page)).toContain('<a href="/courses/">Courses</a>')
  })

  test('one template', async () => {
    const { file, report } = await site(siteOf(text, 'One template'))
    expect(report).toBe('')
    expect(file(page)).toMatch(/<p class="imprint"><a href="\/about\/">Who writes this<\/a><\/p>\s*<\/body>/)
    const talk = file('2024/05/01/a-talk/index.html')
    expect(talk).toContain('<p>Given at the seminar</p>')
    expect(talk).toContain('The text of the talk.')
    expect(talk).toContain('class="site-header"')
  })

  test('a theme of one’s own', async () => {
    const { file, report } = await site(siteOf(text, 'A theme of your own'))
    expect(report).toBe('')
    expect(file(page)).toContain('<link rel="stylesheet" href="/assets/mine.css">')
    expect(file(page)).toMatch(/<article>\s*<h1>A<\/h1>\s*<time datetime="2024-01-01/)
    expect(file(page)).not.toContain('site-header')
  })
})
