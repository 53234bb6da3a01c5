// The search index belongs to the pages, however they came to be.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indexSearch, type LoadPagefind } from '../../src/io/index-search.ts'
import { outputPath } from '../../src/model.ts'

test('the same pages in another order are the same index, and it is kept', async () => {
  const added: string[] = []
  const index = {
    addHTMLFile: async ({ sourcePath }: { sourcePath: string }) => void added.push(sourcePath),
    getFiles: async () => ({ files: [{ path: 'pagefind.js', content: new Uint8Array([1]) }] }),
  }
  const load = (async () => ({ createIndex: async () => ({ index, errors: [] }), close: async () => {} })) as unknown as LoadPagefind
  const paths = ['b/index.html', 'a/index.html', 'É/index.html', 'c.xml'].map(outputPath)
  const read = () => Buffer.from('<main data-pagefind-body>Words</main>')
  const cache = mkdtempSync(join(tmpdir(), 'lectern-index-'))
  try {
    expect(await indexSearch({ paths, read }, cache, load)).toMatchObject({ isNew: true, pages: 3 })
    expect(await indexSearch({ paths: paths.toReversed(), read }, cache, load)).toMatchObject({ isNew: false, pages: 3 })
    expect(added).toEqual(['a/index.html', 'b/index.html', 'É/index.html'])
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
})
