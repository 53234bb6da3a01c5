// Whether a look can be read: every text that the theme sets, on every ground that it sets it on, in light and in dark, at WCAG's level AA.

import type { FaintPair } from '../diagnostics/style.ts'
import type { DataMap } from '../model.ts'
import { contrastOf, hexOf, readable, readableOn, rgbOf } from './contrast.ts'
import { fixedColours, type Look, type Palette, type Shades } from './look.ts'
import { paletteOf } from './palette.ts'

/** What stands on what. */
interface Pair {
  readonly what: FaintPair['what']
  readonly colour: Shades
  readonly ground: Shades
}

/** Pairs that many could not read, the worst of each sort. */
export function faintPairs(style: DataMap, look: Look | undefined): FaintPair[] {
  const found = pairsOf(paletteOf(style, look)).flatMap(pair => ([0, 1] as const).flatMap(scheme => faintness(pair, scheme) ?? []))
  const worst = found.toSorted((a, b) => a.contrast - b.contrast)
  return worst.filter((pair, index) => worst.findIndex(other => other.what === pair.what && other.isDark === pair.isDark) === index)
}

function pairsOf({ paper, raised, mark, text, quiet, link, visited }: Palette): Pair[] {
  const grounds = [paper, raised]
  return [
    ...[...grounds, mark].map((ground): Pair => ({ what: 'text', colour: text, ground })),
    ...grounds.map((ground): Pair => ({ what: 'dates', colour: quiet, ground })),
    ...grounds.flatMap(ground => [link, visited].map((colour): Pair => ({ what: 'links', colour, ground }))),
    ...grounds.flatMap(ground => fixedColours.map((colour): Pair => ({ what: 'code', colour, ground }))),
  ]
}

// What a browser makes of a colour that is not understood is not known here.
function faintness({ what, colour, ground }: Pair, scheme: 0 | 1): FaintPair | undefined {
  const [written, on] = [colour[scheme], ground[scheme]]
  const [ink, paper] = [rgbOf(written), rgbOf(on)]
  if (ink === undefined || paper === undefined) return undefined
  const contrast = contrastOf(ink, paper)
  if (contrast >= readable) return undefined
  return { what, colour: written, ground: on, isDark: scheme === 1, contrast, better: hexOf(readableOn(ink, [paper])) }
}
