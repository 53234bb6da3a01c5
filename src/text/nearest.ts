// "Did you mean": the known word that a misspelt one most likely stands for.

// Longer ones are no words that anybody misspelt, and comparing takes the square of their length; to a single letter all others are near.
const longest = 200

/**
 * The nearest of `known` to `word`, or undefined if none is near.
 * Near is an edit distance (insert, delete, change, swap neighbours) of at most 1 for up to five letters, 2 beyond.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest || word.length < 2) return undefined
  const limit = word.length <= 5 ? 1 : 2
  const [wanted, letters] = [word.toLowerCase(), lettersOf(word)]
  let best: string | undefined
  let bestDistance = limit + 1
  let [seen, compared] = [0, 0]
  for (const candidate of known) {
    seen += 1
    if (seen > mostSeen || compared > mostCompared) break
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    // Each step brings one letter and takes one at most.
    if (bitsOf(lettersOf(candidate) ^ letters) > 2 * limit) continue
    compared += 1
    const distance = editDistance(wanted, candidate.toLowerCase(), limit)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

// A text may ask for as many words as it has, of as many as another file has: a guess is not worth the product of both.
const mostSeen = 10_000
const mostCompared = 200

// A bit for each letter that a word has, small or large; others share those.
function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function bitsOf(letters: number): number {
  let count = 0
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1
  return count
}

// Optimal string alignment: Levenshtein's distance with a swap of two neighbours counted as one step. More than `most` is `most + 1`, so of each row
// only what is as near to the diagonal counts.
function editDistance(a: string, b: string, most: number): number {
  const far = most + 1
  const rows = [0, 1, 2].map(() => new Array<number>(b.length + 2).fill(far))
  let [beforeLast, last, row] = rows as [number[], number[], number[]]
  for (let column = 0; column <= most; column += 1) last[column] = column
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)]
    row[from - 1] = from === 1 ? Math.min(i, far) : far
    let least = at(row, from - 1)
    for (let j = from; j <= to; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, far)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    row[to + 1] = far
    if (least > most) return far
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
