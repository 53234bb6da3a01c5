// What is kept of the answers to requests, and when it is made anew.

import { expect, test } from 'vitest'
import type { Answer } from '../../src/server/find-answer.ts'
import { keepAnswers } from '../../src/server/keep-answers.ts'

const page = (body: string | Uint8Array, status: Answer['status'] = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body })

/** A site whose answers tell their version and path; `made` counts them. */
function served(answerTo = (path: string, version: string): Answer => page(`${path} of ${version}`)) {
  const made: string[] = []
  let version = '1'
  const ask = keepAnswers(
    async (path, asked) => {
      made.push(path)
      await Promise.resolve()
      return answerTo(path, asked)
    },
    () => version,
  )
  const change = (to: string): void => {
    version = to
  }
  return { made, change, text: async (path: string): Promise<string> => Buffer.from((await ask(path)).body).toString() }
}

test('a page is made once for a version of the site', async () => {
  const { made, change, text } = served()
  expect([await text('/a/'), await text('/a/'), await text('/b/')]).toEqual(['/a/ of 1', '/a/ of 1', '/b/ of 1'])
  expect(made).toEqual(['/a/', '/b/'])
  change('2')
  expect(await text('/a/')).toBe('/a/ of 2')
})

test('what was asked of an older version is not answered to a newer one', async () => {
  const { change, text } = served()
  const early = text('/a/')
  change('2')
  expect([await early, await text('/a/')]).toEqual(['/a/ of 1', '/a/ of 2'])
})

test('files, and addresses with nothing at them, are looked for each time', async () => {
  const { made, text } = served(path => (path === '/none' ? page('none', 404) : page(Buffer.from('bytes'))))
  for (const path of ['/a.png', '/a.png', '/none', '/none']) await text(path)
  expect(made).toEqual(['/a.png', '/a.png', '/none', '/none'])
})

test('no more than 500 answers are kept, whatever is asked for', async () => {
  const { made, text } = served()
  for (let number = 0; number <= 500; number += 1) await text(`/${number}/`)
  await text('/0/')
  expect(made.filter(path => path === '/0/')).toHaveLength(2)
})
