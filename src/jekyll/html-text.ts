// The texts of a page changed, and its tags and what is no prose left alone.

const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/g

/** `change` gets each text that stands in none of the elements `except`, as it is written, and answers HTML. */
function mapTexts(html: string, except: ReadonlySet<string>, change: (text: string) => string): string {
  let result = ''
  let done = 0
  let inside = ''
  let depth = 0
  const take = (end: number): void => {
    const text = html.slice(done, end)
    result += depth > 0 || text === '' ? text : change(text)
  }
  for (const { 0: whole, 1: slash, 2: name = '', index } of html.matchAll(tag)) {
    // In a script or style sheet nothing is a tag but its own end.
    const isOwn = depth > 0 && name.toLowerCase() === inside
    if (isRaw(inside) && depth > 0 && !(isOwn && slash)) continue
    take(index)
    result += whole
    done = index + whole.length
    if (depth === 0 && !slash && except.has(name.toLowerCase()) && !whole.endsWith('/>')) [inside, depth] = [name.toLowerCase(), 1]
    else if (isOwn && !whole.endsWith('/>')) depth += slash ? -1 : 1
  }
  take(html.length)
  return result
}

function isRaw(name: string): boolean {
  return name === 'script' || name === 'style'
}

/** The same for a whole page, whose head holds no prose. */
export function mapBodyTexts(html: string, except: ReadonlySet<string>, change: (text: string) => string): string {
  const [, head = '', body = html, rest = ''] = /^([\s\S]*?<body\b[^>]*>)([\s\S]*?)(<\/body>[\s\S]*)?$/.exec(html) ?? []
  return head + mapTexts(body, except, change) + rest
}
