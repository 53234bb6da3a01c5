// What can be wrong with YAML, said in the words of an author instead of the library's.

export interface YamlProblem {
  readonly kind: 'syntax' | 'repeated' | 'unread'
  readonly offset: number
  readonly length: number
  readonly message: string
  readonly hint: string
}

// What authors get wrong most, said in plain words; the rest in the library's.
const plainWords: Record<string, readonly [message: string, hint: string]> = {
  BLOCK_AS_IMPLICIT_KEY: [
    'a value with a colon and a space looks like a second key',
    'put the value in quotes, as in title: "C++: an introduction"',
  ],
  TAB_AS_INDENT: ['a line is indented with a tab', 'indent with spaces'],
  MISSING_CHAR: [
    'a quote or bracket is opened and not closed, or a colon is missing',
    'close it on this line, or put the whole value in quotes',
  ],
  BAD_INDENT: ['the indentation does not fit the lines above', 'align the line with its neighbours, using spaces'],
  BAD_SCALAR_START: ['a value begins with a character that YAML reserves', 'put the value in quotes'],
  BAD_DQ_ESCAPE: ['a backslash in double quotes begins no known escape', 'use single quotes, or double the backslash'],
  MULTILINE_IMPLICIT_KEY: [
    'a line is neither a key with a value nor the rest of one',
    'write it as key: value, or indent it below the key it belongs to',
  ],
  BAD_ALIAS: ['a value begins with *, which means an alias in YAML', 'put the value in quotes'],
  TOO_DEEP: ['it is nested too deeply', 'close the brackets'],
  OPEN_BRACKET: ['this bracket is opened and not closed', 'close it, as in tags: [one, two]'],
  OPEN_QUOTE: [
    'this quote is opened and not closed',
    'close it on this line; a quote that belongs to the text is written twice or behind a backslash',
  ],
  UNEXPECTED_TOKEN: ['something stands where the value has already ended', 'put the value in quotes'],
}

interface LibraryError {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** What an error of the library means to the author, at the place where he made the mistake. */
export function problemOf(error: LibraryError, text: string): YamlProblem {
  const open = openedBefore(error, text)
  return open === undefined
    ? syntaxProblem(codeOf(error, text), error.message, error.pos)
    : syntaxProblem(open.code, '', [open.at, open.at + 1])
}

// Of a bracket or quote that is never closed the library says where it gave up, which is lines further down.
function openedBefore(
  { code, message, pos: [end] }: LibraryError,
  text: string,
): { readonly code: string; readonly at: number } | undefined {
  const sign = /^Flow (?:sequence|map) in block|^Missing closing (["'])/.exec(message)
  if (sign === null || (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR')) return undefined
  const quote = sign[1]
  if (quote !== undefined) {
    const at = [...text.slice(0, end).matchAll(new RegExp(`(?<=^|[\\s,[{:])${quote}`, 'gm'))].at(-1)?.index
    return at === undefined ? undefined : { code: 'OPEN_QUOTE', at }
  }
  const at = openBracket(text.slice(0, end))
  return at === undefined ? undefined : { code: 'OPEN_BRACKET', at }
}

// The last bracket that is open at the end of `text`; brackets in quotes are none.
function openBracket(text: string): number | undefined {
  const open: number[] = []
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{}]/g)) {
    if (found === '[' || found === '{') open.push(index)
    else if (found === ']' || found === '}') open.pop()
  }
  return open.at(-1)
}

// The library's code for the first thing it stumbled over is not always that for what the author did.
function codeOf({ code, message, pos }: LibraryError, text: string): string {
  const line = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0] + 1)
  if (/^[\w-]+:[ \t]+\*/.test(line)) return 'BAD_ALIAS'
  if (message.startsWith('Implicit')) return 'MULTILINE_IMPLICIT_KEY'
  return message.includes('call stack') ? 'TOO_DEEP' : code
}

export function syntaxProblem(code: string, libraryMessage: string, [start, end]: readonly [number, number]): YamlProblem {
  const [message, hint] = plainWords[code] ?? [libraryMessage, 'put values with unusual characters in quotes']
  return { kind: 'syntax', offset: start, length: Math.min(Math.max(1, end - start), 80), message, hint }
}

/** An indented or bracketed map, as the library read it. */
interface ReadMap {
  readonly range?: readonly [start: number, end: number, ...rest: number[]] | null | undefined
  readonly flow?: boolean | undefined
}

/**
 * What stands behind the map, where that is no mistake to Ruby: it is done where the first value ends and does not look at the rest, be it
 * further to the left than an indented map, or behind one in brackets.
 */
export function restBehind({ range, flow }: ReadMap, { code, pos: [offset] }: LibraryError, text: string): YamlProblem | undefined {
  if (code !== 'UNEXPECTED_TOKEN' || !range || offset < range[1]) return undefined
  const isIndented = range[0] > 0 && text[range[0] - 1] !== '\n'
  if (flow !== true && !isIndented) return undefined
  const length = text.slice(offset).search(/\s*(?:\n|$)/)
  return { kind: 'unread', offset, length: Math.min(Math.max(length, 1), 80), message: '', hint: '' }
}
