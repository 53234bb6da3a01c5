// Tables of `_data`. The answers are those of Jekyll 4.3.1, got from it with `{{ site.data.t | jsonify }}`.

import { expect, test } from 'vitest'
import { readTable } from '../../src/config/table.ts'

test.each([
  ['a cell in quotes holds a line end', 'a,b\n"one\ntwo",x\n', [{ a: 'one\ntwo', b: 'x' }]],
  ['two quotes in a cell are one', 'a,b\n"say ""hi""",x\n', [{ a: 'say "hi"', b: 'x' }]],
  [
    'a short row has null for what is missing',
    'a,b,c\n1\n1,2\n',
    [
      { a: '1', b: null, c: null },
      { a: '1', b: '2', c: null },
    ],
  ],
  [
    'of the cells beyond the names the first is kept',
    'a,b\n1,2,3,4\n5,6\n',
    [
      { a: '1', b: '2', '': '3' },
      { a: '5', b: '6' },
    ],
  ],
  ['an empty file has no rows', '', []],
  ['a line of names has no rows', 'a,b\n', []],
  ['of two equal names the first counts', 'a,b,a\n1,2,3\n', [{ a: '1', b: '2' }]],
  ['a column may have no name', 'a,,c\n1,2,3\n', [{ a: '1', '': '2', c: '3' }]],
  ['a semicolon is text', 'a;b\n1;2\n', [{ 'a;b': '1;2' }]],
  [
    'lines may end as on Windows',
    'a,b\r\n1,"x\r\ny"\r\n3,4\r\n',
    [
      { a: '1', b: 'x\r\ny' },
      { a: '3', b: '4' },
    ],
  ],
  ['the last line needs no end', 'a,b\n1,2', [{ a: '1', b: '2' }]],
  [
    'a blank line is a row of nulls',
    'a,b\n\n1,2\n',
    [
      { a: null, b: null },
      { a: '1', b: '2' },
    ],
  ],
  ['an empty cell is null, and a pair of quotes an empty text', 'a,b\n,""\n', [{ a: null, b: '' }]],
  ['spaces belong to the cell', 'a, b\n 1 , 2 \n', [{ a: ' 1 ', ' b': ' 2 ' }]],
  ['numbers and words stay text', 'a,b\n1.50,true\n', [{ a: '1.50', b: 'true' }]],
  ['a hash begins no comment', 'a,b\n#1,2\n', [{ a: '#1', b: '2' }]],
  [
    'a name is only a name',
    '__proto__,b\n1,2\n',
    [
      Object.fromEntries([
        ['__proto__', '1'],
        ['b', '2'],
      ]),
    ],
  ],
])('CSV: %s', (_, text, rows) => {
  const read = readTable(text, ',')
  expect(JSON.stringify(read.rows)).toBe(JSON.stringify(rows))
  expect(read.problem).toBeUndefined()
})

test('CSV: a byte order mark is no part of the first name, which in Jekyll it is', () => {
  expect(readTable('\ufeff"a",b\n1,2\n', ',').rows).toEqual([{ a: '1', b: '2' }])
})

test('CSV: lines may end in both ways, where Jekyll gives up', () => {
  expect(readTable('a,b\r\n1,2\n3,4\r\n', ',').rows).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ])
})

test.each([
  ['in quotes a cell holds tabs', 'a\tb\n"one\ttab"\t"x ""q"""\n', [{ a: 'one\ttab', b: 'x "q"' }]],
  ['a comma is text', 'a\tb\n1,2\t3\n', [{ a: '1,2', b: '3' }]],
])('TSV: %s', (_, text, rows) => {
  expect(readTable(text, '\t').rows).toEqual(rows)
})

test.each([
  ['a quote that is not closed', 'é,b\n1,2\n"x,1\n2,3\n', 8, 'never closed'],
  ['a quote inside a cell', 'a,b\nx "y" z,1\n', 4, 'does not begin with one'],
  ['a space before a quote', 'a,b\n1, "x"\n', 6, 'does not begin with one'],
  ['text behind a quote', 'a,b\n"x"y,1\n', 4, 'goes on after its closing quote'],
])('CSV: %s is told with the cell that it stands in', (_, text, offset, words) => {
  const { rows, problem } = readTable(text, ',')
  expect(rows).toEqual([])
  expect(problem?.offset).toBe(offset)
  expect(problem?.message).toContain(words)
})
