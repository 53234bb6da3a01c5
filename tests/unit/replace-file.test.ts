// A file replaced in one step, on a real disk.

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFile } from '../../src/io/replace-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-replace-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file gets its new text and keeps its permissions', () => {
  const file = join(folder, 'a.md')
  writeFileSync(file, 'old')
  chmodSync(file, 0o640)
  replaceFile(file, 'new')
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('a file that is not there yet is made', () => {
  replaceFile(join(folder, 'a.md'), 'new')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new')
})

test('a symbolic link stays one, and the file that it leads to is replaced', () => {
  mkdirSync(join(folder, 'real'))
  writeFileSync(join(folder, 'real/a.md'), 'old')
  symlinkSync('real/a.md', join(folder, 'a.md'))
  replaceFile(join(folder, 'a.md'), 'new')
  expect(lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('new')
})

test('where the new file cannot take the place nothing is left beside it', () => {
  mkdirSync(join(folder, 'a.md'))
  expect(() => replaceFile(join(folder, 'a.md'), 'new')).toThrow()
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('what a run that was killed has left is no hindrance', () => {
  writeFileSync(join(folder, '.a.md.lectern-new'), 'half of')
  replaceFile(join(folder, 'a.md'), 'new')
  expect(readdirSync(folder)).toEqual(['a.md'])
})
