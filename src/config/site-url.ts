// The address that the site will have: scheme and host, and nothing else.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { urlIsNone, urlWithFolder, urlWithoutScheme } from '../diagnostics/front-matter.ts'

/** `url` of the configuration as the site uses it; empty for what is no address. */
export function tidyUrl(written: string): string {
  const url = written.trim().replace(/\/+$/, '')
  if (url === '' || isAddress(url)) return url
  const guessed = `https://${url.replace(/^\/+/, '')}`
  return isHost(url) ? guessed : ''
}

/** A layout of Jekyll's may put anything behind `url`, a folder too. */
export function urlProblems(written: string, isJekyll: boolean, place: Place): Diagnostic[] {
  const url = written.trim().replace(/\/+$/, '')
  if (url === '') return []
  if (!isAddress(url)) return [isHost(url) ? urlWithoutScheme(place, url.replace(/^\/+/, '')) : urlIsNone(place, url)]
  const { pathname } = new URL(url)
  return pathname === '/' || isJekyll ? [] : [urlWithFolder(place, pathname)]
}

function isAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

// `example.org`, `//example.org`, `localhost:4000`.
function isHost(url: string): boolean {
  return /^(?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:\/.*)?$|^(?:\/\/)?localhost(?::\d+)?$/u.test(url)
}
