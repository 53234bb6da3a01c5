// Which posts are lectures of which course: what their authors wrote says so, and where nothing does there is no course.

import { expect, test } from 'vitest'
import { load } from '../support/site.ts'

const post = (date: string, name: string, frontMatter: string): string =>
  `-- posts/${date}-${name}.md --\n---\n${frontMatter}\n---\nText.\n`

/** The courses of a site, a line each: its key, its name and its lectures. */
function coursesOf(archive: string): string[] {
  return load(archive).loaded.courses.courses.map(
    ({ kind, key, name, code, lectures, besides }) =>
      `${kind} ${key} “${name}” ${code}: ${lectures.map(({ number, subject, entry }) => `${number} ${subject}${entry ? '' : ' (planned)'}`.trim()).join(', ')}${besides.length > 0 ? `; ${besides.length} besides` : ''}`,
  )
}

/** What is said about courses, as file:line: message. */
function problemsOf(archive: string): string[] {
  return load(archive)
    .loaded.diagnostics.filter(({ code }) => code.startsWith('course/'))
    .map(({ file, position, message }) => `${file}:${position?.line}: ${message}`)
}

test('course: a title with a code and a tag that repeats it make a lone post lecture 1', () => {
  expect(
    coursesOf(
      post(
        '2021-01-11',
        'a',
        'title: Notes on Machine Learning Systems Design Course (CS 329s) Lecture 1\ntags: [cs329s, machine learning system design]',
      ),
    ),
  ).toEqual(['course cs329s “Machine Learning Systems Design” CS 329s: 1'])
})

test('course: what else stands in the brackets of a code stays in them', () => {
  expect(coursesOf(post('2024-01-11', 'a', 'title: Vision (CS231n 2017) Lecture 1'))).toEqual(['course cs231n “Vision (2017)” CS231n: 1'])
})

test('course: one text names it with its code, others by the code alone, and it is one course', () => {
  const others =
    post('2024-01-02', 'b', 'title: "CS229 Lecture 2: Trees"') +
    post('2024-01-03', 'c', 'title: "Lecture 3: Sets"\ntags: [cs229]') +
    post('2024-01-04', 'd', 'title: Maps\ncourse: cs229\nlecture: 4')
  const named = (name: string): string => post('2024-01-01', 'a', `title: Intro\ncourse: "${name}"\nlecture: 1`) + others
  expect(coursesOf(named('CS 229: Learning'))).toEqual(['course cs-229-learning “CS 229: Learning” : 1 Intro, 2 Trees, 3 Sets, 4 Maps'])
  expect(coursesOf(named('Learning (CS 229)'))).toEqual(['course learning-cs-229 “Learning (CS 229)” : 1 Intro, 2 Trees, 3 Sets, 4 Maps'])
  // What only mentions the code is another, and so it is where two are called by it.
  expect(coursesOf(named('After CS 229'))).toHaveLength(2)
  expect(coursesOf(named('CS 229: Learning') + post('2024-02-01', 'e', 'title: X\ncourse: "CS 229: Labs"\nlecture: 1'))).toHaveLength(3)
})

test('course: slides that are no file or address are told of a lecture', () => {
  const { diagnostics } = load(
    post('2024-01-01', 'a', 'title: Intro\ncourse: learning\nlecture: 1\nslides: [a.pdf, b.pdf]\nvideo: 42') +
      post('2024-01-02', 'b', 'title: B\nvideo: 42'),
  ).loaded
  expect(diagnostics.map(({ file, position, message }) => `${file}:${position?.line} ${message}`)).toEqual([
    'posts/2024-01-01-a.md:5 slides should be one file or address, but this is a list; it is ignored',
    'posts/2024-01-01-a.md:6 video should be one file or address, but this is the number 42; it is ignored',
  ])
})

test('course: titles that share what stands before their numbers are one course, in the order of the numbers', () => {
  const site = [
    post('2024-01-09', 'b', 'title: Distributed Systems, Lecture 10'),
    post('2024-01-01', 'a', 'title: "Distributed systems, Lecture 2: Clocks"'),
    post('2024-01-05', 'c', 'title: Notes on Distributed Systems – Lecture 1'),
  ]
  expect(coursesOf(site.join(''))[0]).toMatch(/^course distributed-systems “.*” : 1, 2 Clocks, 10$/)
})

