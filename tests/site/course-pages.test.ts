// What readers get of a course: its page, the line and the list on a lecture, the way to the next, and all of it on one page.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const course = `-- _config.yml --
title: Notes
url: https://notes.example
baseurl: /n
-- _data/courses/logic.yml --
title: Logic
instructor: Ada Lovelace
term: Fall 2024
description: Proofs and what they prove.
url: https://uni.example/logic
modules:
  - title: Syntax
    lectures: [{title: Words, video: https://video.example/1}, Rules]
  - title: Semantics
    lectures: [Models, Truth]
-- posts/slides/2.pdf --
x
-- posts/2024-01-01-a.md --
---
title: "Logic, Lecture 1: Words"
keywords: alphabet, strings
---
A word.[^n] See [rules](2024-02-01-c.md#rules) and [below](#end).

## End

[^n]: Or none.
-- posts/2024-01-02-other.md --
---
title: Something else
---
x
-- posts/2024-01-03-quiz.md --
---
title: First quiz
course: Logic
---
x
-- posts/2024-02-01-c.md --
---
title: "Logic, Lecture 2: Rules"
slides: slides/2.pdf
---
### Rules

A rule.[^m]

[^m]: Named.
-- posts/2024-02-02-d.md --
---
title: "Logic, Lecture 3: Models"
---
Text.
`

test('a lecture tells its course, its number of how many, its slides and its recording', async () => {
  const { main } = await site(course)
  const line = (path: string) => /<p class="lecture-line"[\s\S]*?<\/p>/.exec(main(path))?.[0].replace(/\s+/g, ' ')
  expect(line('2024/02/01/c/index.html')).toBe(
    '<p class="lecture-line" data-pagefind-ignore> <a href="/n/courses/logic/">Logic</a> <span>Lecture 2 of 4</span> <a href="/n/slides/2.pdf">Slides</a> </p>',
  )
  expect(line('2024/01/01/a/index.html')).toContain('<a href="https://video.example/1">Video</a>')
  expect(line('2024/01/02/other/index.html')).toBeUndefined()
})

test('a lecture lists the others, itself marked and what is planned not linked', async () => {
  const { main } = await site(course)
  const list = /<nav class="lecture-list"[\s\S]*?<\/nav>/.exec(main('2024/02/01/c/index.html'))?.[0] ?? ''
  expect([...list.matchAll(/<li>.*?<\/li>/g)].map(([row]) => row.replace(/<li><span>(\d)<\/span> /, '$1 ').replace('</li>', ''))).toEqual([
    '1 <a href="/n/2024/01/01/a/">Words</a>',
    '2 <a href="/n/2024/02/01/c/" aria-current="page">Rules</a>',
    '3 <a href="/n/2024/02/02/d/">Models</a>',
    '4 <span class="planned">Truth (planned)</span>',
  ])
})

test('previous and next go by lecture, past other posts, and tell a new module; other posts go by date', async () => {
  const { main } = await site(course)
  const ways = (path: string) =>
    [...main(path).matchAll(/rel="(prev|next)" href="([^"]+)"><span>([^<]*)<\/span> ([^<]*)/g)].map(found => found.slice(1))
  expect(ways('2024/02/01/c/index.html')).toEqual([
    ['prev', '/n/2024/01/01/a/', 'Lecture 1', 'Words'],
    ['next', '/n/2024/02/02/d/', 'Lecture 3 · Semantics', 'Models'],
  ])
  expect(ways('2024/02/02/d/index.html').map(([way]) => way)).toEqual(['prev'])
  expect(ways('2024/01/02/other/index.html').map(([way, url]) => [way, url])).toEqual([
    ['prev', '/n/2024/01/01/a/'],
    ['next', '/n/2024/01/03/quiz/'],
  ])
})

test('the page of a course has its lectures by module, with number, title, keywords, date, minutes and files', async () => {
  const { main, file } = await site(course)
  const page = main('courses/logic/index.html')
  const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain(
    'Courses Logic Fall 2024 Ada Lovelace 3 lectures 3 min read Proofs and what they prove. Syntax 1 Words alphabet, strings 1 Jan 2024 1 min read Video : Words 2 Rules 1 Feb 2024 1 min read Slides : Rules Semantics 3 Models 2 Feb 2024 1 min read 4 Truth planned Also in this course First quiz All on one page As a book (EPUB) Website of the course',
  )
  expect(page).not.toContain('href=""')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(file('courses/logic/index.html'))?.[1] ?? '')
  expect(data).toMatchObject({
    '@type': 'Course',
    name: 'Logic',
    description: 'Proofs and what they prove.',
    provider: { name: 'Ada Lovelace' },
    url: 'https://notes.example/n/courses/logic/',
    hasPart: [{ position: '1', name: 'Words' }, { position: '2' }, { position: '3', url: 'https://notes.example/n/2024/02/02/d/' }],
  })
  expect(file('2024/02/01/c/index.html')).toContain('"isPartOf":[{"@type":"Course","name":"Logic"')
  expect([...file('courses/logic/feed.xml').matchAll(/<title>([^<]*)</g)].map(([, title]) => title)).toEqual([
    'Notes: Logic',
    'Logic, Lecture 3: Models',
    'Logic, Lecture 2: Rules',
    'Logic, Lecture 1: Words',
  ])
})

test('a page of the author’s at the address of a course stands in front of its lectures', async () => {
  const { main, urls } = await site(`${course}-- posts/courses/logic.md --
---
layout: page
title: Logic, as I heard it
---
What it was **like**.
`)
  expect(urls.filter(url => url === '/courses/logic/')).toHaveLength(1)
  const page = main('courses/logic/index.html')
  expect(page).toContain('<h1>Logic, as I heard it</h1>')
  expect(page).toContain('What it was <strong>like</strong>.')
  expect(page).toContain('href="/n/2024/01/01/a/"')
})

test('the whole course on one page: headings go down, ids are kept apart, notes are counted through, links between lectures lead inward', async () => {
  const { main, file } = await site(course)
  const page = main('courses/logic/all/index.html')
  expect(page).toContain('<h2 id="l2"><span>Lecture 2</span> Rules</h2>')
  expect(page).toMatch(/<h3 id="l2-rules"[^>]*>Rules/)
  expect(page).toContain('See <a href="#l2-rules">rules</a> and <a href="#l1-end">below</a>.')
  expect([...page.matchAll(/<sup[^>]*><a[^>]*>\D*(\d)/g)].map(([, number]) => number)).toEqual(['1', '2'])
  expect(page).toContain('<ol start="2">')
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
  for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor)
  expect(file('courses/logic/all/index.html')).toContain('<meta name="robots" content="noindex">')
  expect(file('courses/logic/all/index.html')).toContain('<link rel="canonical" href="https://notes.example/n/courses/logic/">')
})

test('a series has pages of its own, in the words of a series', async () => {
  const { main, urls } = await site(`-- posts/2024-01-01-a.md --
---
title: "Trees, part 1: Oak"
---
x
-- posts/2024-01-02-b.md --
---
title: "Trees, part 2: Elm"
---
x
`)
  expect(urls).toContain('/series/trees/')
  expect(main('series/trees/index.html')).toContain('2 parts')
  expect(main('2024/01/02/b/index.html')).toContain('Part 2 of 2')
  expect(main('courses/index.html')).toContain('href="/series/trees/"')
})

test('a site without a course has no page of courses and no link to one', async () => {
  const { urls, file } = await site('-- posts/2024-01-01-a.md --\nText.\n')
  expect(urls.filter(url => /course|series/.test(url))).toEqual([])
  expect(file('index.html')).not.toContain('/courses/')
})

test('formulas and code in the titles of lectures are set wherever they are listed', async () => {
  const { main } = await site(`-- _config.yml --
title: Notes
-- _data/courses/spaces.yml --
title: Spaces
lectures: [Norms, "The space $L^p$", "\`numpy\` and $x < y$"]
-- posts/2024-01-01-a.md --
---
title: "Spaces, Lecture 1: Norms"
---
See [[b]].
-- posts/2024-01-02-b.md --
---
title: "Spaces, Lecture 2: The space $L^p$"
---
Text.
`)
  for (const path of ['courses/spaces/index.html', 'courses/spaces/all/index.html', '2024/01/01/a/index.html']) {
    expect(main(path)).toContain('<annotation encoding="application/x-tex">L^p</annotation>')
    expect(main(path)).not.toContain('$L^p$')
  }
  expect(main('courses/spaces/index.html')).toContain('<code>numpy</code> and <span class="katex">')
})
