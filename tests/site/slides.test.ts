// Pages of PDF files that nobody has drawn: what draws them is not installed, or the look is the site's own.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const post = '-- posts/2024-01-01-a.md --\nBefore ![the idea](deck.pdf#page=3).\n\n![](deck.pdf)\n-- posts/deck.pdf --\n%PDF\n'

test('an image of a page that is not drawn is a link to the page, in feeds too', async () => {
  const { main, file } = await site(`-- _config.yml --\nurl: https://notes.example\n${post}`)
  expect(main('2024/01/01/a/index.html')).toContain('Before <a href="/deck.pdf#page=3">the idea</a>.')
  expect(main('2024/01/01/a/index.html')).toContain('<p><a href="/deck.pdf">deck.pdf</a></p>')
  expect(main('2024/01/01/a/index.html')).not.toContain('<img')
  expect(file('feed.xml')).toContain('&lt;a href=&quot;https://notes.example/deck.pdf#page=3&quot;&gt;the idea&lt;/a&gt;')
})

test('a text in its own layouts keeps the image that Jekyll makes of it', async () => {
  const { file } = await site(
    '-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\n![idea](deck.pdf#page=3)\n',
  )
  expect(file('2024/01/01/a.html')).toContain('<img src="deck.pdf#page=3" alt="idea" />')
})
