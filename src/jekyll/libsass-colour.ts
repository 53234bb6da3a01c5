// Colours as libsass writes them: whole channels, by their name or in six digits, and what shines through as `rgba()`,
// with six digits of its share.

import type { SassColor } from 'sass'
import type { WriteColour } from './libsass-value.ts'

/** Sass itself knows the names of colours and how hues are reckoned. */
export function colourWriter(Color: typeof SassColor): WriteColour {
  return notation => {
    const [, kind, list = ''] = /^(rgb|hsl)a?\((.*)\)$/s.exec(notation) ?? []
    const parts = list.split(',').map(part => part.trim())
    if (kind === undefined || parts.length < 3 || parts.length > 4 || !parts.every(part => /^[-+]?(?:\d+\.?\d*|\.\d+)%?$/.test(part)))
      return undefined
    const [first = 0, second = 0, third = 0, alpha = 1] = parts.map((part, index) => (index < 3 ? Number.parseFloat(part) : share(part)))
    const colour =
      kind === 'hsl'
        ? new Color({ hue: first, saturation: second, lightness: third }).toSpace('rgb')
        : new Color({ red: channel(first, parts[0]), green: channel(second, parts[1]), blue: channel(third, parts[2]) })
    const whole = (name: 'red' | 'green' | 'blue'): number =>
      Math.min(Math.max(Math.round(Number(colour.channel(name).toFixed(8))), 0), 255)
    const [red, green, blue] = [whole('red'), whole('green'), whole('blue')]
    return new Color({ red, green, blue, alpha: Number(Math.min(Math.max(alpha, 0), 1).toPrecision(6)) }).toString()
  }
}

function share(part: string): number {
  return part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)
}

function channel(value: number, written = ''): number {
  return written.endsWith('%') ? value * 2.55 : value
}
