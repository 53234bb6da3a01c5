// The lines of options with which a directive of MyST begins: `:label: thm-cap`, `:class: dropdown`, or the same between two lines of `---`.

import { nearest } from '../../text/nearest.ts'
import { readMyst } from './fence-options.ts'
import { kindNamed } from './kinds.ts'
import type { Opening } from './opening.ts'

/** An opening with what its options say, and how many lines they take. */
export interface WithOptions {
  readonly opening: Opening
  readonly count: number
}

/** Their names; those without a meaning here only say how something looks. */
const known = ['label', 'name', 'class', 'nonumber', 'enumerated', 'numbered', 'open', 'hidden', 'icon', 'color', 'width', 'align']

export function readOptions(opening: Opening, lines: Iterable<string>): WithOptions {
  if (!opening.isDirective) return { opening, count: 0 }
  const taken: string[] = []
  let isYaml = false
  for (const line of lines) {
    const isRule = /^[ \t]*---[ \t]*$/.test(line)
    if (isRule && taken.length === 0) isYaml = true
    else if (!isYaml && !/^[ \t]*:[a-z][\w-]*:(?:[ \t]|$)/i.test(line)) break
    taken.push(line)
    if (isYaml && isRule && taken.length > 1) break
  }
  if (taken.length === 0 || (isYaml && taken.length < 2)) return { opening, count: 0 }
  const written = isYaml ? taken.slice(1, -1).map(line => line.replace(/^[ \t]*([a-z][\w-]*):/i, ':$1:')) : taken
  return { opening: applied(opening, readMyst(written)), count: taken.length }
}

function applied(opening: Opening, named: ReadonlyMap<string, string>): Opening {
  const classes = (named.get('class') ?? '').split(/\s+/)
  const kind = opening.kind.name === 'admonition' ? classes.map(kindNamed).find(found => found !== undefined) : undefined
  const isSaid = (name: string): boolean => named.has(name) && named.get(name) !== 'false'
  const isDenied = (name: string): boolean => named.get(name) === 'false'
  return {
    ...opening,
    kind: kind === undefined ? opening.kind : { ...kind, isCalledByTitle: true },
    id: (named.get('label') ?? named.get('name'))?.replace(/\s+/g, '-') ?? opening.id,
    isFolded: (opening.isFolded || classes.includes('dropdown') || isDenied('open')) && !isSaid('open'),
    isUnnumbered: isSaid('nonumber') || isDenied('enumerated') || isDenied('numbered'),
    isHidden: isSaid('hidden'),
    misspelt: [...named.keys()].filter(name => !known.includes(name)),
  }
}

/** The option that a misspelt one most likely is. */
export function nearestOption(name: string): string | undefined {
  return nearest(name, known)
}
