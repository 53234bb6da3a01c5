// Filters for HTML and for the encodings of addresses.

import { escapeHtml } from '../../text/escape.ts'
import { decodePath } from '../../text/url.ts'
import type { Filter, Run } from '../nouns.ts'
import { fail } from '../running/run.ts'
import { isNil } from '../values/kinds.ts'
import { inspect, toText } from '../values/text.ts'
import { normalized } from './addresses.ts'

const escaping: Filter = (_, input) => (isNil(input) ? undefined : escapeHtml(toText(input)))
const encoding: Filter = (_, input) => (isNil(input) ? undefined : formEncoded(toText(input)))

export const markupFilters: Readonly<Record<string, Filter>> = {
  escape: escaping,
  h: escaping,
  escape_once: (_, input) => toText(input).replace(/["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g, escapeHtml),
  xml_escape: (_, input) => xmlEscaped(toText(input)),
  inspect: (_, input) => xmlEscaped(inspect(input)),
  strip_html: (_, input) => stripHtml(toText(input)),
  url_encode: encoding,
  cgi_escape: encoding,
  url_decode: (_, input) => (isNil(input) ? undefined : decodePath(toText(input).replaceAll('+', ' '))),
  uri_escape: (_, input) => (isNil(input) ? undefined : normalized(toText(input), /[^\w.~:/?#[\]@!$&'()*+,;=-]+/gu)),
  base64_encode: (_, input) => base64(toText(input)),
  base64_decode: (run, input) => fromBase64(run, toText(input)),
  base64_url_safe_encode: (_, input) => base64(toText(input)).replaceAll('+', '-').replaceAll('/', '_'),
  base64_url_safe_decode: (run, input) => fromBase64(run, toText(input).replaceAll('-', '+').replaceAll('_', '/')),
}

function xmlEscaped(text: string): string {
  return escapeHtml(text).replaceAll('&#39;', '&apos;')
}

// Done with indexOf where an expression would run over the rest of the text again for each opening that nothing closes.
function stripHtml(text: string): string {
  const blocks = [
    ['<script', '</script>'],
    ['<!--', '-->'],
    ['<style', '</style>'],
    ['<', '>'],
  ] as const
  const without = without_(text, blocks.slice(0, 3))
  return without_(without, blocks.slice(3))
}

function without_(text: string, blocks: readonly (readonly [opening: string, closing: string])[]): string {
  let kept = ''
  let position = 0
  const open = blocks.map(([opening, closing]) => ({ opening, closing, isClosed: true }))
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const block = open.find(({ opening, isClosed }) => isClosed && text.startsWith(opening, at))
    const end = block === undefined ? -1 : text.indexOf(block.closing, at + block.opening.length)
    if (block === undefined || end < 0) {
      if (block !== undefined) block.isClosed = false
      at += 1
      continue
    }
    kept += text.slice(position, at)
    position = end + (block?.closing.length ?? 0)
    at = position
  }
  return kept + text.slice(position)
}

function formEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function fromBase64(run: Run, text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return fail(run, 'this is no base64')
  return new TextDecoder().decode(Uint8Array.from(atob(text), char => char.charCodeAt(0)))
}
