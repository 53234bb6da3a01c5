// Real blogs in the Nu validator. An author's own HTML may be wrong, and stays as it is; so each post's content as Jekyll made it is
// validated too, by itself, and our page may only be blamed for what that is blamed for. Runs where the blogs are beside the project.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildInto } from '../support/browser.ts'
import { hasJava, validate } from '../support/nu-validator.ts'

const fixtures = join(import.meta.dirname, '..', '..', '..', 'shared', 'jekyll', 'blogs')
// Two posts of this one want the same address, which is an error here.
const blogs = existsSync(fixtures) ? readdirSync(fixtures).filter(name => !name.startsWith('0xraks')) : []

describe.runIf(blogs.length > 0 && hasJava)('pages of real blogs', () => {
  test.each(blogs)('%s: no page is blamed for anything that its author did not write', async blog => {
    const built = await buildInto(join(fixtures, blog), ['--config', join(fixtures, blog, '_config.yml')])
    const jekylls = mkdtempSync(join(tmpdir(), 'lectern-oracle-'))
    try {
      const posts = readFileSync(join(fixtures, blog, 'oracle.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean)
      for (const line of posts) writeAlone(JSON.parse(line), jekylls, built.output)
      const authors = complaints(jekylls)
      const ours = complaints(built.output)
      const all = new Set([...authors.values()].flatMap(messages => [...messages]))
      const added = [...ours].flatMap(([path, messages]) => {
        const known = isOnePage(path) ? all : authors.get(path)
        return [...messages].filter(message => !known?.has(message)).map(message => `${path}: ${message}`)
      })
      console.info(`${blog}: ${ours.size} pages with complaints, ${added.length} of them not about what the author wrote`)
      expect(added).toEqual([])
    } finally {
      built.remove()
      rmSync(jekylls, { recursive: true, force: true })
    }
  })
})

interface OraclePost {
  readonly url: string
  readonly content_html: string
}

// A course or series on one page: what is said there was said of one of its posts.
const isOnePage = (path: string): boolean => path.endsWith('/all/index.html')

// Under the address and in the language that our page has, so that the two can be compared.
function writeAlone({ url, content_html: content }: OraclePost, folder: string, output: string): void {
  const path = decodeURI(url).replace(/\/$/, '/index.html')
  if (!existsSync(join(output, path))) return
  const lang = /<html lang="([^"]*)"/.exec(readFileSync(join(output, path), 'utf8'))?.[1] ?? 'en'
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(
    join(folder, path),
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A post</title></head><body><h1>A post</h1>\n${content}\n</body></html>`,
  )
}

// By path. Left out are places, and levels and parents of elements, since a page shifts them; and what is said of the language, which
// the configuration tells.
function complaints(folder: string): Map<string, Set<string>> {
  const byPath = new Map<string, Set<string>>()
  for (const line of validate(folder).messages) {
    const [, url = '', message = ''] = /^"file:([^"]*)":[\d.-]+: (.*)/.exec(line) ?? []
    if (/attribute “lang”|appears to be written in/.test(message)) continue
    const told = message
      .replace(/\d+/g, 'N')
      .replace(/heading levels/, 'heading level')
      .replace(/child of element “\w+”/, 'child')
      // What stands before an id where several posts share a page.
      .replace(/“[lp]N-/, '“')
    const path = decodeURIComponent(url).slice(folder.length)
    byPath.set(path, (byPath.get(path) ?? new Set()).add(told))
  }
  return byPath
}
