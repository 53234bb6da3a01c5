// What a build finds that was ended while it published, and builds that want the same folder at once. That nothing ends one badly is tried
// by real kills in tests/faults.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeJournal } from '../../src/io/journal.ts'
import { finishPublication, openPublication, type PublicationOptions } from '../../src/io/publish-outputs.ts'
import { openStaging } from '../../src/io/staging.ts'
import { takeTurn } from '../../src/io/turns.ts'
import { outputPath } from '../../src/model.ts'

let root: string
let folder: string
let options: PublicationOptions

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-publish-'))
  folder = join(root, 'public')
  options = { folder, cache: join(root, 'cache'), companions: { lock: join(root, 'urls.lock') } }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function publish(files: Record<string, string>, texts: Record<string, string> = {}): void {
  const publication = openPublication(options)
  const { write, staged } = openStaging(folder, publication.staging, 0)
  for (const [path, content] of Object.entries(files)) write(outputPath(path), content)
  publication.commit([staged()], texts)
  publication.discard()
}

function filesBelow(place: string): Record<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter(entry => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name).slice(place.length + 1), readFileSync(join(parentPath, name), 'utf8')]),
  )
}

/** What a build leaves that was killed after it had set the folder aside and moved as many files as are not in `waiting`. */
function killed(waiting: Record<string, string>, lock?: string): string {
  const staging = join(folder, '.lectern-staging')
  mkdirSync(join(staging, 'held'), { recursive: true })
  const moves = Object.keys(waiting).map((to, index) => ({ from: `0/${index}`, to }))
  mkdirSync(join(staging, '0'))
  for (const [index, text] of Object.values(waiting).entries()) writeFileSync(join(staging, '0', String(index)), text)
  if (lock !== undefined) writeFileSync(join(root, '.urls.lock.lectern-new'), lock)
  writeJournal(staging, { moves, companions: lock === undefined ? [] : ['lock'] })
  const aside = join(root, '.public.lectern-publishing')
  renameSync(folder, aside)
  return aside
}

/** Looks, in a thread of its own, for a moment in which the first file is new and the last one old. */
function watchFor(first: string, last: string) {
  const ends = new Int32Array(new SharedArrayBuffer(4))
  const look = `const { parentPort, workerData: { first, last, ends } } = require('node:worker_threads')
    const { readFileSync } = require('node:fs')
    const read = path => { try { return readFileSync(path, 'utf8') } catch { return '' } }
    parentPort.postMessage('started')
    let seen = false
    while (Atomics.load(ends, 0) === 0) seen ||= read(first) === 'new' && read(last) === 'old'
    parentPort.postMessage(seen)`
  const worker = new Worker(look, { eval: true, workerData: { first, last, ends } })
  const answer = (): Promise<unknown> => new Promise(resolve => worker.once('message', resolve))
  return {
    started: answer(),
    seen: () => {
      Atomics.store(ends, 0, 1)
      return answer()
    },
  }
}

