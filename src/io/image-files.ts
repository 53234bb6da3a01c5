// The image files of a site: how large they are, and smaller ones made of those that are large. The only file that imports
// image-size, which reads no more than the head of a file. Without sharp every page shows the original. What is made is kept
// beside the output by the bytes it was made of, so it is made once.

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { unreadableImage } from '../diagnostics/output.ts'
import { outputPath, type SourcePath } from '../model.ts'
import type { ImageSize, Images, ScaledFile } from '../site/images.ts'
import type { SiteInput } from '../site/site-input.ts'
import { slugify } from '../text/slug.ts'
import { baseName, extensionOf } from '../text/url.ts'
import { hashOfFile } from './hash-of-file.ts'
import type { CopiedFile } from './publish-outputs.ts'
import { hasSharp, loadSharp } from './sharp.ts'

export interface ImageFiles extends Images {
  /** The images of which somebody has asked for smaller files. */
  readonly asked: () => readonly SourcePath[]
  readonly makeAll: (cache: string) => Promise<Checked<readonly CopiedFile[]>>
  /** Makes one of them, and answers where it is; undefined for a path that nobody has asked for, and of an image that cannot be read. */
  readonly makeOne: (path: string, cache: string) => Promise<string | undefined>
}

/** The smallest fills a phone, the middle one the text column on a sharp screen, the last a wide figure there. */
const widths = [640, 1280, 1920]
const formats = ['avif', 'webp'] as const
const smallestWidth = 800
const smallestBytes = 60_000

interface ScaledImage extends ScaledFile {
  readonly from: SourcePath
  readonly source: string
  readonly key: string
}

export function makeImageFiles(root: string, { config, themeFiles }: SiteInput): ImageFiles {
  const scales = config.images
  // Slides are drawn beside the output.
  const drawn = new Map(themeFiles.flatMap(({ source, place, shows }) => (shows === undefined ? [] : [[source.path, place] as const])))
  const placeOf = (source: SourcePath): string => drawn.get(source) ?? join(root, source)
  const sizes = new Map<SourcePath, ImageSize | undefined>()
  const wanted = new Map<string, ScaledImage>()
  const measure = (source: SourcePath): ImageSize | undefined => {
    if (!sizes.has(source)) sizes.set(source, measureFile(placeOf(source)))
    return sizes.get(source)
  }
  const scaled = new Map<SourcePath, readonly ScaledImage[]>()
  return {
    measure,
    placeOf,
    scale: source => {
      const size = measure(source)
      if (!scales || size === undefined || !/\.(?:jpe?g|png|webp)$/i.test(source) || !hasSharp()) return []
      const files = scaled.get(source) ?? scaledFiles(source, placeOf(source), size)
      scaled.set(source, files)
      for (const file of files) wanted.set(file.path, file)
      return files
    },
    asked: () => [...scaled.keys()],
    makeAll: cache => makeScaled([...wanted.values()], cache),
    makeOne: async (path, cache) => {
      const file = wanted.get(path)
      return file && (await makeScaled([file], cache)).value[0]?.place
    },
  }
}

// The head of a file holds its size, except where a camera has put a preview in front of it.
function measureFile(file: string): ImageSize | undefined {
  if (!/\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(file) || !existsSync(file)) return undefined
  return sizeIn(headOf(file)) ?? sizeIn(readFileSync(file))
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(64 * 1024)
  const handle = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(handle, head, 0, head.length, 0))
  } finally {
    closeSync(handle)
  }
}

function sizeIn(bytes: Buffer): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    if (!(width > 0 && height > 0)) return undefined
    const [wide, high] = [Math.round(width), Math.round(height)]
    return orientation >= 5 ? { width: high, height: wide } : { width: wide, height: high }
  } catch {
    return undefined
  }
}

function scaledFiles(from: SourcePath, source: string, { width }: ImageSize): ScaledImage[] {
  if (width < smallestWidth || statSync(source).size < smallestBytes) return []
  const hash = hashOfFile(source, 12)
  const name = slugify(baseName(source).slice(0, -extensionOf(source).length)) || 'image'
  const shown = [...widths.filter(candidate => candidate < width), ...(width < (widths.at(-1) ?? 0) ? [width] : [])]
  return formats.flatMap(format =>
    shown.map(to => ({
      path: outputPath(`assets/scaled/${name}-${hash}-${to}.${format}`),
      type: `image/${format}` as const,
      width: to,
      from,
      source,
      key: `${hash}-${to}.${format}`,
    })),
  )
}

// What the head of a file promises, the rest may not keep: it was cut short on its way, or holds more than memory does.
async function makeScaled(files: readonly ScaledImage[], cache: string): Promise<Checked<CopiedFile[]>> {
  const folder = join(cache, 'images')
  const missing = files.filter(({ key }) => !existsSync(join(folder, key)))
  const unreadable = new Map<SourcePath, Diagnostic>()
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true })
    for (const image of missing) {
      if (unreadable.has(image.from)) continue
      const problem = await make(image, folder)
      if (problem !== undefined) unreadable.set(image.from, unreadableImage({ file: image.from }, problem))
    }
  }
  const made = files.filter(({ from }) => !unreadable.has(from))
  return { value: made.map(({ path, key }) => ({ path, place: join(folder, key) })), diagnostics: [...unreadable.values()] }
}

// Makes a smaller image, or answers why it cannot be.
async function make({ source, width, key }: ScaledImage, folder: string): Promise<string | undefined> {
  const sharp = await loadSharp()
  // Written aside first: a build that is stopped must not leave half an image that the next one trusts.
  const aside = join(folder, `${key}.${process.pid}`)
  try {
    const image = sharp(source).rotate().resize({ width })
    await (key.endsWith('.avif') ? image.avif({ quality: 55, effort: 3 }) : image.webp({ quality: 78 })).toFile(aside)
    renameSync(aside, join(folder, key))
    return undefined
  } catch (error) {
    const problem = await problemIn(source)
    // If it can be read, then nothing can be written.
    if (problem === undefined) throw error
    return problem
  }
}

async function problemIn(source: string): Promise<string | undefined> {
  const sharp = await loadSharp()
  try {
    await sharp(source).resize({ width: 16 }).toBuffer()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