test('course: parts of a post are a series', () => {
  const site = [post('2024-01-01', 'a', 'title: "Trees (Part 1 of 2)"'), post('2024-01-02', 'b', 'title: "Trees (Part 2 of 2)"')]
  expect(coursesOf(site.join(''))).toEqual(['series trees “Trees” : 1, 2'])
})

test('course: numbered lectures that name none belong to the course that the site is', () => {
  const site = `-- _config.yml --\ntitle: Topology\n${post('2024-01-01', 'a', 'title: "Lecture 1: Sets"')}${post('2024-01-08', 'b', 'title: "Lecture 2: Spaces"')}${post('2024-01-09', 'c', 'title: Why I moved to Vienna')}`
  expect(coursesOf(site)).toEqual(['course topology “Topology” : 1 Sets, 2 Spaces'])
})

test('course: a site that is called by a code and says that it is of a course is that course as a whole', () => {
  const site = `-- _config.yml --\ntitle: CS231x Deep Learning\ndescription: Notes for the class CS231x\n${post('2024-01-01', 'a', 'title: Optimization 1')}${post('2024-01-03', 'c', 'title: Attention')}${post('2024-01-02', 'b', 'title: Assignment 1')}`
  expect(coursesOf(site)).toEqual(['course cs231x “Deep Learning” CS231x: Optimization 1, Attention; 1 besides'])
})

test('course: folder, file name and front matter say it too', () => {
  const site = [
    '-- posts/cs101/2024-01-01-lecture-03-heaps.md --\n---\ntitle: Heaps\n---\nx\n',
    '-- posts/courses/logic/2024-01-02-01-syntax.md --\n---\ntitle: Syntax\n---\nx\n',
    post('2024-01-03', 'a', 'title: Coda\ncourse: Logic\nlecture: 2a'),
    post('2024-01-04', 'b', 'title: Travels\nseries: Journeys\npart: 1'),
  ]
  expect(coursesOf(site.join('')).sort()).toEqual([
    'course cs101 “CS101” : 3 Heaps'.replace('CS101', 'cs101'),
    'course logic “Logic” : 1 Syntax, 2a Coda',
    'series journeys “Journeys” : 1 Travels',
  ])
})

test('course: a collection of lectures is a course', () => {
  const site = `-- _config.yml --
title: Algebra
collections: {lectures: {output: true}}
-- _posts/2024-01-01-news.md --
---
title: News
---
x
-- _lectures/01-groups.md --
---
title: Groups
---
x
-- _lectures/02-rings.md --
---
title: Rings
---
x
`
  expect(coursesOf(site)).toEqual(['course algebra “Algebra” : 1 Groups, 2 Rings'])
})

const documents = (of: Readonly<Record<string, string>>): string =>
  Object.entries(of)
    .map(([path, keys]) => `-- ${path} --\n---\n${keys}\n---\nx\n`)
    .join('')

test('course: documents of a collection may be counted by a key, or by a file’s whole name', () => {
  const site = `-- _config.yml --\ntitle: Data 100\ncollections: {lectures: {output: true}}\n${documents({
    '_posts/2024-01-01-news.md': 'title: News',
    '_lectures/sampling.md': 'title: Sampling\nnumber: 2',
    '_lectures/01.md': 'title: Introduction',
    '_lectures/27.md': 'title: Guest Lecture\nnumber: 27',
  })}`
  expect(coursesOf(site)).toEqual(['course data-100 “Data 100” : 1 Introduction, 2 Sampling, 27 Guest Lecture'])
  expect(load(site).loaded.diagnostics.filter(({ code }) => code === 'course/number')).toEqual([])
})

test('course: labs and reviews stand besides the lectures, and the staff belongs to no course', () => {
  const site = `-- _config.yml --
course_name: 'CS 361: Systems Programming'
baseurl: /cs361
collections: {lectures: {output: true}, labs: {output: true}, staffers: {output: true}}
${documents({
  '_posts/2024-01-01-news.md': 'title: Lecture 3 – Files',
  '_lectures/lecture1.md': 'title: Linking',
  '_lectures/review_01.md': 'title: Review\ntype: review',
  '_labs/lab1.md': 'title: week 1 lab',
  '_staffers/ada.md': 'title: Ada',
})}`
  expect(coursesOf(site)).toEqual(['course cs361 “Systems Programming” CS 361: 1 Linking, 3 Files; 2 besides'])
  expect(
    load(site)
      .loaded.courses.courses[0]?.besides.map(({ title }) => title)
      .sort(),
  ).toEqual(['Review', 'week 1 lab'])
})