describe('a build that was killed while it published', () => {
  test('is ended by the next one, what belongs to the site included', () => {
    publish({ 'a.html': 'old', 'b.html': 'old' }, { lock: 'old' })
    writeFileSync(join(folder, 'CNAME'), 'mine')
    killed({ 'a.html': 'new', 'b.html': 'new' }, 'new')
    expect(finishPublication(options)).toBeUndefined()
    expect(filesBelow(folder)).toEqual({ 'a.html': 'new', 'b.html': 'new', CNAME: 'mine' })
    expect(readFileSync(join(root, 'urls.lock'), 'utf8')).toBe('new')
    expect(readdirSync(root).sort()).toEqual(['cache', 'public', 'urls.lock'])
  })

  test('is ended where it was not set aside', () => {
    publish({ 'a.html': 'old', 'b.html': 'old' })
    renameSync(killed({ 'a.html': 'new', 'b.html': 'new' }), folder)
    expect(finishPublication(options)).toBeUndefined()
    expect(filesBelow(folder)).toEqual({ 'a.html': 'new', 'b.html': 'new' })
  })

  test('is ended so that nobody finds some of its files meanwhile', async () => {
    const names = Array.from({ length: 2000 }, (_, number) => `${number}.html`)
    const all = (text: string): Record<string, string> => Object.fromEntries(names.map(name => [name, text]))
    publish(all('old'))
    renameSync(killed(all('new')), folder)
    const torn = watchFor(join(folder, '0.html'), join(folder, '1999.html'))
    await torn.started
    expect(finishPublication(options)).toBeUndefined()
    expect(await torn.seen()).toBe(false)
    expect(filesBelow(folder)).toEqual(all('new'))
  })

  test('is ended too where git has put the empty folder back meanwhile', () => {
    publish({ 'a.html': 'old' })
    killed({ 'a.html': 'new' })
    mkdirSync(folder)
    writeFileSync(join(folder, '.gitkeep'), '')
    expect(finishPublication(options)).toBeUndefined()
    expect(filesBelow(folder)).toEqual({ 'a.html': 'new' })
  })

  test('where another site stands in its place a person decides, and nothing is touched', () => {
    publish({ 'a.html': 'old' })
    const aside = killed({ 'a.html': 'new' })
    mkdirSync(folder)
    writeFileSync(join(folder, 'index.html'), 'mine')
    expect(finishPublication(options)?.message.replaceAll(root, '')).toBe(
      'A build was ended while /public was set aside as /.public.lectern-publishing, and now there are both',
    )
    expect([filesBelow(folder), existsSync(join(aside, 'a.html'))]).toEqual([{ 'index.html': 'mine' }, true])
  })

  test('what it moves lies in the output folder: a journal that somebody wrote leads nowhere else', () => {
    publish({ 'a.html': 'old' })
    writeFileSync(join(root, 'precious'), 'mine')
    mkdirSync(join(root, 'elsewhere'))
    symlinkSync(join(root, 'elsewhere'), join(folder, 'link'))
    const staging = join(folder, '.lectern-staging')
    mkdirSync(staging)
    writeFileSync(join(staging, '1'), 'theirs')
    const moves = [
      { from: '../../precious', to: 'stolen' },
      { from: '1', to: '../precious' },
      { from: '1', to: 'link/x' },
      { to: '../precious' },
    ]
    writeJournal(staging, { moves, companions: [] })
    expect(finishPublication(options)).toBeUndefined()
    expect([filesBelow(folder), readFileSync(join(root, 'precious'), 'utf8'), readdirSync(join(root, 'elsewhere'))]).toEqual([
      { 'a.html': 'old' },
      'mine',
      [],
    ])
  })
})

test('an output folder that is a link to another stays one', () => {
  mkdirSync(join(root, 'real'))
  symlinkSync('real', folder)
  publish({ 'a.html': 'old' })
  publish({ 'a.html': 'new' })
  expect(filesBelow(join(root, 'real'))).toEqual({ 'a.html': 'new' })
  expect(readdirSync(root).sort()).toEqual(['cache', 'public', 'real'])
})

describe('builds at once', () => {
  test('have their turns one after another, in the order in which they came', async () => {
    const order: string[] = []
    const build = async (name: string): Promise<void> => {
      const turn = await takeTurn(root, () => order.push(`${name} waits`))
      order.push(`${name} begins`)
      await new Promise(resolve => setTimeout(resolve, 10))
      order.push(`${name} ends`)
      turn.end()
    }
    await Promise.all(['one', 'two', 'three'].map(build))
    expect(order).toEqual([
      'two waits',
      'three waits',
      ...['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'],
    ])
    expect(readdirSync(join(root, 'turns'))).toEqual([])
  })

  // Only Linux tells when a process began.
  test.skipIf(process.platform !== 'linux')('one that was killed keeps nobody waiting, nor does who has got its number', async () => {
    mkdirSync(join(root, 'turns', 'turn-1', '999999999-1-new-a'), { recursive: true })
    mkdirSync(join(root, 'turns', 'turn-2', `${process.pid}-1-new-b`), { recursive: true })
    const waits: number[] = []
    const turn = await takeTurn(root, pid => waits.push(pid))
    turn.end()
    expect([waits, turn.hasWaited]).toEqual([[], false])
  })
})
