// A file as it lies on the disk, whole or the part of it that a browser asks for. Safari plays no recording of which it cannot have parts, and nobody
// can go to the middle of one.

import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

/** `place` is absolute. */
export function sendFile(request: IncomingMessage, response: ServerResponse, place: string, always: OutgoingHttpHeaders): void {
  const { size } = statSync(place)
  const headers = { ...always, 'accept-ranges': 'bytes' }
  // What was sent before has no mark by which a browser could tell that it is the same file.
  const asked = request.method === 'GET' && request.headers['if-range'] === undefined ? request.headers.range : undefined
  const range = rangeOf(asked, size)
  if (range === 'outside') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const length = end - start + 1
  if (range === undefined) response.writeHead(200, { ...headers, 'content-length': length })
  else response.writeHead(206, { ...headers, 'content-length': length, 'content-range': `bytes ${start}-${end}/${size}` })
  if (request.method === 'HEAD') response.end()
  else if (length <= atOnce) response.end(bytesAt(place, start, length))
  // A browser goes away in the middle of a film, and a file may be cut short meanwhile: the connection ends, which is all that can be done.
  else pipeline(createReadStream(place, { start, end }), response, () => {})
}

/** In bytes. A whole film would fill the memory. */
const atOnce = 1_000_000

function bytesAt(place: string, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const file = openSync(place, 'r')
  try {
    for (let read = 0, more = 1; read < length && more > 0; read += more) more = readSync(file, bytes, read, length - read, start + read)
    return bytes
  } finally {
    closeSync(file)
  }
}

/** Bytes of a file, the last one included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * What a `Range` header asks for (RFC 9110, §14.2), of a file of `size` bytes. Undefined where the whole file is to be sent: nothing is asked, it
 * cannot be read, or it is several parts, which nobody needs.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') return Number(to) === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (start >= size) return 'outside'
  return to !== '' && Number(to) < start ? undefined : { start, end }
}
