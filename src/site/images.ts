// The image files of a site, as whoever can read them tells of them.

import type { OutputPath, SourcePath, StaticFile } from '../model.ts'

export interface Images {
  /** Undefined for a file that is no image, or a damaged one. */
  readonly measure: (source: SourcePath) => ImageSize | undefined
  /** Where a file is, absolute. */
  readonly placeOf: (source: SourcePath) => string
  /** The smaller files of a large image; who asks for them shows them. */
  readonly scale: (source: SourcePath) => readonly ScaledFile[]
}

export interface ImageSize {
  /** In pixels, turned as the file says it is to be seen. */
  readonly width: number
  readonly height: number
}

export interface ScaledFile {
  readonly path: OutputPath
  readonly type: 'image/avif' | 'image/webp'
  readonly width: number
}

/** True for a file of the author's, or a picture that is made of one. */
export function isOfAuthor({ from, shows }: StaticFile): boolean {
  return from === 'posts' || shows !== undefined
}
