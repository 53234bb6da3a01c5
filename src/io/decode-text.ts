// Bytes into text, or the reason why they are none.

import { isUtf8 } from 'node:buffer'
import type { Source } from '../model.ts'

/** Decodes UTF-8; takes off a byte order mark, and reads every kind of line end as `\n`. */
export function decodeText(bytes: Buffer): Source['content'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unreadable('The file is UTF-16, not UTF-8', 'save it as UTF-8 in your editor', 1)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unreadable('The file is UTF-16, not UTF-8', 'save it as UTF-8 in your editor', 1)
  if (isBinary(bytes))
    return unreadable('The file is binary, not text', 'give it the ending that its format has, or move it out of the posts', 0)
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes)
    return unreadable(
      `The byte ${hex(bytes[offset])} at offset ${offset} is not UTF-8`,
      'save the file as UTF-8 in your editor',
      lineOf(bytes, offset),
    )
  }
  const written = bytes.toString('utf8')
  const start = written.charCodeAt(0) === 0xfeff ? 1 : 0
  // A NUL cannot stand in HTML, and here it means a place to fill; U+FFFD is what HTML parsers read it as.
  const text = written.slice(start).replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  return { kind: 'text', text, ...(written.includes('\r\n') && !written.includes('\n\n') && { hasEmptyLines: false }) }
}

function unreadable(reason: string, hint: string, line: number): Source['content'] {
  return { kind: 'unreadable', reason, hint, line }
}

// Text may hold a stray control character; formats that are no text hold many from the start.
function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 1024)
  const controls = head.filter(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return controls > head.length / 20 + 1
}

// Only for the message, so it may be slow: character by character, each as long as its first byte says.
function firstInvalidByte(bytes: Buffer): number {
  let offset = 0
  for (let length = 1; offset < bytes.length; offset += length) {
    const lead = bytes[offset] ?? 0
    length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    if (!isUtf8(bytes.subarray(offset, offset + length))) return offset
  }
  return offset
}

function lineOf(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).filter(byte => byte === 10).length + 1
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).padStart(2, '0')}`
}
