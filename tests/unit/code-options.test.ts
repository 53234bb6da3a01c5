import { expect, test } from 'vitest'
import { codeLines, readCodeOptions } from '../../src/markdown/code-box.ts'

test.each([
  ['', { title: '', isNumbered: false, marked: [] }],
  [
    ' {1,3-5}',
    {
      title: '',
      isNumbered: false,
      marked: [
        [1, 1],
        [3, 5],
      ],
    },
  ],
  [' title="train.py" linenos', { title: 'train.py', isNumbered: true, marked: [] }],
  [
    ' {linenos=true, hl_lines=[2,"4-5"]}',
    {
      title: '',
      isNumbered: true,
      marked: [
        [2, 2],
        [4, 5],
      ],
    },
  ],
  [
    ' linenos mark_lines="1 3"',
    {
      title: '',
      isNumbered: true,
      marked: [
        [1, 1],
        [3, 3],
      ],
    },
  ],
  [" {2} file='a b.c'", { title: 'a b.c', isNumbered: false, marked: [[2, 2]] }],
])('code: %j asks for %j', (info, wanted) => {
  const { title, isNumbered, marked } = readCodeOptions(info)
  expect({ title, isNumbered, marked: marked }).toEqual(wanted)
})

test('code: an attribute list asks for the same', () => {
  const options = readCodeOptions('', { file: 'train.py', mark: '1, 3', class: 'linenos' })
  expect(options).toEqual({
    title: 'train.py',
    isNumbered: true,
    marked: [
      [1, 1],
      [3, 3],
    ],
  })
})

test('ranges that overlap, end before they begin or reach beyond the code mark the lines that are there', () => {
  const marked = (info: string): string =>
    codeLines('a\nb\nc\n', readCodeOptions(info)).replace(/<(mark|span)[^>]*>(.)<\/\1>\n/g, (_, tag, letter) =>
      tag === 'mark' ? letter.toUpperCase() : letter,
    )
  expect(marked(' {2-999999999,1-2}')).toBe('ABC')
  expect(marked(' {3-1,2}')).toBe('aBc')
  expect(marked(' {0-1,9}')).toBe('Abc')
  expect(marked(` {${Array.from({ length: 5000 }, (_, index) => `${index + 2}-${index + 1e8}`).join(',')}}`)).toBe('aBC')
})
