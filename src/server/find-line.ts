// Which line of a text a block of its page was made from: the one that shares most of its words, and among equals the one in the
// order in which the block stands. The page itself carries no line numbers, so that it is the page that a build makes.

/** Counted from 1 within `body`; `text` is what the reader sees of the block, `occurrence` how many blocks above it read the same. */
export function findLine(body: string, text: string, occurrence = 0): number {
  const wanted = wordsOf(text).slice(0, 40)
  if (wanted.length === 0) return 1
  const paragraphs = paragraphsOf(body)
  const scores = paragraphs.map(({ lines }) => share(wanted, new Set(lines.flatMap(wordsOf))))
  const best = Math.max(...scores)
  const candidates = paragraphs.filter((_, index) => scores[index] === best)
  const paragraph = candidates[Math.min(occurrence, candidates.length - 1)]
  if (paragraph === undefined || best === 0) return 1
  // In a list or a table each line is a block of its own.
  const lineScores = paragraph.lines.map(line => share(wanted, new Set(wordsOf(line))))
  const bestLine = lineScores.indexOf(Math.max(...lineScores))
  return paragraph.line + (isListOrTable(paragraph.lines) ? bestLine : 0)
}

interface Paragraph {
  readonly line: number
  readonly lines: readonly string[]
}

function paragraphsOf(body: string): Paragraph[] {
  const paragraphs: { line: number; lines: string[] }[] = []
  body.split('\n').forEach((line, index) => {
    const last = paragraphs.at(-1)
    if (line.trim() === '') return
    if (last !== undefined && last.line + last.lines.length === index + 1) last.lines.push(line)
    else paragraphs.push({ line: index + 1, lines: [line] })
  })
  return paragraphs
}

function isListOrTable(lines: readonly string[]): boolean {
  return lines.filter(line => /^\s*(?:[-*+|]|\d+[.)])/.test(line)).length > lines.length / 2
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function share(wanted: readonly string[], words: ReadonlySet<string>): number {
  return wanted.filter(word => words.has(word)).length
}
