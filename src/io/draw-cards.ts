// Cards drawn as PNG files by sharp, whose Pango breaks lines and knows every script that the machine has a font for. A card costs
// about a tenth of a second, so it is kept beside the output by what is written on it.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type Card, cardHeight, cardWidth } from '../pages/cards.ts'
import { escapeXml } from '../text/escape.ts'
import type { CopiedFile } from './publish-outputs.ts'
import { loadSharp } from './sharp.ts'

/** Counts up when cards are drawn in another way, so that old ones are drawn anew. */
const design = 1
const margin = 90

export async function drawCards(cards: readonly Card[], cache: string): Promise<CopiedFile[]> {
  const folder = join(cache, 'cards')
  const files = cards.map(card => ({ card, path: card.output, place: join(folder, `${keyOf(card)}.png`) }))
  const missing = files.filter(({ place }) => !existsSync(place))
  if (missing.length > 0) mkdirSync(folder, { recursive: true })
  for (const { card, place } of missing) {
    await draw(card, `${place}.${process.pid}`)
    renameSync(`${place}.${process.pid}`, place)
  }
  return files.map(({ path, place }) => ({ path, place }))
}

function keyOf({ title, course, site }: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([design, title, course, site]))
    .digest('hex')
    .slice(0, 24)
}

async function draw({ title, course, site }: Card, file: string): Promise<void> {
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
  await sharp({ create: { width: cardWidth, height: cardHeight, channels: 3, background: '#fdfcf9' } })
    .composite([rule, ...lines])
    .png({ palette: true, effort: 7 })
    .toFile(file)
}
