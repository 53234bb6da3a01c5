// A place in a recording: the address of a video at a moment of it, as the site that it is on wants it written.

interface Host {
  /** What an address on it looks like. */
  readonly pattern: RegExp
  readonly at: (address: URL, seconds: number) => void
}

const inQuery =
  (name: string, unit = '') =>
  ({ searchParams }: URL, seconds: number): void =>
    searchParams.set(name, `${seconds}${unit}`)

/** THE LIST of hosts with a way of their own; for all others it is that of media fragments, `#t=754`, which browsers know of files. */
const hosts: readonly Host[] = [
  { pattern: /^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\//, at: inQuery('start') },
  { pattern: /^(?:(?:www|m|music)\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)\//, at: inQuery('t', 's') },
  { pattern: /^(?:www\.|player\.)?vimeo\.com\//, at: (address, seconds) => (address.hash = `t=${seconds}s`) },
  { pattern: /^(?:www\.)?bilibili\.com\/video\//, at: inQuery('t') },
  { pattern: /^(?:www\.)?twitch\.tv\/videos\//, at: inQuery('t', 's') },
  { pattern: /^(?:www\.)?dailymotion\.com\/video\//, at: inQuery('start') },
  { pattern: /^(?:www\.)?archive\.org\/details\//, at: inQuery('start') },
  { pattern: /^[^/]+\/Panopto\/Pages\/(?:Viewer|Embed)\.aspx/i, at: inQuery('start') },
  // PeerTube has many homes and one form.
  { pattern: /^[^/]+\/(?:w\/[\dA-Za-z]{22}|videos\/(?:watch|embed)\/[\w-]+)/, at: inQuery('start', 's') },
]

/** `address` is one in full, or that of a file of the site. */
export function videoAt(address: string, seconds: number): string {
  if (!/^https?:\/\//i.test(address)) return `${address.replace(/#.*$/s, '')}#t=${seconds}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) return address
  const host = hosts.find(({ pattern }) => pattern.test(url.host + url.pathname))
  if (host === undefined || isFile(url)) url.hash = `t=${seconds}`
  else host.at(url, seconds)
  return url.href
}

function isFile({ pathname }: URL): boolean {
  return /\.(?:mp4|m4v|webm|ogv|ogg|mov|mp3|m4a)$/i.test(pathname)
}
