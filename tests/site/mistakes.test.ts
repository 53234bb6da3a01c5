import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const post = (frontMatter: string, body = 'Text.\n'): string => `-- posts/2024-01-01-a.md --\n---\n${frontMatter}\n---\n${body}`

test('mistakes: YAML that cannot be read is shown with its line, a caret and the mend', async () => {
  expect(
    (await site(post('layout: post\ntitle: C++: an introduction'))).report,
  ).toBe(`posts/2024-01-01-a.md:3:8: error The YAML cannot be read: a value with a colon and a space looks like a second key [yaml/syntax]
  3 | title: C++: an introduction
    |        ^
  mend: put the value in quotes, as in title: "C++: an introduction"`)
})

test.each([
  ['a tab for indentation', 'tags:\n\t- a', 'a line is indented with a tab'],
  ['a quote that is not closed', 'title: "a', 'this quote is opened and not closed'],
  ['a bracket that is not closed', 'tags: [a, b\ntitle: x', 'this bracket is opened and not closed'],
  ['a reserved first character', 'title: @home', 'a value begins with a character that YAML reserves'],
  ['an asterisk in front', 'title: *new* things', 'means an alias in YAML'],
  ['a quote in the middle', "title: 'it's'", 'something stands where the value has already ended'],
  ['a line that is no key', 'title: a\nwords', 'a line is neither a key with a value'],
  [
    'an alias bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
      .join('\n')}`,
    'aliases make it expand without end',
  ],
  ['brackets nested thousands deep', `a: ${'['.repeat(20_000)}`, 'nested'],
  ['a list instead of keys', '- a\n- b', 'The front matter holds no keys'],
])('mistakes: %s in the front matter is an error, and the post is not published without it', async (_, frontMatter, message) => {
  const { report, urls } = await site(post(frontMatter))
  expect(report).toContain(message)
  expect(report).toContain(': error ')
  expect(urls).toEqual(['/'])
})

test('mistakes: keys further to the left than the first ones are not read, as by Ruby, and the author is told', async () => {
  const { report, main } = await site(post('  title: One\ntags: [a]\n# more\ndate: [', 'Text.\n'))
  expect(main('2024/01/01/a/index.html')).toContain('<h1 class="p-name">One</h1>')
  expect(report).toBe(`posts/2024-01-01-a.md:3:1: warning What is above has ended, and nothing from here on is read [yaml/unread]
  3 | tags: [a]
    | ^^^^^^^^^
  mend: let all keys begin in the same column`)
})

test('mistakes: the same broken post read twice is an error twice', async () => {
  const broken = post('title: "a')
  expect((await site(broken)).report).toContain('error')
  expect((await site(broken)).report).toContain('error')
})

test('mistakes: front matter that is never closed is an error, a text that begins with a rule is not', async () => {
  expect((await site('-- posts/2024-01-01-a.md --\n---\ntitle: A\n\nText.\n')).report).toContain(
    'posts/2024-01-01-a.md:1:1: error The front matter is opened but never closed',
  )
  expect((await site('-- posts/2024-01-01-a.md --\n---\n\nText.\n')).report).toBe('')
})

test.each(['js', 'javascript', 'json', 'coffee', 'toml'])('mistakes: front matter in %s is refused and not run', async language => {
  const { report } = await site(`-- posts/2024-01-01-a.md --\n---${language}\n{ title: globalThis.ran = true }\n---\nText.\n`)
  expect(report).toContain(`error Front matter in ${language} is not read; only YAML is`)
  expect('ran' in globalThis).toBe(false)
})

test.each(['2024-02-31', 'tomorrow', '2024-13-01', '"2024-01-01 25:00"'])('mistakes: the date %s is an error', async date => {
  expect((await site(post(`date: ${date}`))).report).toMatch(/posts\/2024-01-01-a\.md:2:7: error date is .* which is no date/)
})

test('mistakes: an impossible date in the file name is an error', async () => {
  expect((await site('-- posts/2024-02-31-a.md --\nx\n')).report).toContain(
    'error The file name begins with 2024-02-31, which is no day of the calendar',
  )
})

test('mistakes: a misspelt key gets a hint, a key of the author’s own does not', async () => {
  const { report } = await site(post('coments: true\nlecturer_room: 12\ntag: a\ntags: [b]'))
  expect(report).toBe(`posts/2024-01-01-a.md:2:1: hint Nothing reads the key coments [front-matter/misspelt-key]
  2 | coments: true
    | ^^^^^^^
  mend: did you mean comments?`)
})

test('mistakes: a value of the wrong type is told, and the post is published without it', async () => {
  const { report, urls } = await site(post('permalink: [a]\ncomments: 3'))
  expect(report).toContain('posts/2024-01-01-a.md:2:12: warning permalink should be a text, but this is a list; it is ignored')
  expect(report).toContain('posts/2024-01-01-a.md:3:11: warning comments should be true or false, but this is the number 3')
  expect(urls).toContain('/2024/01/01/a/')
})

test('mistakes: an unknown layout is an error, with a near name or what to do', async () => {
  const { report } = await site(post('layout: pots'))
  expect(report).toContain('posts/2024-01-01-a.md:2:9: error There is no template pots.eta that could show this post')
  expect(report).toContain('mend: did you mean post?')
  expect((await site(post('layout: talk'))).report).toContain('add templates/talk.eta, or take the line out: post is the template then')
})

test.each(['single', 'post.njk', 'layouts/post'])('mistakes: a layout %s comes from elsewhere, and the post has ours', async layout => {
  const { report, main } = await site(post(`layout: ${layout}`))
  expect(report).toContain(`warning There is no template ${layout}.eta; post is used`)
  expect(main('2024/01/01/a/index.html')).toContain('<p>Text.</p>')
})

test('mistakes: files that are no UTF-8 text are errors that say what they are', async () => {
  const { decodeText } = await import('../../src/io/decode-text.ts')
  expect(decodeText(Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]))).toMatchObject({
    kind: 'unreadable',
    reason: 'The byte 0xff at offset 3 is not UTF-8',
    line: 2,
  })
  expect(decodeText(Buffer.from('\ufeffhallo', 'utf16le'))).toMatchObject({ kind: 'unreadable', reason: 'The file is UTF-16, not UTF-8' })
  expect(decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]))).toMatchObject({
    kind: 'unreadable',
    reason: 'The file is binary, not text',
  })
})

test('mistakes: control characters reach neither the page nor the feed', async () => {
  const { file } = await site(`-- _config.yml --\nurl: https://example.org\n${post('title: "bell \\u0007"', 'a\u0000b\u0008c\n')}`)
  expect(file('2024/01/01/a/index.html')).not.toContain('\0')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(file('feed.xml')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
})

test('mistakes: an empty post is published, with a warning', async () => {
  const { report, urls } = await site('-- posts/2024-01-01-a.md --\n')
  expect(report).toContain('posts/2024-01-01-a.md:1:1: warning The post is empty')
  expect(urls).toContain('/2024/01/01/a/')
})

test('mistakes: markup in a title is shown, not run', async () => {
  const { file } = await site(post(`title: '"><img src=x onerror=alert(1)>'`))
  for (const path of ['2024/01/01/a/index.html', 'index.html', 'archive/index.html', 'feed.xml'])
    expect(file(path)).not.toContain('<img src=x')
})

test('mistakes: keys that could reach into objects do nothing', async () => {
  const { loaded } = await site(
    `-- _config.yml --\ndefaults:\n  - scope: {path: ""}\n    values: {__proto__: {polluted: 1}}\n${post('__proto__: {layout: evil}\nconstructor: {prototype: {polluted: 1}}')}`,
  )
  expect(loaded.site.posts[0]?.layout).toBe('post')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('mistakes: an old address that is none is told at its key, not when it is written', async () => {
  const { report } = await site(post('redirect_from: ["/old/", "/\\0/", "/a/../../b/"]'))
  expect(report).toContain('posts/2024-01-01-a.md:2:16: error The permalink /\0/ climbs out of the site')
  expect(report).toContain('error The permalink /a/../../b/ climbs out of the site')
})

test('mistakes: an alias means the last value before it that has its name', async () => {
  const { loaded } = await site(post('a: &x 1\nb: *x\nc: &x 2\nd: *x\ntitle: A'))
  expect(loaded.site.posts[0]?.data).toMatchObject({ b: 1, d: 2 })
})

test('mistakes: a chain of thousands of aliases is refused', async () => {
  const links = Array.from({ length: 3000 }, (_, link) => `k${link}: &k${link}\n  <<: *${link === 0 ? 'start' : `k${link - 1}`}\n`)
  expect((await site(post(`start: &start {x: 1}\n${links.join('')}`))).report).toContain('nested more than 100 levels deep')
})

test('mistakes: a text nested thousands deep costs its page, not the build', async () => {
  const { report, urls } = await site(`${post('title: A', `${'> '.repeat(30_000)}x\n`)}-- posts/2024-01-02-b.md --\nb\n`)
  expect(urls).toContain('/2024/01/02/b/')
  expect(report === '' || report.includes('nested too deeply')).toBe(true)
})

test('mistakes: a misspelt key of the configuration gets a hint, a broken file an error', async () => {
  expect(
    (await site('-- _config.yml --\npaginat: 5\nmy_own: 3\n')).report,
  ).toBe(`_config.yml:1:1: hint Nothing reads the key paginat [config/misspelt-key]
  1 | paginat: 5
    | ^^^^^^^
  mend: did you mean paginate?`)
  expect((await site('-- _config.yml --\ntitle: a: b\n')).report).toContain('_config.yml:1:8: error The YAML cannot be read')
  expect((await site('-- _config.yml --\ntimezone: Europe/Berln\n')).report).toContain(
    '_config.yml:1:1: warning There is no time zone called Europe/Berln; UTC is used',
  )
  expect((await site('-- _config.yml --\npaginate: many\n')).report).toContain(
    'warning paginate should be a whole number, but this is the text "many"; its default is used',
  )
})

test('mistakes: a table of _data that is broken is an error with its place', async () => {
  const { report } = await site('-- _data/staff.csv --\nname,room\nAda,"12\nAlan,13\n-- posts/2024-01-01-a.md --\nText.\n')
  expect(report).toBe(`_data/staff.csv:2:5: error The table cannot be read: the quote that opens this cell is never closed [data/table]
  2 | Ada,"12
    |     ^
  mend: close it; a quote that belongs to the text is written twice: ""`)
})

test('mistakes: a line that only begins like the closing hyphens is a part of the front matter, and an error there', async () => {
  const { report } = await site(post('title: A\n---- so\nlayout: post'))
  expect(report).toContain('posts/2024-01-01-a.md:3:1: error The YAML cannot be read')
})

test('mistakes: a block of text at the end of the front matter keeps its line end, and the same broken file is broken twice', async () => {
  expect((await site(post('description: |\n  Two\n  lines'))).loaded.site.posts[0]?.data['description']).toBe('Two\nlines\n')
  const broken = post('title: a: b')
  expect((await site(broken)).report).toBe((await site(broken)).report)
})

test.each([
  ['course', 'course: "\\0"\nlecture: 1', '/courses/0/'],
  ['series', 'series: "a\\0b"', '/series/a-b/'],
  ['tag', 'tags: ["\\0"]', '/tags/0/'],
])('mistakes: a NUL in the name of a %s is no part of an address', async (_, frontMatter, address) => {
  const { urls, loaded } = await site(post(`title: A\n${frontMatter}`))
  expect(urls).toContain(address)
  expect(loaded.pages.filter(({ output }) => output.includes('\0'))).toEqual([])
})

test('mistakes: a comma behind the last item of a data file in JSON is none, as in Jekyll, and a value that is missing is told at its place', async () => {
  const shown = (data: string) =>
    site(`-- _data/people.json --\n${data}\n${post('layout: post', '{{ site.data.people.names | join: ", " }}\n')}`)
  const good = await shown('{"names": ["Ada", "Bob",],}')
  expect(good.report).toBe('')
  expect(good.file('2024/01/01/a/index.html')).toContain('<p>Ada, Bob</p>')
  expect((await shown('{\n  "names": ["Ada"\n}')).report).toContain('_data/people.json:2:12: error')
})
