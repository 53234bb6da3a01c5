// Draws pages of a PDF file as pictures. The only file that imports @hyzyla/pdfium, which an author installs who wants slides shown: PDFium as
// WebAssembly, the engine of Chromium, under free licences, without code for one machine only; pdf.js needs a newer Node and a canvas, MuPDF asks
// for the AGPL. Its traps:
// - it counts pages from 0, and for one that there is not it makes a page all the same;
// - a page is drawn at a whole multiple of points unless both sides are given in pixels;
// - what it draws is a bitmap in memory, so it is the business of sharp to make a file of it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInstalled } from './is-installed.ts'
import { replaceFile } from './replace-file.ts'
import { loadSharp } from './sharp.ts'

/** What another process is told, and answers. */
export interface SlidesToDraw {
  /** The PDF file, absolute. */
  readonly file: string
  /** Where its pictures go, absolute; a page's is called by its number behind `name`. */
  readonly folder: string
  readonly name: string
  /** Counted from 1. */
  readonly pages: readonly number[]
}

export type DrawnSlides = { readonly count: number } | { readonly problem: string }

/** The package by which pages are drawn. */
export const drawer = '@hyzyla/pdfium'

export function hasDrawer(): boolean {
  return isInstalled(drawer)
}

/** Pixels of the longer side: the text column on a sharp screen, and room for a look from near. */
const longest = 1600

/** Draws the pages that there are, and answers how many the file has. */
export async function drawSlides({ file, folder, name, pages }: SlidesToDraw): Promise<DrawnSlides> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(readFileSync(file))
    const count = document.getPageCount()
    for (const page of pages.filter(page => page >= 1 && page <= count)) {
      const drawn = document.getPage(page - 1)
      const { originalWidth, originalHeight } = drawn.getOriginalSize()
      const scale = longest / Math.max(originalWidth, originalHeight)
      const size = { width: Math.max(1, Math.round(originalWidth * scale)), height: Math.max(1, Math.round(originalHeight * scale)) }
      const { data, width, height } = await drawn.render({ ...size, render: 'bitmap' })
      await save(data, { width, height }, join(folder, pictureName(name, page)))
    }
    return { count }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The file of a page's picture. */
export function pictureName(name: string, page: number): string {
  return `${name}-${page}.png`
}

// Slides are lines and letters in few colours, for which 256 of them do.
async function save(bytes: Uint8Array, size: { readonly width: number; readonly height: number }, file: string): Promise<void> {
  const sharp = await loadSharp()
  const picture = sharp(bytes, { raw: { ...size, channels: 4 } }).flatten({ background: '#fff' })
  replaceFile(file, await picture.png({ palette: true, compressionLevel: 9 }).toBuffer())
}
