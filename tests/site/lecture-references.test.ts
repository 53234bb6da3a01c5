// References to lectures of the course: `@lec-3`, by number, by what the lecture is about, or by its file.

import { describe, expect, test } from 'vitest'
import { site } from '../support/site.ts'

const lecture = (number: number, subject: string, body: string) =>
  `-- posts/2024-01-0${number}-ds-lec${number}.md --\n---\ntitle: "Distributed Systems, Lecture ${number}: ${subject}"\n---\n${body}\n`
const course = (body: string, config = '') =>
  site(`-- _config.yml --\n${config}\n${lecture(1, 'Time', body)}${lecture(2, 'Logical clocks', 'Two.')}${lecture(3, 'Copies', 'Three.')}`)
const page = '2024/01/01/ds-lec1/index.html'

describe.each(['', 'markdown: commonmark'])('references to lectures with %j', config => {
  test('its number stands alone behind other words', async () => {
    const { main } = await course('See [Class @lec-2] and [-@lec-2].', config)
    expect(main(page)).toMatch(/See <a [^>]*>Class\u00a02<\/a> and <a [^>]*>2<\/a>\./)
  })

  test.each(['@lec-2', '[@lec-2]', '@lec-02', '@lec-logical-clocks', '@lec-ds-lec2'])('%s', async reference => {
    const { main, report } = await course(`See ${reference}.`, config)
    expect(main(page)).toContain('See <a href="/2024/01/02/ds-lec2/" class="reference">Lecture 2</a>.')
    expect(main('courses/distributed-systems/all/index.html')).toContain('<a href="#l2" class="reference">Lecture 2</a>')
    expect(report).toBe('')
  })

  test('one that is not there is told with a near one, and stays as it is written', async () => {
    const { main, report } = await course('See @lec-logicl-clocks and @lec-9.', config)
    expect(main(page)).toContain('See @lec-logicl-clocks and @lec-9.')
    expect(report).toContain('The course has no lecture logicl-clocks')
    expect(report).toContain('did you mean @lec-logical-clocks?')
    expect(report).toContain('The course has no lecture 9')
  })
})

test('in the language of the post, and in a series its parts', async () => {
  const german = await course('Siehe @lec-2.', 'lang: de')
  expect(german.main(page)).toContain('>Vorlesung 2</a>')
  const series = await site(
    '-- posts/2024-01-01-a.md --\n---\nseries: x\npart: 1\n---\nSee @lec-2.\n-- posts/2024-01-02-b.md --\n---\nseries: x\npart: 2\n---\nB.\n',
  )
  expect(series.main('2024/01/01/a/index.html')).toContain('<a href="/2024/01/02/b/" class="reference">Part 2</a>')
})

test('what belongs to a course besides its lectures refers to them and to what has a label in them', async () => {
  const { main, report } = await site(
    `${lecture(1, 'Time', '::: theorem {#thm-a}\nA.\n:::')}${lecture(2, 'Clocks', 'B.')}` +
      '-- posts/2024-02-01-ds-assignment-1.md --\n---\ntitle: "Distributed Systems, Assignment 1"\ncourse: distributed-systems\n---\nBy @thm-a of @lec-1.\n',
  )
  expect(main('2024/02/01/ds-assignment-1/index.html')).toContain(
    'By <a href="/2024/01/01/ds-lec1/#thm-a" class="reference">Theorem\u00a01 in Lecture 1</a> of <a href="/2024/01/01/ds-lec1/" class="reference">Lecture 1</a>.',
  )
  expect(report).toBe('')
})

test('a reference ends where the letters of its label do, whatever script they are of', async () => {
  const blocks = '::: theorem {#thm-größe}\nx\n:::\n\n::: theorem {#thm-όριο}\nx\n:::\n\n'
  const { main, report } = await site(
    `-- _config.yml --\n-- posts/2024-01-01-a.md --\n${blocks}By @thm-größe, “@thm-größe” and (@thm-größe).\n\nΑπό @thm-όριο· και @thm-größe—«@thm-όριο».\n`,
  )
  const text = main('2024/01/01/a/index.html').replace(/<[^>]*>/g, '')
  expect(text).toContain('By Theorem\u00a01, “Theorem\u00a01” and (Theorem\u00a01).')
  expect(text).toContain('Από Theorem\u00a02· και Theorem\u00a01—«Theorem\u00a02».')
  expect(report).toBe('')
})
