// "Mentioned in": below a post the posts that link to it, with the sentence in which they do.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const target = '2024/01/01/clocks/index.html'
const clocks = '-- posts/2024-01-01-clocks.md --\n---\ntitle: Clocks\n---\nAbout time.\n'
const by = (body: string, { config = '', more = '', of = clocks } = {}) =>
  site(`-- _config.yml --\n${config}\n${of}-- posts/2024-02-01-order.md --\n---\ntitle: Order & more\n---\n${body}\n${more}`)
const mentions = ({ main }: Awaited<ReturnType<typeof site>>, path = target) => {
  const list = /<section class="mentions">([\s\S]*?)<\/section>/.exec(main(path))?.[1]
  return list === undefined ? [] : [...list.matchAll(/<li>(.*)<\/li>/g)].map(([, row]) => row)
}
const title = '<a href="/2024/02/01/order/">Order &amp; more</a>'

describe.each(['', 'markdown: commonmark'])('mentions with %j', config => {
  test.each([
    ['[clocks](/2024/01/01/clocks/)', 'an address'],
    ['[clocks](2024-01-01-clocks.md)', 'a file'],
    ['[clocks](2024-01-01-clocks.md#part "title")', 'a place in a file'],
    ['[clocks](../../../01/01/clocks/)', 'a relative address'],
    ['[clocks](https://example.org/2024/01/01/clocks/)', 'an address in full'],
    ['[clocks][c]', 'a definition below'],
    ['[[clocks|clocks]]', 'a name'],
    ['[clocks]({% post_url 2024-01-01-clocks %})', 'a tag of Jekyll’s'],
    ['[clocks]({{ "/2024/01/01/clocks/" | relative_url }})', 'a filter of Jekyll’s'],
  ])('%s, %s, is named with its sentence', async link => {
    const body = `First. With *logical* ${link} we say what came before, cf. Lamport. Then more.\n\n[c]: /2024/01/01/clocks/`
    const built = await by(body, { config: `url: https://example.org\n${config}` })
    expect(mentions(built)).toEqual([`${title} <span>With logical <b>clocks</b> we say what came before, cf. Lamport.</span>`])
    expect(built.report).toBe('')
  })

  test('each post is named once, newest first, with the first sentence that says something', async () => {
    const more = '-- posts/2024-03-01-new.md --\nSee [it](2024-01-01-clocks.md).\n'
    const built = await by('- [Clocks](2024-01-01-clocks.md)\n\nTime is [there](2024-01-01-clocks.md) to be had.', { config, more })
    expect(mentions(built)).toEqual([
      '<a href="/2024/03/01/new/">New</a> <span>See <b>it</b>.</span>',
      `${title} <span>Time is <b>there</b> to be had.</span>`,
    ])
  })

  test('a link by itself has no sentence', async () => {
    expect(mentions(await by('- [Clocks](2024-01-01-clocks.md)', { config }))).toEqual([title])
  })

  test('code, other sites, and a post’s own links are no mentions', async () => {
    const own = clocks.replace('About', 'See [here](/2024/01/01/clocks/). About')
    const built = await by('`[clocks](2024-01-01-clocks.md)` [x](https://example.com/2024/01/01/clocks/)', { config, of: own })
    expect(mentions(built)).toEqual([])
  })

  test('a long sentence is cut on both sides of the link', async () => {
    const words = 'many words '.repeat(40)
    const [row = ''] = mentions(await by(`${words}[clocks](2024-01-01-clocks.md) ${words}end.`, { config }))
    expect(row).toMatch(/<span>…(?:many |words ){10,30}<b>clocks<\/b>(?: many| words){10,30}…<\/span>$/)
  })

  test('formulas and markup of the sentence are said in words', async () => {
    const [row] = mentions(await by('If $$a < b$$ then `x<y` by [the **one**](2024-01-01-clocks.md)[^1].\n\n[^1]: Note.', { config }))
    expect(row).toBe(`${title} <span>If a &lt; b then x&lt;y by <b>the one</b>.</span>`)
  })
})

test('they can be left out for all posts or for one', async () => {
  const link = 'See [clocks](2024-01-01-clocks.md).'
  expect(mentions(await by(link, { config: 'mentions: false' }))).toEqual([])
  const own = clocks.replace('title: Clocks', 'title: Clocks\nmentions: false')
  expect(mentions(await by(link, { of: own }))).toEqual([])
  expect(mentions(await by(link, { config: 'mentions: false', of: own.replace('false', 'true') }))).toHaveLength(1)
})

test('lectures mention each other, and pages that are no posts mention nobody', async () => {
  const of = clocks.replace('title: Clocks', 'title: Clocks\ncourse: x\nlecture: 1')
  const more = '-- posts/about.md --\nSee [clocks](2024-01-01-clocks.md).\n-- posts/hidden.md --\n---\npublished: false\n---\n[[clocks]]\n'
  const built = await by('See [lecture 1](2024-01-01-clocks.md).', { of, more })
  expect(mentions(built)).toEqual([`${title} <span>See <b>lecture 1</b>.</span>`])
})

test('a site without links has no list, and texts of its own layouts are left alone', async () => {
  expect((await by('Nothing.')).main(target)).not.toContain('Mentioned in')
})
