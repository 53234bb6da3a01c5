// The search index belongs to the pages, however they came to be.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginIndex, indexSearch, type LoadPagefind } from '../../src/io/index-search.ts'
import { outputPath } from '../../src/model.ts'

let cache = ''
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'lectern-index-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

const paths = ['b/index.html', 'a/index.html', 'É/index.html', 'c.xml'].map(outputPath)
const page = '<main data-pagefind-body>Words <span class="katex-mathml"><math>x</math></span></main>'
const read = () => Buffer.from(page)

function pagefindThat({ fails = false, added = [] as string[] } = {}): LoadPagefind {
  const index = {
    addHTMLFile: async (file: { sourcePath: string; content: string }) => void added.push(`${file.sourcePath} ${file.content}`),
    getFiles: async () => ({ files: [{ path: 'pagefind.js', content: new Uint8Array([1]) }] }),
  }
  const createIndex = async () => (fails ? { errors: ['no program'] } : { index, errors: [] })
  return (async () => ({ createIndex, close: async () => void added.push('closed') })) as unknown as LoadPagefind
}

test('pages are indexed in their order, formulas once, and the index of the same pages is kept', async () => {
  const added: string[] = []
  const options = { cache, loadPagefind: pagefindThat({ added }) }
  expect(await indexSearch({ paths, read }, options)).toMatchObject({ isNew: true, pages: 3 })
  expect(await indexSearch({ paths, read }, options)).toMatchObject({ isNew: false, pages: 3 })
  const text = '<main data-pagefind-body>Words </main>'
  expect(added).toEqual([`b/index.html ${text}`, `a/index.html ${text}`, `É/index.html ${text}`, 'closed'])
})

test('an index that was made page by page is the one that all pages make', async () => {
  const options = { cache, loadPagefind: pagefindThat() }
  const maker = beginIndex(options)
  for (const path of paths) await maker?.add(path, page)
  expect(await maker?.finish({ paths })).toMatchObject({ isNew: true, pages: 3 })
  await maker?.close()
  expect(await indexSearch({ paths, read }, options)).toMatchObject({ isNew: false, pages: 3 })
  expect(beginIndex(options)).toBeUndefined()
})

test('where Pagefind cannot run, pages are taken all the same and the end says why', async () => {
  const added: string[] = []
  const maker = beginIndex({ cache, loadPagefind: pagefindThat({ fails: true, added }) })
  for (const path of paths) await maker?.add(path, page)
  await expect(maker?.finish({ paths })).rejects.toThrow('no program')
  await maker?.close()
  expect(added).toEqual(['closed'])
})

test('pages whose files are the ones that were written are not read again, and those that are new but say the same make no index', async () => {
  const options = { cache, loadPagefind: pagefindThat() }
  const stampsAt = (modified: number) => new Map(paths.map(path => [path, { size: page.length, modified }]))
  const never = () => {
    throw new Error('a page is read')
  }
  const maker = beginIndex(options)
  for (const path of paths) await maker?.add(path, page)
  await maker?.finish({ paths, stamps: stampsAt(1) })
  await maker?.close()
  expect(await indexSearch({ paths, read: never, stamps: stampsAt(1) }, options)).toMatchObject({ isNew: false, pages: 3 })
  expect(await indexSearch({ paths, read, stamps: stampsAt(2) }, options)).toMatchObject({ isNew: false, pages: 3 })
  expect(await indexSearch({ paths, read: never, stamps: stampsAt(2) }, options)).toMatchObject({ isNew: false, pages: 3 })
  const other = () => Buffer.from(page.replace('Words', 'Others'))
  expect(await indexSearch({ paths, read: other, stamps: stampsAt(3) }, options)).toMatchObject({ isNew: true, pages: 3 })
})
