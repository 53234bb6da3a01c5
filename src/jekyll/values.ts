// Values as Liquid takes them, and Jekyll's filters that need nothing but the configuration.

import { isMap, textOf } from '../config/readers.ts'
import type { Data, DataMap } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import { strftime } from '../text/strftime.ts'
import { decodePath, isAbsoluteUrl, withSlash } from '../text/url.ts'

/** The value at a path of keys; null where there is none. */
export function at(map: DataMap, ...keys: readonly string[]): Data {
  return keys.reduce<Data>((value, key) => (isMap(value) ? (value[key] ?? null) : null), map)
}

/** As Liquid prints it. */
export function printed(value: Data | undefined): string {
  if (value === null || value === undefined) return ''
  if (isMap(value)) return inspected(value)
  return Array.isArray(value) ? value.map(printed).join('') : (textOf(value) ?? '')
}

/** As Ruby's `inspect` tells it. */
export function inspected(value: Data): string {
  if (value === null) return 'nil'
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inspected).join(', ')}]`
  if (!isMap(value)) return textOf(value) ?? ''
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}=>${inspected(item)}`)
    .join(', ')}}`
}

/** The first that Liquid's `default` would not pass over: null, false and what is empty. */
export function firstGiven(...values: readonly (Data | undefined)[]): Data {
  return values.find(isGiven) ?? null
}

function isGiven(value: Data | undefined): boolean {
  if (value === null || value === undefined || value === false || value === '') return false
  return Array.isArray(value) ? value.length > 0 : !isMap(value) || Object.keys(value).length > 0
}

/** What counts as true in Liquid: all but null and false. */
export function isTruthy(value: Data | undefined): value is Exclude<Data, null | false> {
  return value !== null && value !== undefined && value !== false
}

export function relativeUrl(path: string, config: DataMap): string {
  if (isAbsoluteUrl(path)) return path
  return normalized([printed(config['baseurl']).replace(/\/$/, ''), path].map(withSlash).join(''))
}

export function absoluteUrl(path: string, config: DataMap): string {
  if (isAbsoluteUrl(path)) return path
  return printed(config['url']) + relativeUrl(path, config)
}

// What is encoded stays so, and what is not becomes so.
function normalized(path: string): string {
  const [, name = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
  return (
    encodeURI(decodePath(name).toWellFormed()).replace(/[#?]/g, encodeURIComponent) + encodeURI(rest.toWellFormed()).replaceAll('%25', '%')
  )
}

/** Ruby's escaping for attributes: unlike in HTML here an apostrophe stays. */
export function xmlEscape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Escapes all but the ampersands of entities. */
export function escapeOnce(text: string): string {
  return text
    .replace(/&(?!(?:[a-zA-Z]+|#\d+);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export function stripHtml(html: string): string {
  return html.replace(/<script.*?<\/script>|<!--.*?-->|<style.*?<\/style>/gs, '').replace(/<.*?>/gs, '')
}

/** Ruby's white space is that of ASCII: a space that does not break stays. */
export function normalizeWhitespace(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, ' ').replace(/^ | $/g, '')
}

/** Ruby's `capitalize`. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}

export function xmlDate(moment: Moment): string {
  return strftime(moment, '%Y-%m-%dT%H:%M:%S%:z')
}
