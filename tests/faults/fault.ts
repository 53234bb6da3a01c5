// What a fault is, and how an outcome is judged.

import { createHash } from 'node:crypto'
import { isInstalled, makePlace, type Place, type Ran, type Tool } from './tools.ts'

export type Verdict = { readonly mark: '✓' | '~' | '✗'; readonly why: string }

export interface Fault {
  readonly row: number
  readonly input: string
  readonly required: string
  /** Tools without which it cannot be tried here. */
  readonly needs?: readonly Need[]
  /** True for what only Lectern is asked. */
  readonly isOurs?: boolean
  /** Where it is no fault: Liquid escapes nothing that a layout does not ask it to, and what Jekyll builds with a warning or none is built. */
  readonly notFor?: readonly Tool['name'][]
  /** `isLong` asks for the form that takes minutes. */
  readonly try: (tool: Tool, isLong: boolean) => Verdict | Promise<Verdict>
}

export type Need = 'root' | 'unshare' | 'strace' | 'faketime' | 'linux' | 'wrk'

/** What is missing on this machine, in words; undefined where nothing is. */
export function missingFor({ needs = [] }: Fault): string | undefined {
  const missing = needs.filter(need =>
    need === 'root' ? process.getuid?.() !== 0 : need === 'linux' ? process.platform !== 'linux' : !isInstalled(need),
  )
  return missing.length === 0 ? undefined : `needs ${missing.join(' and ')}`
}

export const held: Verdict = { mark: '✓', why: '' }
export const failed = (why: string): Verdict => ({ mark: '✗', why: why.slice(0, 300) })
export const partly = (why: string): Verdict => ({ mark: '~', why: why.slice(0, 300) })

/** Held if all conditions hold; each is a sentence about what is wrong otherwise. */
export function judge(conditions: Readonly<Record<string, boolean>>): Verdict {
  const broken = Object.entries(conditions).filter(([, holds]) => !holds)
  return broken.length === 0 ? held : failed(broken.map(([sentence]) => sentence).join('; '))
}

/** Does something with a site of its own. */
export async function withPlace<Result>(tool: Tool, act: (place: Place) => Result | Promise<Result>): Promise<Result> {
  const place = makePlace(tool)
  try {
    return await act(place)
  } finally {
    place.remove()
  }
}

export const post = (title: string, body = 'Words.', more = ''): string => `---\ntitle: ${title}\n${more}---\n${body}\n`

/** A build that must refuse what is wrong and say where: `place` is a pattern of what it has to say. */
export function refused({ code, text, isKilled }: Ran, ...said: readonly RegExp[]): Verdict {
  if (isKilled) return failed('it does not end')
  const missing = said.filter(pattern => !pattern.test(text))
  if (code !== 0 && code !== 70 && missing.length === 0) return held
  return missing.length === 0
    ? partly(`exit ${code}`)
    : failed(`exit ${code}, and it does not say ${missing.join(', ')}: ${text.slice(0, 200)}`)
}

export function hashOf(files: ReadonlyMap<string, Uint8Array> | undefined): string {
  const hash = createHash('sha256')
  for (const [path, content] of files ?? []) hash.update(path).update('\0').update(content).update('\0')
  return files === undefined ? 'none' : hash.digest('hex')
}

export function textsOf(files: ReadonlyMap<string, Buffer> | undefined, ending: string): string[] {
  return [...(files ?? [])].filter(([path]) => path.endsWith(ending)).map(([, content]) => content.toString('utf8'))
}