test('course: each edition that says of its documents that they are lectures is a course', () => {
  const site = `-- _config.yml --\ntitle: Missing Semester\ncollections: {'2020': {output: true}, notes: {output: true}}\n${documents({
    '_posts/2024-01-01-news.md': 'title: News',
    '_2020/shell.md': 'title: The Shell\nlayout: lecture\ndate: 2020-01-13',
    '_2020/git.md': 'title: Git\nlayout: lecture\ndate: 2020-01-22',
    '_notes/garden.md': 'title: A garden of notes',
  })}`
  expect(coursesOf(site)).toEqual(['course missing-semester-2020 “Missing Semester 2020” : The Shell, Git'])
})

test('course: the first part of a series need not know that it is one', () => {
  const part = (day: number, title: string, more = ''): string => post(`2024-01-0${day}`, `p${day}`, `title: "${title}"${more}`)
  expect(coursesOf(part(1, 'Raft from scratch') + part(3, 'Raft from scratch, Part 2') + part(2, 'A walk'))).toEqual([
    'series raft-from-scratch “Raft from scratch” : 1 Raft from scratch, 2',
  ])
  expect(coursesOf(part(1, 'My trees') + part(2, 'My trees 2') + part(3, 'My trees III'))).toEqual([
    'series my-trees “My trees” : 1 My trees, 2 My trees 2, 3 My trees III',
  ])
})

test('course: a version, another author and an older text make no series', () => {
  const posts = (...titles: readonly string[]): string[] => titles.map((title, index) => post(`2024-01-0${index + 1}`, `p${index}`, title))
  expect(coursesOf(posts('title: Moving to Python', 'title: Moving to Python 2').join(''))).toEqual([])
  expect(coursesOf(posts('title: Trees', 'title: Trees 3', 'title: Trees 4').join(''))).toEqual([])
  expect(coursesOf(posts('title: Trees, Part 2', 'title: Trees').join(''))).toEqual([])
  expect(coursesOf(posts('title: Trees\nauthor: Ada', 'title: Trees, Part 2\nauthor: Ben').join(''))).toEqual([])
})

test('course: none is made up', () => {
  const titles = [
    'Second meeting',
    'SHA-256 explained, Part 1',
    'Neural Networks 1',
    'Neural Networks 2',
    'What I learned at lecture 3 of a friend',
    'Week 1',
    'Chapter 4 of a book',
    'A day in the life, part 2',
    '3 lectures on love',
  ]
  expect(
    coursesOf(titles.map((title, index) => post(`2024-01-0${index + 1}`, `p${index}`, `title: ${title}\ntags: [life]`)).join('')),
  ).toEqual([])
})

test('course: false leaves a post out', () => {
  expect(coursesOf(post('2024-01-01', 'a', 'title: CS 101 Lecture 1\ncourse: false'))).toEqual([])
})

test('courses: false in the configuration leaves all out', () => {
  const lectures = `${post('2024-01-01', 'a', 'title: CS 101 Lecture 1')}${post('2024-01-02', 'b', 'course: cs101\nlecture: 2')}`
  expect(coursesOf(lectures)).toHaveLength(1)
  expect(coursesOf(`-- _config.yml --\ncourses: false\n${lectures}`)).toEqual([])
})

test('course: a plan names the course, fills in, and stands for what is not written yet', () => {
  const site = `-- _data/courses/cs329s.yml --
title: Machine Learning Systems Design
code: CS 329S
modules:
  - title: Foundations
    lectures: [Production, {title: Data, slides: https://slides.example/2}]
  - title: Practice
    lectures: [Deployment]
${post('2024-01-01', 'a', 'title: CS 329S Lecture 2\ntags: [cs329s]')}`
  const { lectures, ...course } = load(site).loaded.courses.courses[0] ?? { lectures: [] }
  expect(course).toMatchObject({ name: 'Machine Learning Systems Design', code: 'CS 329S' })
  expect(lectures.map(({ number, subject, module, slides, entry }) => [number, subject, module, slides, entry?.source])).toEqual([
    ['1', 'Production', 'Foundations', '', undefined],
    ['2', 'Data', 'Foundations', 'https://slides.example/2', 'posts/2024-01-01-a.md'],
    ['3', 'Deployment', 'Practice', '', undefined],
  ])
})

