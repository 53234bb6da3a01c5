// Search in the preview: an index of the pages as they are when somebody searches.

import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type RunningPreview, runPreview, until } from '../support/preview.ts'

const site = (config: string): string => `
-- _config.yml --
title: Notes
${config}
-- posts/2024-01-01-one.md --
First words.
-- posts/_drafts/idea.md --
Not yet.
`

let preview: RunningPreview

afterEach(() => preview.close())

interface Entry {
  readonly languages: Readonly<Record<string, { readonly page_count: number }>>
}

async function indexed(): Promise<number> {
  const answer = await fetch(`${preview.url}/pagefind/pagefind-entry.json`)
  expect(answer.headers.get('content-type')).toBe('application/json')
  return ((await answer.json()) as Entry).languages['en']?.page_count ?? 0
}

test('finds all texts, drafts too, and the script that searches comes with its type', async () => {
  preview = await runPreview(site(''))
  expect(await indexed()).toBe(2)
  const script = await fetch(`${preview.url}/pagefind/pagefind.js`)
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
})

test('finds what has been written since', async () => {
  preview = await runPreview(site(''))
  expect(await indexed()).toBe(2)
  writeFileSync(join(preview.folder, 'posts', '2024-01-02-two.md'), 'Second words.\n')
  await until(
    async () => (await fetch(`${preview.url}/2024/01/02/two/`)).status,
    status => status === 200,
  )
  expect(await indexed()).toBe(3)
})

test('several that search at once get the same index', async () => {
  preview = await runPreview(site(''))
  expect(await Promise.all([indexed(), indexed(), indexed()])).toEqual([2, 2, 2])
})

test('a site without search has no index', async () => {
  preview = await runPreview(site('search: false'))
  expect((await fetch(`${preview.url}/pagefind/pagefind.js`)).status).toBe(404)
})

test('where Pagefind cannot run it is told, and all else goes on', async () => {
  preview = await runPreview(site(''), { loadPagefind: () => Promise.reject(new Error('no program for this machine')) })
  expect((await fetch(`${preview.url}/pagefind/pagefind.js`)).status).toBe(404)
  const problems = await preview.server.preview.problems()
  expect(problems.map(({ message }) => message)).toContain('There is no search index: no program for this machine')
  appendFileSync(join(preview.folder, 'posts', '2024-01-01-one.md'), 'More words.\n')
  await until(
    () => preview.page('/2024/01/01/one/'),
    html => html.includes('More words.'),
  )
  expect(await preview.page('/2024/01/01/one/')).toContain('More words.')
})
