// What a file is called over HTTP, by its ending. The only file that imports mrmime, whose traps are that it answers a bare type, so
// that a browser would have to guess the encoding of a text, and that it knows only registered types, of which `.ico` is none.

import { lookup } from 'mrmime'

/** A text is UTF-8, and a file of an unknown kind is bytes. */
export function typeOf(path: string): string {
  const type = lookup(path) ?? (/\.ico$/i.test(path) ? 'image/x-icon' : 'application/octet-stream')
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}
