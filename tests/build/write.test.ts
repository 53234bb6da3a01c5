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
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refuseOutput } from '../../src/io/output-folder.ts'
import { type Publication, publishOutputs, type StagePages } from '../../src/io/publish-outputs.ts'
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

function staged(files: Record<string, string>): StagePages {
  return async staging => {
    const { write, staged } = openStaging(folder, staging, 0)
    for (const [path, content] of Object.entries(files)) write(outputPath(path), content)
    return [staged()]
  }
}

function publish(files: Record<string, string>, isGood = true): Promise<Publication> {
  return publishOutputs(staged(files), async () => [], { folder, cache: join(root, 'cache'), isGood: () => isGood })
}

function content(): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter(entry => entry.isFile())
  return Object.fromEntries(
    files.map(entry => join(entry.parentPath, entry.name)).map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

describe('writing', () => {
  test('a file with the same bytes is not written again', async () => {
    await publish({ 'a/index.html': 'a', 'b.html': 'b' })
    utimesSync(join(folder, 'a/index.html'), 1, 1)
    const { changed, unchanged } = await publish({ 'a/index.html': 'a', 'b.html': 'other' })
    expect({ changed, unchanged }).toEqual({ changed: 1, unchanged: 1 })
    expect(statSync(join(folder, 'a/index.html')).mtimeMs).toBe(1000)
  })

  test('what an earlier build wrote and this one does not is removed, with the folders it leaves empty', async () => {
    await publish({ 'a/b/index.html': 'a', 'c.html': 'c' })
    writeFileSync(join(folder, 'CNAME'), 'mine')
    expect((await publish({ 'c.html': 'c' })).removed).toBe(1)
    expect(content()).toEqual({ 'c.html': 'c', CNAME: 'mine' })
    expect(existsSync(join(folder, 'a'))).toBe(false)
  })

  test('a build that is not good changes nothing, and leaves nothing behind', async () => {
    await publish({ 'a.html': 'old' })
    await publish({ 'a.html': 'new', 'b.html': 'new' }, false)
    expect(content()).toEqual({ 'a.html': 'old' })
    expect(readdirSync(folder)).toEqual(['a.html'])
  })

  test('a failure while rendering changes nothing either', async () => {
    await publish({ 'a.html': 'old' })
    const failing: StagePages = async staging => {
      await staged({ 'a.html': 'new' })(staging)
      throw new Error('rendering failed')
    }
    await expect(publishOutputs(failing, async () => [], { folder, cache: join(root, 'cache'), isGood: () => true })).rejects.toThrow(
      'rendering failed',
    )
    expect(content()).toEqual({ 'a.html': 'old' })
  })

  test('a list of files that is damaged, or names what lies outside, removes nothing', async () => {
    writeFileSync(join(root, 'precious'), 'mine')
    await publish({ 'a.html': 'a' })
    const manifest = join(root, 'cache', readdirSync(join(root, 'cache'))[0] ?? '')
    writeFileSync(manifest, JSON.stringify(['../precious', '/etc/passwd', 'a.html', 7]))
    expect((await publish({ 'a.html': 'a' })).removed).toBe(0)
    writeFileSync(manifest, '[broken')
    expect((await publish({ 'b.html': 'b' })).removed).toBe(0)
    expect(readFileSync(join(root, 'precious'), 'utf8')).toBe('mine')
  })

  test('a symbolic link among the output’s folders leads no file astray', async () => {
    mkdirSync(join(root, 'elsewhere'))
    mkdirSync(folder)
    symlinkSync(join(root, 'elsewhere'), join(folder, 'a'))
    const { diagnostics } = await publish({ 'a/x.html': 'x' })
    expect(diagnostics.map(({ message }) => message.replace(root, ''))).toEqual([
      '/public/a/x.html cannot be written: a symbolic link leads out of the output folder',
    ])
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
  })

  test('a folder where a file should be is told by name', async () => {
    mkdirSync(join(folder, 'a.html', 'b'), { recursive: true })
    const { diagnostics } = await publish({ 'a.html': 'x' })
    expect(diagnostics[0]?.message).toContain('a folder stands where the file should be')
  })

  test('the staging folder of a build that was killed is cleared away by the next', async () => {
    mkdirSync(join(folder, '.lectern-999999999'), { recursive: true })
    await publish({ 'a.html': 'a' })
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
      'posts/gone.md': 'The symbolic link leads nowhere',
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
