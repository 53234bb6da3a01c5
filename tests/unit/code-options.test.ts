import { expect, test } from 'vitest'
import { readCodeOptions } from '../../src/markdown/code-box.ts'

test.each([
  ['', { title: '', isNumbered: false, marked: [] }],
  [' {1,3-5}', { title: '', isNumbered: false, marked: [1, 3, 4, 5] }],
  [' title="train.py" linenos', { title: 'train.py', isNumbered: true, marked: [] }],
  [' {linenos=true, hl_lines=[2,"4-5"]}', { title: '', isNumbered: true, marked: [2, 4, 5] }],
  [' linenos mark_lines="1 3"', { title: '', isNumbered: true, marked: [1, 3] }],
  [" {2} file='a b.c'", { title: 'a b.c', isNumbered: false, marked: [2] }],
])('code: %j asks for %j', (info, wanted) => {
  const { title, isNumbered, marked } = readCodeOptions(info)
  expect({ title, isNumbered, marked: [...marked] }).toEqual(wanted)
})

test('code: an attribute list asks for the same', () => {
  const options = readCodeOptions('', { file: 'train.py', mark: '1, 3', class: 'linenos' })
  expect({ ...options, marked: [...options.marked] }).toEqual({ title: 'train.py', isNumbered: true, marked: [1, 3] })
})
