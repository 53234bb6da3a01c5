import { expect, test } from 'vitest'
import { findLine } from '../../src/server/find-line.ts'

const body = `A first paragraph about clocks.

## Happened before

It goes on
over two lines.

- one point about order
- another about time

| name | value |
|------|-------|
| drift | fifty |

It goes on
over two lines.
`

test.each([
  ['A first paragraph about clocks.', 0, 1],
  ['Happened before', 0, 3],
  ['It goes on over two lines.', 0, 5],
  ['It goes on over two lines.', 1, 15],
  ['another about time', 0, 9],
  ['drift', 0, 13],
  ['words that stand nowhere', 0, 1],
  ['', 0, 1],
])('the block %j, number %i, was made from line %i', (text, occurrence, line) => {
  expect(findLine(body, text, occurrence)).toBe(line)
})
