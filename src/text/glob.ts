// Paths matched against patterns as Ruby matches them. The only file that imports picomatch, whose traps are:
// - it knows more than Ruby: a leading `!` negates, parentheses group, `@(a|b)` is a choice; so those are turned off or escaped;
// - it writes no `[^a]` of `[!a]`, and its `**` may be no folder at all where `fnmatch` takes it for one star;
// - making an expression takes 40 µs, so a pattern is made into a function once, and that is asked about every path;
// - it throws at a pattern of more than 65,536 letters, and its expressions try every length of every star.

import picomatch from 'picomatch'

export type PathTest = (path: string) => boolean

const likeRuby = { noextglob: true, nonegate: true }

/** As `File.fnmatch?` without flags: a star stands for anything, slashes and leading dots too, and braces are braces. */
export function fnmatch(pattern: string): PathTest {
  if (pattern.length > longest) return () => false
  const expression = picomatch.makeRe(literal(pattern, /[(){}|+@$]/).replace(/\*+/g, '*'), {
    ...likeRuby,
    bash: true,
    dot: true,
    nobrace: true,
  })
  return testOf(expression, '.*?', pattern)
}

/** As `Dir.glob`: a star stays in its folder and takes no leading dot, `**` goes through folders, `{a,b}` is a choice. */
export function glob(pattern: string): PathTest {
  if (pattern.length > longest) return () => false
  return testOf(picomatch.makeRe(literal(pattern, /[()|+@$]/), likeRuby), '[^/]*?', pattern)
}

/** No path has so many letters. */
const longest = 65_536

// If what stands between two stars is found, a later place of it would lead no further, so only the first is tried: by a group that is not gone
// back into, as JavaScript can say it. What may have several lengths (a choice, `**`) is left as it is.
function testOf(expression: RegExp, star: string, pattern: string): PathTest {
  const [first = '', ...parts] = /[[{\\]|\*\*/.test(pattern) ? [] : expression.source.split(star)
  const last = parts.pop()
  if (last === undefined) return path => expression.test(path)
  const middle = parts.map((part, index) => `(?=(${star}${part}))\\${index + 1}`)
  const straight = new RegExp(`${first}${middle.join('')}${star}${last}`)
  return path => straight.test(path)
}

// What stands in brackets or behind a backslash is as it should be already.
function literal(pattern: string, signs: RegExp): string {
  const parts = new RegExp(`\\\\.|\\[!?[^\\]]+\\]|${signs.source}`, 'g')
  return pattern.replace(parts, part => (part.length === 1 ? `\\${part}` : part.replace('[!', '[^')))
}

/** `include` and `exclude`, in which a pattern is also the beginning of a path: `README` lists README.md, and `notes` the folder notes and notes.txt. */
export function listed(patterns: readonly string[]): PathTest {
  const tests = patterns
    .map(pattern => pattern.replace(/^\.?\//, ''))
    .filter(pattern => pattern !== '')
    .map(pattern => ({ pattern, matches: fnmatch(pattern) }))
  return path => tests.some(({ pattern, matches }) => path.startsWith(pattern) || matches(path.replace(/\/$/, '')))
}

/** As Jekyll's lists of files mean a pattern: a glob, or the beginning of a path (entry_filter.rb). */
export function meansFile(pattern: string, path: string): boolean {
  return path.startsWith(pattern) || fnmatch(pattern)(path)
}
