// Work that may have no end is done in a thread that can be ended; style sheets are, and theirs has a process of its own.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { boundedProcess } from '../../src/io/bounded-process.ts'
import { type AskThread, type Bounded, boundedThread } from '../../src/io/bounded-thread.ts'
import { sourcePath } from '../../src/model.ts'
import { type AskForSheet, makeSheets } from '../../src/render/sheets.ts'
import { load } from '../support/site.ts'
import { makeFolder } from '../support/transcript.ts'

const place = makeFolder(new Map())
afterAll(() => place.remove())

// Answers each word by itself and how many it has answered, but for three.
const script = join(place.folder, 'thread.cjs')
writeFileSync(
  script,
  `const { parentPort } = require('node:worker_threads')
let count = 0
parentPort.on('message', word => {
  if (word === 'endless') for (;;);
  if (word === 'huge') for (const all = []; ; ) all.push([all.length])
  if (word === 'broken') throw new TypeError('it is broken')
  parentPort.postMessage(word + ' ' + ++count)
})`,
)

function ask(): AskThread<string, string> {
  const made = boundedThread<string, string>(pathToFileURL(script).href, 50)
  if (made === undefined) throw new Error('there is no thread')
  return made
}

test('one thread does one piece of work after another, though all are asked at once', async () => {
  const done = ask()
  const answers = await Promise.all(['a', 'b', 'c'].map(word => done(word, 20)))
  expect(answers).toEqual([{ answer: 'a 1' }, { answer: 'b 2' }, { answer: 'c 3' }])
})

test.each([
  ['endless', 'time'],
  ['huge', 'memory'],
])('what is %s is given up, and a new thread does what waits', async (word, exceeds) => {
  const done = ask()
  const seconds = exceeds === 'time' ? 0.2 : 100
  const answers = await Promise.all([done('a', 20), done(word, seconds), done('b', 20)])
  expect(answers).toEqual([{ answer: 'a 1' }, { exceeds }, { answer: 'b 1' }])
})

test('what is thrown in the thread is thrown where it was asked, and the next piece of work is done', async () => {
  const done = ask()
  const [broken, next] = await Promise.allSettled([done('broken', 20), done('a', 20)])
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'it is broken' } })
  expect(next).toEqual({ status: 'fulfilled', value: { answer: 'a 1' } })
})

// Answers each word by itself and its own name, but for two.
const host = join(place.folder, 'process.cjs')
writeFileSync(
  host,
  `process.on('message', ({ task, seconds }) => {
  if (task === 'huge') process.abort()
  process.send(task === 'broken' ? { failure: 'Error: it is broken' } : { done: { answer: [task, seconds, process.pid] } })
})
process.on('disconnect', () => process.exit())`,
)

test('a process that V8 ends is one that took too much memory, and a new one does what waits', async () => {
  const done = boundedProcess<string, [string, number, number]>(pathToFileURL(host).href)
  if (done === undefined) throw new Error('there is no process')
  const [first, second, huge, next] = await Promise.all([done('a', 20), done('b', 2), done('huge', 20), done('a', 20)])
  if (!('answer' in first && 'answer' in second && 'answer' in next)) throw new Error('one has not answered')
  expect(second.answer).toEqual(['b', 2, first.answer[2]])
  expect(huge).toEqual({ exceeds: 'memory' })
  expect(next.answer[2]).not.toBe(first.answer[2])
  await expect(done('broken', 20)).rejects.toThrow('it is broken')
  expect(await done('c', 20)).toEqual({ answer: ['c', 20, next.answer[2]] })
})

test('without the file there is neither thread nor process', () => {
  expect(boundedThread('nowhere.js', 50)).toBeUndefined()
  expect(boundedProcess('nowhere.js')).toBeUndefined()
})

test('a style sheet without end is told with its file, and nobody waits as long for the others', async () => {
  const asked: number[] = []
  const answers: Bounded<never>[] = [{ exceeds: 'time' }, { exceeds: 'memory' }]
  const askForSheet: AskForSheet = async (_, seconds) => {
    asked.push(seconds)
    return answers.shift() ?? { answer: { value: 'a{}', diagnostics: [] } }
  }
  const { input, loaded } = load('-- posts/2024-01-01-a.md --\nWords.\n')
  const sheets = makeSheets(input, askForSheet)
  const [entry] = loaded.entries
  if (entry === undefined) throw new Error('there is no entry')
  const compile = () => sheets.compileEntry({ ...entry, source: sourcePath('css/main.scss') }, '@while true {}')
  const told = []
  for (let times = 0; times < 3; times += 1) told.push(...(await compile()).diagnostics.map(({ file, message }) => `${file}: ${message}`))
  expect(told).toEqual([
    'css/main.scss: The style sheet was not made within 20 seconds and seems to have no end',
    'css/main.scss: The style sheet takes more than 1000 MB of memory and seems to have no end',
  ])
  expect(asked).toEqual([20, 2, 2])
})