test('course: a lecture that is missing, one that is there twice, and what says two things are told', () => {
  const site = [
    post('2024-01-01', 'a', 'title: Logic, Lecture 1'),
    post('2024-01-02', 'b', 'title: Logic, Lecture 1'),
    post('2024-01-03', 'c', 'title: Logic, Lecture 4'),
    post('2024-01-04', 'lecture-5', 'layout: post\ntitle: Logic, Lecture 6'),
    post('2024-01-05', 'd', 'title: CS 229 Lecture 1\ntags: [cs329s]'),
    post('2024-01-06', 'e', 'title: Alone\nlecture: 3'),
  ]
  expect(problemsOf(site.join('')).sort()).toEqual([
    'posts/2024-01-02-b.md:2: Two posts are lecture 1 of Logic; the other is posts/2024-01-01-a.md',
    'posts/2024-01-03-c.md:2: Logic goes from lecture 1 to 4, without 2 and 3',
    'posts/2024-01-04-lecture-5.md:3: Logic goes from lecture 4 to 6, without 5',
    'posts/2024-01-04-lecture-5.md:3: This is taken for lecture 6, for “Lecture 6” in its title, but “lecture 5” in the name of its file says 5',
    'posts/2024-01-05-d.md:2: The title names the course CS 229, the tag another one, cs329s',
    'posts/2024-01-06-e.md:3: Lecture 3 of which course? Nothing names one',
  ])
})

test('course: a number that was mistyped by millions is told like any other gap', () => {
  const site = [1, 1e9].map(number => post(`2024-01-0${number === 1 ? 1 : 2}`, 'a', `title: A\ncourse: c\nlecture: ${number}`))
  expect(problemsOf(site.join(''))).toEqual(['posts/2024-01-02-a.md:4: c goes from lecture 1 to 1000000000, without 2 to 999999999'])
})

test('course: a lecture that is written and not published yet is not missing', () => {
  const site = ['1', '3'].map(number => post(`2024-01-0${number}`, number, `title: Logic, Lecture ${number}`))
  expect(problemsOf([...site, post('2024-01-02', 'b', 'title: Logic, Lecture 2\npublished: false')].join(''))).toEqual([])
})

test('course: slides that are not there are told, and no link leads to them', () => {
  const site = post('2024-01-01', 'a', 'title: CS 101 Lecture 1\nslides: slides/1.pdf\nvideo: https://video.example/1')
  expect(problemsOf(site)).toEqual(['posts/2024-01-01-a.md:3: slides: leads to slides/1.pdf, and there is no such file'])
})

test('course: guests, halves and ranges count for no gap and no double', () => {
  const titles = ['Lecture 1', 'Lecture 2a', 'Lecture 2b', 'Guest lecture: Ada', 'Guest lecture: Grace', 'Lectures 3-4', 'Lecture 5']
  const site = titles.map((title, index) => post(`2024-01-0${index + 1}`, `p${index}`, `title: "${title}"\ncourse: Logic`))
  expect(problemsOf(site.join(''))).toEqual([])
  expect(coursesOf(site.join(''))).toEqual(['course logic “Logic” : 1, 2a, 2b, guest Ada, guest Grace, 3–4, 5'])
})

test('course: a Jekyll site with layouts of its own has none of ours', () => {
  const site = `-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\ntitle: CS 101 Lecture 1\ntags: [cs101]\n---\nx\n`
  expect(coursesOf(site)).toEqual([])
})

test('course: what is planned stands in its order among what is written, in whatever order the plan has it', () => {
  const plan = [9, 2, 7, 4].map(number => `  - {lecture: ${number}, title: P${number}}\n`).join('')
  const written = ['3', '8', '5'].map(number =>
    post(`2024-01-0${number}`, `l${number}`, `title: W${number}\ncourse: logic\nlecture: ${number}`),
  )
  expect(coursesOf(`-- _data/courses.yml --\nlogic:\n  lectures:\n${plan}${written.join('')}`.replaceAll('\n  -', '\n    -'))).toEqual([
    'course logic “logic” : 2 P2 (planned), 3 W3, 4 P4 (planned), 5 W5, 7 P7 (planned), 8 W8, 9 P9 (planned)',
  ])
})

/** Posts of those titles, one a day. */
function titled(...titles: readonly string[]): string {
  return titles.map((title, index) => post(`2024-01-${String(index + 1).padStart(2, '0')}`, `p${index}`, `title: '${title}'`)).join('')
}

test('course: a number behind a word that counts is no code of a course, in any language', () => {
  expect(coursesOf(titled('Topología, Clase 1', 'Topología, Clase 02: Espacios'))).toEqual(['course topología “Topología” : 1, 2 Espacios'])
  expect(coursesOf(titled('Aula 10: Vetores'))).toEqual([])
})

