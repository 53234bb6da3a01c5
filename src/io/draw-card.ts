// A card drawn as a PNG file by sharp, whose Pango breaks lines and knows every script that the machine has a font for. It costs about a tenth
// of a second.

import type { PageData } from '../model.ts'
import { escapeXml } from '../text/escape.ts'
import { loadSharp } from './sharp.ts'

/** In pixels: the size that all networks show whole. */
const [cardWidth, cardHeight, margin] = [1200, 630, 90]

/** `card` holds `title`, `course` and `site`, of which the last two may be empty. */
export async function drawCard(card: PageData): Promise<Uint8Array> {
  const [title, course, site] = ['title', 'course', 'site'].map(name => String(card[name] ?? ''))
  return draw({ title: title ?? '', course: course ?? '', site: site ?? '' })
}

interface Card {
  readonly title: string
  readonly course: string
  readonly site: string
}

async function draw({ title, course, site }: Card): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const words = (markup: string, font: string, height: number) => ({
    text: { text: markup, font, rgba: true, width: cardWidth - 2 * margin, height, align: 'left' as const },
  })
  const paint = (text: string, colour: string): string => `<span foreground="${colour}">${escapeXml(text)}</span>`
  const heading = await sharp(words(paint(title, '#1b1b18'), 'serif bold', title.length > 60 ? 300 : 220))
    .png()
    .toBuffer({ resolveWithObject: true })
  const lines = [
    ...(course === ''
      ? []
      : [
          {
            input: await sharp(words(paint(course, '#0b57a4'), 'sans bold', 36))
              .png()
              .toBuffer(),
            left: margin,
            top: margin,
          },
        ]),
    { input: heading.data, left: margin, top: Math.round((cardHeight - heading.info.height) / 2) },
    ...(site === ''
      ? []
      : [
          {
            input: await sharp(words(paint(site, '#55534c'), 'sans', 34))
              .png()
              .toBuffer(),
            left: margin,
            top: cardHeight - margin - 34,
          },
        ]),
  ]
  const rule = { input: { create: { width: 14, height: cardHeight, channels: 3 as const, background: '#0b57a4' } }, left: 0, top: 0 }
  return sharp({ create: { width: cardWidth, height: cardHeight, channels: 3, background: '#fdfcf9' } })
    .composite([rule, ...lines])
    .png({ palette: true, effort: 7 })
    .toBuffer()
}
