// jekyll-redirect-from: the page that stands at an old address, and the list of all of them.

import type { DataMap } from '../../model.ts'
import { absoluteUrl } from '../values.ts'

export interface Redirect {
  /** The old address, with its slash in front. */
  readonly from: string
  /** Where it leads, with scheme and host where the site knows them. */
  readonly to: string
}

/** `to` is an address of the site or one elsewhere. */
export function redirectOf(from: string, to: string, config: DataMap): Redirect {
  return { from: from.startsWith('/') ? from : `/${from}`, to: /^https?:\/\//.test(to) ? to : absoluteUrl(to, config) }
}

export function redirectPage({ to }: Redirect): string {
  const address = to.replaceAll('"', '%22').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C')
  return `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="${address}">
  <script>location="${address}"</script>
  <meta http-equiv="refresh" content="0; url=${address}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="${address}">Click here if you are not redirected.</a>
</html>
`
}

/** `redirects.json`. Of two from the same address the later counts. */
export function redirectList(redirects: readonly Redirect[]): string {
  return JSON.stringify(Object.fromEntries(redirects.map(({ from, to }) => [from, to])))
}
