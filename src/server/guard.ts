// Who may ask the preview for something. A page of another site, open in the same browser, must neither read what the preview shows
// (DNS rebinding, a cross-site script or frame) nor make it do anything.

/** Why a request is refused, as an HTTP status and a sentence. */
export interface Refusal {
  readonly status: 400 | 403 | 405
  readonly reason: string
}

export interface Asked {
  readonly method: string
  /** As the request line has it. */
  readonly url: string
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which browsers send to this machine and to secure hosts. */
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
}

export interface GuardOptions {
  /** Names besides this machine's own that the server is reached by, as `--host` says. */
  readonly names: readonly string[]
  /** True where `--host` opens the preview to other machines, which reach it by an address of this one. */
  readonly isOpen: boolean
  /** Routes that act. Only the page's own script may call them, by POST. */
  readonly isAction: (path: string) => boolean
}

/** Undefined for a request that may be answered. */
export function refusal(asked: Asked, { names, isOpen, isAction }: GuardOptions): Refusal | undefined {
  const path = pathOf(asked.url)
  if (path === undefined) return { status: 400, reason: 'This is no address.' }
  const host = hostName(asked.host)
  if (host === undefined) return { status: 400, reason: 'The request names no host.' }
  if (!isOwnHost(host, names) && !(isOpen && isAddress(host))) return { status: 403, reason: `This preview is not reached as ${host}.` }
  const acts = isAction(path)
  if (acts ? asked.method !== 'POST' : asked.method !== 'GET' && asked.method !== 'HEAD')
    return { status: 405, reason: acts ? 'This address takes POST only.' : 'Only GET and HEAD are answered.' }
  if (asked.origin !== undefined && asked.origin !== `http://${asked.host}`) return { status: 403, reason: 'Another site may not ask.' }
  if (acts && asked.origin === undefined && asked.fetchSite !== 'same-origin')
    return { status: 403, reason: 'Only the preview itself may ask.' }
  // A link on another site may lead here; what it may not do is load a part of a page.
  const isForeign = asked.fetchSite === 'cross-site' || asked.fetchSite === 'same-site'
  return isForeign && asked.fetchMode !== 'navigate' ? { status: 403, reason: 'Another site may not ask.' } : undefined
}

/** The decoded path of a request; undefined for one that is malformed or tries to leave the site. */
export function pathOf(url: string): string | undefined {
  if (!url.startsWith('/')) return undefined
  let path: string
  try {
    path = decodeURIComponent(url.replace(/[?#].*/s, ''))
  } catch {
    return undefined
  }
  return unsafe.test(path) ? undefined : path
}

// A backslash, a control character, a folder above, or another host.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafe = /[\\\u0000-\u001f\u007f]|(?:^|\/)\.\.(?:\/|$)|^\/\//

function hostName(host: string | undefined): string | undefined {
  return /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase()
}

// An address cannot be rebound, a name can; `localhost` and names below it always mean this machine.
function isOwnHost(host: string, names: readonly string[]): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || isLoopback(host) || names.includes(host)
}

function isLoopback(host: string): boolean {
  return /^127(?:\.\d{1,3}){3}$/.test(host) || host === '[::1]'
}

function isAddress(host: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/.test(host)
}
