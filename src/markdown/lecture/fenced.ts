// Where a fenced div ends: at the first line of colons alone that no div within it takes.

const opens = /^ {0,3}:{3,}[ \t]*[^\s:]/
const closes = /^ {0,3}:{3,}[ \t]*$/
const codeFence = /^ {0,3}(`{3,}|~{3,})/

/** How many of `lines`, which are looked at up to the end of the div, stand inside; and whether a line of colons ends them. */
export function insideOf(lines: Iterable<string>): { readonly count: number; readonly isClosed: boolean } {
  let [depth, count, code] = [1, 0, '']
  for (const line of lines) {
    const fence = codeFence.exec(line)?.[1]
    // A line in a box of code ends nothing.
    if (code !== '') {
      if (fence?.startsWith(code) && line.trim() === fence) code = ''
    } else if (fence !== undefined) code = fence
    else if (opens.test(line)) depth += 1
    else if (closes.test(line) && --depth === 0) return { count, isClosed: true }
    count += 1
  }
  return { count, isClosed: false }
}

export function* linesBetween(start: number, end: number, lineAt: (line: number) => string): Generator<string> {
  for (let line = start; line < end; line++) yield lineAt(line)
}
