// Text files compressed once, for hosts that send what lies beside a file (`page.html.br`) instead of compressing it for every reader.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type OutputPath, outputPath } from '../model.ts'
import type { CopiedFile, RenderedFiles } from './publish-outputs.ts'
import { replaceFile } from './replace-file.ts'

const texts = /\.(?:html|css|js|mjs|xml|json|svg|txt|webmanifest|ics)$/
/** In bytes; below it a reader gains nothing. */
const least = 1024

/** Compressed files of `rendered` pages and of files that are `copied`. What was compressed by an earlier build lies in `cache`. */
export function compressFiles(rendered: RenderedFiles, copied: readonly CopiedFile[], cache: string): CopiedFile[] {
  const folder = join(cache, 'compressed')
  mkdirSync(folder, { recursive: true })
  return [
    ...rendered.paths.flatMap(path => compressed(path, () => rendered.read(path), folder)),
    ...copied.flatMap(({ path, place }) => compressed(path, () => readFileSync(place), folder)),
  ]
}

function compressed(path: OutputPath, read: () => Buffer, folder: string): CopiedFile[] {
  if (!texts.test(path)) return []
  const bytes = read()
  if (bytes.length < least) return []
  const hash = createHash('sha1').update(bytes).digest('hex')
  return Object.entries(ways).map(([ending, pack]) => {
    const place = join(folder, `${hash}.${ending}`)
    if (!existsSync(place)) replaceFile(place, pack(bytes))
    return { path: outputPath(`${path}.${ending}`), place }
  })
}

const ways: Readonly<Record<'br' | 'gz', (bytes: Buffer) => Buffer>> = {
  br: bytes =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: bytes => gzipSync(bytes, { level: 9 }),
}
