// Time zones by name. Asks the tables of the JavaScript engine, never the machine's own zone, so a build is the same everywhere.

export interface Zone {
  readonly name: string
  /** Minutes east of Greenwich at an instant (milliseconds since 1970). */
  readonly offsetAt: (epoch: number) => number
  /** The instant at which the clock on the wall shows `wall` (read as if it were UTC). */
  readonly epochOf: (wall: number) => number
}

export const utcZone: Zone = fixedZone('UTC', 0)

/** The zone of an IANA name (`Europe/Paris`) or of a POSIX one (`UTC+3`, whose sign counts west); undefined if there is none. */
export function findZone(name: string): Zone | undefined {
  if (/^(?:Etc\/)?(?:UTC|GMT|Universal|Zulu)$/i.test(name)) return utcZone
  const posix = /^[A-Z]{3,5}([+-]?)(\d{1,2})(?::(\d{2}))?$/i.exec(name)
  if (posix) return fixedZone(name, (posix[1] === '-' ? 1 : -1) * (Number(posix[2]) * 60 + Number(posix[3] ?? 0)))
  try {
    return namedZone(name, new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset', era: 'short' }))
  } catch {
    return undefined
  }
}

function fixedZone(name: string, offset: number): Zone {
  return { name, offsetAt: () => offset, epochOf: wall => wall - offset * 60_000 }
}

function namedZone(name: string, format: Intl.DateTimeFormat): Zone {
  // Offsets change a few times a year at most, so one answer serves its hour; asking Intl for each post cost more than parsing it.
  const known = new Map<number, number>()
  const offsetAt = (epoch: number): number => {
    const hour = Math.floor(epoch / 3_600_000)
    const remembered = known.get(hour)
    if (remembered !== undefined) return remembered
    const offset = parseOffset(format.format(epoch))
    known.set(hour, offset)
    return offset
  }
  return { name, offsetAt, epochOf: wall => epochOf(wall, offsetAt) }
}

// `1/31/2024 A, GMT+05:30`; `GMT` alone is zero.
function parseOffset(formatted: string): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(formatted)
  return (match?.[1] === '-' ? -1 : 1) * (Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0))
}

// Two guesses find every wall clock that exists. One that falls in the gap of a spring change is read with the offset
// before it, as C's mktime does for Ruby; one that happens twice is the first of the two.
function epochOf(wall: number, offsetAt: (epoch: number) => number): number {
  const before = offsetAt(wall - 86_400_000)
  const after = offsetAt(wall + 86_400_000)
  const first = wall - before * 60_000
  if (offsetAt(first) === before) return first
  const second = wall - after * 60_000
  return offsetAt(second) === after ? second : first
}
