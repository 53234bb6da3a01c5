// jekyll-avatar: the picture of a person on GitHub, `{% avatar name size=40 lazy=true %}`.

import { escapeHtml } from '../../text/escape.ts'

/** `markup` is what stands in the tag, with its Liquid run; `lookUp` gives the value of a variable by its path. */
export function avatar(markup: string, lookUp: (path: string) => string | undefined): string {
  const text = markup.trim()
  const variable = /\buser=([\w.]+)\b/.exec(text)?.[1]
  const user = variable === undefined ? (text.split(' ')[0] ?? '').replace(/^@/, '') : (lookUp(variable) ?? variable)
  const size = /\bsize=(\d+)\b/i.exec(text)?.[1] ?? '40'
  const host = `https://avatars${crc32(`${user}?v=3&s=${size}`) % 4}.githubusercontent.com`
  const at = (scale: number): string =>
    escapeHtml(`${host}/${user}?v=3&s=${scale === 1 ? size : Number(size) * scale}`).replaceAll('&amp;', '&')
  const set = [1, 2, 3, 4].map(scale => `${at(scale)} ${scale}x`).join(', ')
  const source = text.includes('lazy=true') ? `src="" data-src="${at(1)}" data-srcset="${set}"` : `src="${at(1)}" srcset="${set}"`
  const kind = Number(size) < 48 ? 'avatar avatar-small' : 'avatar'
  return `<img class="${kind}" alt="${escapeHtml(user)}" width="${size}" height="${size}" data-proofer-ignore="true" ${source} />`
}

// Which of the four servers holds a picture follows from the checksum that zlib makes.
function crc32(text: string): number {
  let sum = ~0
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