test('course: events that are counted, and lessons that somebody learned, make none', () => {
  expect(coursesOf(titled('第1回 京都LT会', '第5回もくもく会', '第3回 ハッカソン参加記'))).toEqual([])
  expect(coursesOf(titled('The first lesson of software', 'The second lesson: ship early'))).toEqual([])
  expect(coursesOf(titled('Lesson 1: Never deploy on a Friday', 'Lesson 12: Never say never'))).toEqual([])
})

test('course: the signs around a name are none of it', () => {
  expect(coursesOf(titled('【线性代数】第1课 行列式', '【线性代数】第2课 矩阵'))).toEqual(['course 线性代数 “线性代数” : 1 行列式, 2 矩阵'])
  expect(coursesOf(titled('Analysis. Lecture 1', 'Analysis. Lecture 2: Limits'))).toEqual(['course analysis “Analysis” : 1, 2 Limits'])
  expect(coursesOf(titled('【MIT 6.824】Lecture 1', 'MIT 6.824 Lecture 2'))).toEqual(['course 6.824 “6.824” : 1, 2'])
})

test('course: where lectures begin anew each week, the week is a part of their numbers', () => {
  expect(coursesOf(titled('Logic, Week 1, Lecture 1: Sets', 'Logic, Week 1, Lecture 2: Maps', 'Logic, Week 2, Lecture 1'))).toEqual([
    'course logic “Logic” : 1.1 Sets, 1.2 Maps, 2.1',
  ])
  expect(coursesOf(titled('Logic, Week 1, Lecture 1', 'Logic, Week 1, Lecture 2', 'Logic, Week 2, Lecture 3'))).toEqual([
    'course logic “Logic” : 1, 2, 3',
  ])
})

test('course: 2-1 and 2-3 are parts of lecture 2 where they begin anew, and lectures at once where they are counted through', () => {
  expect(
    coursesOf(titled('CS231n Lecture 2-1: kNN', 'CS231n Lecture 2-2: Classes', 'CS231n Lecture 2-10: Loss', 'CS231n Lecture 3-1')),
  ).toEqual(['course cs231n “CS231n” : 2.1 kNN, 2.2 Classes, 2.10 Loss, 3.1'])
  expect(coursesOf(titled('Logic, Lectures 1-2: Sets', 'Logic, Lectures 3-4: Maps'))).toEqual(['course logic “Logic” : 1–2 Sets, 3–4 Maps'])
})

test('course: exercises to a lecture, and meetings beside the lectures, stand beside them', () => {
  expect(coursesOf(titled('Trees, Lecture 1', 'Trees, Lecture 1 exercises', 'Trees, Tutorial 1', 'Trees, Tutorial 2'))).toEqual([
    'course trees “Trees” : 1, 2; 2 besides',
  ])
  expect(coursesOf(titled('CS61A Lecture 1: Names', 'CS61A Lab 0'))).toEqual(['course cs61a “CS61A” : 1 Names; 1 besides'])
})

test('course: a lecture that has a number among the others may be part 2 of what it is about', () => {
  const lecture = (name: string, title: string): string =>
    `-- posts/courses/trees/2024-01-${name}.md --\n---\ntitle: ${title}\n---\nText.\n`
  expect(
    coursesOf(lecture('05-01-roots', 'Roots') + lecture('06-02-a', 'Leaves (Part 1)') + lecture('07-03-b', 'Leaves (Part 2)')),
  ).toEqual(['course trees “Trees” : 1 Roots, 2 Leaves (Part 1), 3 Leaves (Part 2)'])
})

test('course: parts with their numbers in brackets are a series, and three without any sign that come in their order', () => {
  expect(coursesOf(titled('Parsing (1/2)', 'Parsing (2/2)'))).toEqual(['series parsing “Parsing” : 1 Parsing (1/2), 2 Parsing (2/2)'])
  expect(coursesOf(titled('季读（一）：人间', '季读（二）：一晴'))).toEqual(['series 季读 “季读” : 1 人间, 2 一晴'])
  expect(coursesOf(titled('Notes 笔记 1', 'Notes 笔记 2', 'Notes 笔记 3'))).toHaveLength(1)
  expect(coursesOf(titled('Phone 4', 'Phone 5', 'Phone 6', 'Solved (1)', 'Solved (42)', 'A year (2019)', 'A year (2020)'))).toEqual([])
})
