// When a preview tells what is wrong: the browser comes first, what was saved soon after it, and texts that nobody looks at when the writer pauses.

import type { Diagnostic } from '../diagnostic.ts'
import { decodePath } from '../text/url.ts'
import type { Preview } from './preview.ts'

export interface Telling {
  /** Something has changed; `saved` are addresses of posts and pages that were saved. */
  readonly changed: (saved: readonly string[]) => void
  readonly close: () => void
}

/** Told what is wrong now; `isWhole` says that texts are among it that nobody has asked for. */
export type OnProblems = (problems: readonly Diagnostic[], isWhole: boolean) => void

/** In milliseconds after a change. */
const [tellAfter, checkAfter] = [200, 1500]

/** Of pages that were saved together; a whole folder may change at once. */
const mostMade = 20

export function tellProblems(preview: Preview, onProblems: OnProblems): Telling {
  let isClosed = false
  let checking = setTimeout(() => void check(), checkAfter)
  let telling: NodeJS.Timeout | undefined
  // Of a bug of ours whoever looks at the page hears.
  const tell = async (saved: readonly string[]): Promise<void> => {
    await makePages(preview, saved).catch(() => {})
    onProblems(await preview.problems(), false)
  }
  const check = async (): Promise<void> => {
    const isDone = await preview.check(() => !isClosed).catch(() => false)
    if (isDone) onProblems(await preview.problems(), true)
  }
  return {
    changed: saved => {
      clearTimeout(telling)
      clearTimeout(checking)
      telling = setTimeout(() => void tell(saved).catch(() => {}), tellAfter)
      checking = setTimeout(() => void check().catch(() => {}), checkAfter)
    },
    close: () => {
      isClosed = true
      clearTimeout(telling)
      clearTimeout(checking)
    },
  }
}

// What is wrong with a page is known when it is made, though nobody looks at it.
async function makePages(preview: Preview, addresses: readonly string[]): Promise<void> {
  for (const address of addresses.slice(0, mostMade)) await preview.answer(preview.shown().input.config.baseurl + decodePath(address))
}
