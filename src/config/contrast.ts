// Colours as numbers: how well one can be read on another (WCAG 2.2), and what is to be taken where it cannot.

export type Rgb = readonly [red: number, green: number, blue: number]

/** What normal text must have, level AA. */
export const readable = 4.5

/** A colour as CSS writes it: in hexadecimal digits, as `rgb(…)` or `hsl(…)`, or black and white by name; undefined for others, or one to look through. */
export function rgbOf(written: string): Rgb | undefined {
  const text = written.trim().toLowerCase()
  if (text === 'white') return [255, 255, 255]
  if (text === 'black') return [0, 0, 0]
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/.exec(text)?.[1]
  if (digits !== undefined) return fromDigits(digits)
  const [, name, numbers = ''] = /^(rgb|hsl)a?\(([^/]*)\)$/.exec(text) ?? []
  const parts = numbers.split(/[\s,]+/).filter(part => part !== '')
  if (parts.length !== 3 || !parts.every(part => /^-?[\d.]+(?:%|deg)?$/.test(part))) return undefined
  const [one = 0, two = 0, three = 0] = parts.map(part => Number.parseFloat(part) * (name === 'rgb' && part.endsWith('%') ? 2.55 : 1))
  return name === 'rgb' ? [one, two, three] : fromHue(one, two / 100, three / 100)
}

function fromDigits(digits: string): Rgb {
  const pairs = digits.length === 3 ? [...digits].map(digit => digit + digit) : (digits.match(/../g) ?? [])
  const [red = 0, green = 0, blue = 0] = pairs.map(pair => Number.parseInt(pair, 16))
  return [red, green, blue]
}

// CSS Color 4, "HSL to sRGB".
function fromHue(hue: number, saturation: number, lightness: number): Rgb {
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12
    return 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return [part(0), part(8), part(4)]
}

/** In hexadecimal digits. */
export function hexOf(colour: Rgb): string {
  return `#${colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** `share` of one colour, the rest of the other. */
export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const [red, green, blue] = one.map((part, index) => part * share + (other[index] ?? 0) * (1 - share)) as [number, number, number]
  return [red, green, blue]
}

/** WCAG 2.2, "contrast ratio". */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The colour itself, or the nearest that can be read on all of these grounds: darker, or lighter where they are dark. */
export function readableOn(colour: Rgb, grounds: readonly Rgb[]): Rgb {
  const isDark = grounds.every(ground => luminance(ground) < 0.18)
  const end: Rgb = isDark ? [255, 255, 255] : [0, 0, 0]
  for (let share = 100; share > 0; share -= 2) {
    const candidate = mix(colour, end, share / 100)
    if (grounds.every(ground => contrastOf(candidate, ground) >= readable)) return candidate
  }
  return end
}
