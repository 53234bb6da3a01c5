// Pictures as a book may hold them: what their ending says they are, and drawings without scripts and without what is fetched from elsewhere.

// How files of a kind begin.
const beginnings: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  png: bytes => beginsWith(bytes, '\u0089PNG'),
  jpg: bytes => beginsWith(bytes, '\u00ff\u00d8\u00ff'),
  jpeg: bytes => beginsWith(bytes, '\u00ff\u00d8\u00ff'),
  gif: bytes => beginsWith(bytes, 'GIF8'),
  webp: bytes => beginsWith(bytes, 'RIFF') && beginsWith(bytes.subarray(8), 'WEBP'),
  svg: bytes => /<svg[\s>]/.test(textOf(bytes)),
}

/** The bytes of a picture for a book; undefined for what is none, whatever its name says. */
export function pictureBytes(bytes: Uint8Array, ending: string): Uint8Array | undefined {
  if (beginnings[ending]?.(bytes) !== true) return undefined
  return ending === 'svg' ? plainDrawing(bytes) : bytes
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}

// One that is plain already stays as it is, to the byte.
function plainDrawing(bytes: Uint8Array): Uint8Array {
  const text = textOf(bytes)
  const plain = text
    .replace(/<script\b[\s\S]*?(?:<\/script\s*>|\/>)/gi, '')
    .replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/<(image|use)\b[^>]*\bhref\s*=\s*["']\s*(?!#|data:)[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/gi, '')
    .replace(/<foreignObject\b[\s\S]*?<\/foreignObject\s*>/gi, '')
    .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, '')
  return plain === text ? bytes : new TextEncoder().encode(plain)
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** What stands in for a picture in a form that the format of books has known for a short time only. */
export const standIn = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  letter => letter.charCodeAt(0),
)
