// Comments as the configurations of popular themes ask for them, and the keys by which old threads are found again.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

async function frameOf(config: string, frontMatter = ''): Promise<URL | undefined> {
  const { main } = await site(`
-- _config.yml --
title: Notes
url: https://notes.example
baseurl: /blog
${config}
-- posts/2024-01-01-a-post.md --
---
title: A post
comments: true
${frontMatter}
---
Words.
`)
  const source = /<iframe title="Comments" loading="lazy" src="([^"]*)"/.exec(main('2024/01/01/a-post/index.html'))?.[1]
  return source === undefined ? undefined : new URL(source.replaceAll('&amp;', '&'), 'https://notes.example')
}

const giscus = 'repo: ada/notes, repo_id: R_1, category: Comments, category_id: C_1'

test.each([
  ['Chirpy', `comments: {provider: giscus, giscus: {${giscus}}}`],
  ['al-folio', `giscus: {${giscus}}`],
  ['Beautiful Jekyll', 'giscus: {repository: ada/notes, repository-id: R_1, category: Comments, category-id: C_1}'],
  [
    'Minimal Mistakes',
    `repository: ada/notes\ncomments: {provider: giscus, giscus: {repo_id: R_1, category_name: Comments, category_id: C_1}}`,
  ],
])('giscus as %s is told it', async (_theme, config) => {
  const frame = await frameOf(config)
  expect(frame?.origin).toBe('https://giscus.app')
  expect(Object.fromEntries(frame?.searchParams ?? [])).toMatchObject({
    repo: 'ada/notes',
    repoId: 'R_1',
    category: 'Comments',
    categoryId: 'C_1',
    term: 'blog/2024/01/01/a-post/',
  })
})

test.each([
  ['pathname', 'blog/2024/01/01/a-post/'],
  ['url', 'https://notes.example/blog/2024/01/01/a-post/'],
  ['title', 'A post | Notes'],
  ['og:title', 'A post'],
])('giscus finds a thread by %s as its own script does', async (mapping, term) => {
  expect((await frameOf(`giscus: {${giscus}, mapping: "${mapping}"}`))?.searchParams.get('term')).toBe(term)
})

test('utterances finds its issue by the path', async () => {
  const frame = await frameOf('utterances: {repo: ada/notes, issue_term: pathname, label: comment}')
  expect(Object.fromEntries(frame?.searchParams ?? [])).toMatchObject({
    repo: 'ada/notes',
    'issue-term': 'pathname',
    pathname: 'blog/2024/01/01/a-post/',
    label: 'comment',
    origin: 'https://notes.example',
  })
})

test.each([
  'disqus: {shortname: adas}',
  'disqus_shortname: adas',
  'disqus: adas',
  'comments: {provider: disqus, disqus: {shortname: adas}}',
])('Disqus runs in a page of its own: %s', async config => {
  const frame = await frameOf(config, 'disqus_identifier: old-id')
  expect(frame?.pathname).toBe('/blog/assets/disqus.html')
  expect(Object.fromEntries(frame?.searchParams ?? [])).toEqual({
    url: 'https://notes.example/blog/2024/01/01/a-post/',
    title: 'A post',
    identifier: 'old-id',
  })
})

test('without a provider, or where a post wants none, there are no comments', async () => {
  expect(await frameOf('')).toBeUndefined()
  expect(await frameOf('giscus: {repo: ada/notes}')).toBeUndefined()
  const { main } = await site(`
-- _config.yml --
giscus: {${giscus}}
-- posts/2024-01-01-a.md --
Words.
`)
  expect(main('2024/01/01/a/index.html')).not.toContain('<iframe')
})
