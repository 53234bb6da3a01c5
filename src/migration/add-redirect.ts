// A line of `redirect_from` written into a post, and nothing else in it changed.

/** The text of a file with `addresses` added to its `redirect_from`. */
export function addRedirects(text: string, addresses: readonly string[]): string {
  const block = /^---[ \t]*\n([\s\S]*?)^(---|\.\.\.)[ \t]*$/m.exec(text)
  const items = addresses.map(address => `  - ${quoted(address)}\n`).join('')
  if (block?.index !== 0) return `---\nredirect_from:\n${items}---\n\n${text}`
  const keys = block[1] ?? ''
  const start = block[0].indexOf('\n') + 1
  return text.slice(0, start) + withItems(keys, addresses, items) + text.slice(start + keys.length)
}

function withItems(keys: string, addresses: readonly string[], items: string): string {
  const flow = /^redirect_from:[ \t]*\[([^\]\n]*)\][ \t]*$/m.exec(keys)
  if (flow) return keys.replace(flow[0], `redirect_from: [${[flow[1]?.trim() ?? '', ...addresses.map(quoted)].filter(Boolean).join(', ')}]`)
  const single = /^redirect_from:[ \t]+(\S.*)$/m.exec(keys)
  if (single) return keys.replace(`${single[0]}\n`, `redirect_from:\n  - ${single[1]}\n${items}`)
  if (/^redirect_from:[ \t]*$/m.test(keys)) return keys.replace(/^redirect_from:[ \t]*\n/m, head => head + items)
  return `${keys}redirect_from:\n${items}`
}

function quoted(address: string): string {
  return /[:#,[\]{}&*!|>'"%@`]|^\s|\s$/.test(address) ? JSON.stringify(address) : address
}
