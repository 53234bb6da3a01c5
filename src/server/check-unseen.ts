// What is wrong with texts that nobody looks at, as a build would tell it: found while the writer pauses, one text after the other, so that whoever
// asks for a page comes first.

import type { State } from './preview-state.ts'

/** The newest. A preview keeps what it has read, and a thousand bodies are 75 MB. */
const mostTexts = 500

/** Renders pages of texts that nobody has asked for, as long as `goesOn`; true if none is left. */
export async function checkUnseen({ loaded, rendered, unseen }: State, goesOn: () => boolean): Promise<boolean> {
  const own = loaded.pages.filter(({ from }) => from.kind === 'source').slice(0, mostTexts)
  for (const page of own) {
    if (rendered.has(page) || unseen.has(page)) continue
    await new Promise(resolve => setImmediate(resolve))
    if (!goesOn()) return false
    // The page itself is made again for whoever looks at it.
    unseen.set(page, (await loaded.renderer.render(page)).diagnostics)
  }
  return true
}
