// "Did you mean": the known word that a misspelt one most likely stands for.

// Longer ones are no words that anybody misspelt, and comparing takes the square of their length.
const longest = 200

/**
 * The nearest of `known` to `word`, or undefined if none is near.
 * Near is an edit distance (insert, delete, change, swap neighbours) of at most 1 for up to five letters, 2 beyond.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
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
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

// A text may ask for as many words as it has, of as many as another file has: a guess is not worth the product of both.
const mostSeen = 10_000
const mostCompared = 500

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

// Optimal string alignment: Levenshtein's distance with a swap of two neighbours counted as one step.
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(beforeLast, j - 2) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
