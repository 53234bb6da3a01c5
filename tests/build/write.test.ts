// What a build does to the disk; the only tests besides the transcripts that need one.

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refuseOutput } from '../../src/io/output-folder.ts'
import { finishPublication, openPublication, type Published, writingFailed } from '../../src/io/publish-outputs.ts'
import { readFolder } from '../../src/io/read-folder.ts'
import { openStaging } from '../../src/io/staging.ts'
import { outputPath } from '../../src/model.ts'

let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-write-'))
  folder = join(root, 'public')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Publishes files as a build does; one that is not good is discarded. */
function publish(files: Record<string, string>, isGood = true): Published | undefined {
  const options = { folder, cache: join(root, 'cache'), companions: {} }
  finishPublication(options)
  const publication = openPublication(options)
  try {
    const { write, staged } = openStaging(folder, publication.staging, 0)
    for (const [path, content] of Object.entries(files)) write(outputPath(path), content)
    return isGood ? publication.commit([staged()], {}) : undefined
  } finally {
    publication.discard()
  }
}

/** What is told of a publication that the disk refuses. */
function refused(files: Record<string, string>): string {
  try {
    publish(files)
    return ''
  } catch (error) {
    return writingFailed(error, folder).message
  }
}

function content(): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter(entry => entry.isFile())
  return Object.fromEntries(
    files.map(entry => join(entry.parentPath, entry.name)).map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

describe('writing', () => {
  test('a file with the same bytes is not written again', () => {
    publish({ 'a/index.html': 'a', 'b.html': 'b' })
    utimesSync(join(folder, 'a/index.html'), 1, 1)
    expect(publish({ 'a/index.html': 'a', 'b.html': 'other' })).toEqual({ changed: 1, unchanged: 1, removed: 0 })
    expect(statSync(join(folder, 'a/index.html')).mtimeMs).toBe(1000)
  })

  test('what an earlier build wrote and this one does not is removed, with the folders it leaves empty', () => {
    publish({ 'a/b/index.html': 'a', 'c.html': 'c' })
    writeFileSync(join(folder, 'CNAME'), 'mine')
    expect(publish({ 'c.html': 'c' })?.removed).toBe(1)
    expect(content()).toEqual({ 'c.html': 'c', CNAME: 'mine' })
    expect(existsSync(join(folder, 'a'))).toBe(false)
  })

  test('a build that is not good changes nothing, and leaves nothing behind', () => {
    publish({ 'a.html': 'old' })
    publish({ 'a.html': 'new', 'b.html': 'new' }, false)
    expect(content()).toEqual({ 'a.html': 'old' })
    expect(readdirSync(folder)).toEqual(['a.html'])
  })

  test('a list of files that is damaged, or names what lies outside, removes nothing', () => {
    writeFileSync(join(root, 'precious'), 'mine')
    publish({ 'a.html': 'a' })
    const manifest = join(root, 'cache', readdirSync(join(root, 'cache'))[0] ?? '')
    writeFileSync(manifest, JSON.stringify(['../precious', '/etc/passwd', 'a.html', 7]))
    expect(publish({ 'a.html': 'a' })?.removed).toBe(0)
    writeFileSync(manifest, '[broken')
    expect(publish({ 'b.html': 'b' })?.removed).toBe(0)
    expect(readFileSync(join(root, 'precious'), 'utf8')).toBe('mine')
  })

  test('a symbolic link among the output’s folders leads no file astray', () => {
    mkdirSync(join(root, 'elsewhere'))
    mkdirSync(folder)
    symlinkSync(join(root, 'elsewhere'), join(folder, 'a'))
    expect(refused({ 'a/x.html': 'x' }).replace(root, '')).toBe(
      '/public/a/x.html cannot be written: a symbolic link leads out of the output folder',
    )
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
  })

  test('a folder where a file should be is told by name', () => {
    mkdirSync(join(folder, 'a.html', 'b'), { recursive: true })
    expect(refused({ 'a.html': 'x' })).toContain('a folder stands where the file should be')
  })

  test('the staging folder of a build that was killed is cleared away by the next', () => {
    mkdirSync(join(folder, '.lectern-staging', '0'), { recursive: true })
    publish({ 'a.html': 'a' })
    expect(readdirSync(folder)).toEqual(['a.html'])
  })
})

describe('the output folder', () => {
  test('is refused where something of the author’s could be lost', () => {
    mkdirSync(join(root, 'posts'))
    mkdirSync(join(root, 'site'))
    symlinkSync(join(root, 'posts'), join(root, 'link'))
    const reason = (output: string): string | undefined => refuseOutput(output, root)?.message.replaceAll(root, '')
    expect(reason('/')).toContain('it is the root of the disk')
    expect(reason(root)).toContain('it is the folder of the site itself')
    expect(reason(join(root, '..'))).toContain('the site lies inside it')
    expect(reason(join(root, 'posts', 'deep'))).toContain('posts is a source folder')
    expect(reason(join(root, 'link'))).toContain('posts is a source folder')
    expect(reason(join(root, 'site'))).toBeUndefined()
    expect(reason(join(root, 'new', 'deep'))).toBeUndefined()
  })
})

describe('reading a folder', () => {
  const everything = { wants: () => true, isText: (path: string) => path.endsWith('.md') }

  function reasons(): Record<string, string> {
    const unreadable = readFolder(root, 'posts', everything).flatMap(({ path, content }) =>
      content.kind === 'unreadable' ? [[path, content.reason]] : [],
    )
    return Object.fromEntries(unreadable) as Record<string, string>
  }

  beforeEach(() => mkdirSync(join(root, 'posts')))

  test('a link out of the site, a dangling one and a pipe are told, and a loop ends', () => {
    symlinkSync('/etc/hostname', join(root, 'posts', 'out.md'))
    symlinkSync('/etc', join(root, 'posts', 'outside'))
    symlinkSync('nowhere', join(root, 'posts', 'gone.md'))
    symlinkSync('.', join(root, 'posts', 'loop'))
    execFileSync('mkfifo', [join(root, 'posts', 'pipe.md')])
    writeFileSync(join(root, 'posts', 'a.md'), 'a')
    symlinkSync('a.md', join(root, 'posts', 'b.md'))
    expect(reasons()).toEqual({
      'posts/gone.md': 'The symbolic link leads nowhere, so it is left out',
      'posts/loop': 'The symbolic link leads back to a folder that it lies in, so it is left out',
      'posts/out.md': 'The symbolic link leads out of the site',
      'posts/outside': 'The symbolic link leads out of the site',
      'posts/pipe.md': 'The file is neither a file nor a folder',
    })
    expect(
      readFolder(root, 'posts', everything)
        .filter(({ content }) => content.kind === 'text')
        .map(({ path }) => String(path)),
    ).toEqual(['posts/a.md', 'posts/b.md'])
  })

  test.skipIf(sep === '\\')('a file whose name holds a backslash is left out, and the rest is read', () => {
    writeFileSync(join(root, 'posts', 'a\\b.md'), 'a')
    writeFileSync(join(root, 'posts', 'c.md'), 'c')
    expect(reasons()).toEqual({ 'posts/a/b.md': 'The name holds a backslash, so it is left out' })
  })

  test('a text of many megabytes is not read', () => {
    writeFileSync(join(root, 'posts', 'big.md'), Buffer.alloc(6_000_000, 97))
    expect(reasons()).toEqual({ 'posts/big.md': 'The file has 6 MB, and a text has at most 5' })
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is told', () => {
    writeFileSync(join(root, 'posts', 'secret.md'), 'x')
    chmodSync(join(root, 'posts', 'secret.md'), 0)
    expect(reasons()).toEqual({ 'posts/secret.md': 'The file cannot be read: EACCES' })
  })
})
