import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const post = (number: number, frontMatter: string): string =>
  `-- posts/2024-01-0${number}-p${number}.md --\n---\n${frontMatter}\n---\nText ${number}.\n`

test('tags: each has a page and a feed, and all stand on /tags/', async () => {
  const { urls, main, file } = await site(post(1, 'tags: [ml, systems]') + post(2, 'tags: ml'))
  expect(urls).toContain('/tags/ml/')
  expect(urls).toContain('/tags/systems/')
  expect(main('tags/index.html')).toMatch(/<a href="\/tags\/ml\/">ml<\/a> <span class="count">2 posts<\/span>/)
  expect(file('tags/ml/feed.xml')).toContain('<title>P1</title>')
})

test('tags: one text is split at spaces, a list is taken as it is, tag wins over tags and is not split', async () => {
  const { loaded } = await site(post(1, 'tags: a b') + post(2, 'tags: [a b, c]') + post(3, 'tag: one two\ntags: [three]'))
  expect(loaded.site.posts.map(({ tags }) => tags)).toEqual([['one two'], ['a b', 'c'], ['a', 'b']])
})

test('tags: commas in a text of tags are never meant, and a hint shows how to write the list', async () => {
  const { report } = await site(post(1, 'tags: ml, systems'))
  expect(report).toContain('posts/2024-01-01-p1.md:2:7: hint tags is split at spaces, so the commas stay part of ml, systems')
  expect(report).toContain('mend: write it as a list: tags: [ml, systems]')
})

test('tags: those that differ only in case are one, called as most posts call it', async () => {
  const { urls, main } = await site(post(1, 'tags: [Rust]') + post(2, 'tags: [rust]') + post(3, 'tags: [Rust]'))
  expect(urls.filter(url => url.startsWith('/tags/'))).toEqual(['/tags/', '/tags/rust/'])
  expect(main('tags/index.html')).toContain('>Rust</a> <span class="count">3 posts</span>')
})

test('tags: C, C++ and C# have three addresses, and every script and sign has one', async () => {
  const { urls } = await site(post(1, 'tags: [C, C++, "C#", .NET, 機械学習, 🎉, a/b, "É", "F#"]'))
  expect(
    urls
      .filter(url => url.startsWith('/tags/'))
      .map(decodeURI)
      .sort(),
  ).toEqual([
    '/tags/',
    '/tags/1f389/',
    '/tags/a-b/',
    '/tags/c-sharp/',
    '/tags/c/',
    '/tags/cpp/',
    '/tags/dot-net/',
    '/tags/f-sharp/',
    '/tags/é/',
    '/tags/機械学習/',
  ])
})

test('tags: names that still collide are numbered, and no post is lost', async () => {
  const { urls, main } = await site(post(1, 'tags: [a b]') + post(2, 'tags: [a-b]'))
  expect(urls.filter(url => url.startsWith('/tags/a'))).toEqual(['/tags/a-b-2/', '/tags/a-b/'])
  expect(main('tags/a-b/index.html')).toContain('>P1</a>')
  expect(main('tags/a-b-2/index.html')).toContain('>P2</a>')
})

test('categories: they come from the front matter and, in a Jekyll site, from the folders above _posts, and stand in the address', async () => {
  const { urls, loaded } = await site(`
-- cat/_posts/2024-01-01-a.md --
---
categories: [C2, c2]
category: c1
---
a
`)
  expect(loaded.site.posts[0]?.categories).toEqual(['cat', 'C2', 'c2', 'c1'])
  expect(urls).toContain('/cat/c2/c1/2024/01/01/a.html')
  expect(urls).toContain('/categories/c1/')
})

test('a long list of a tag is cut into pages', async () => {
  const posts = Array.from({ length: 101 }, (_, index) => `-- posts/2024-01-01-n${index}.md --\n---\ntags: [big]\n---\nx\n`).join('')
  const { urls, main } = await site(posts)
  expect(urls.filter(url => url.startsWith('/tags/big/'))).toEqual(['/tags/big/', '/tags/big/page2/'])
  expect(main('tags/big/index.html')).toContain('href="/tags/big/page2/"')
})
