// Every page of a site, one after the other, for those who write none of them: so no more than one has to be in memory.

import type { Checked } from '../diagnostic.ts'
import type { Entry, OutputPath } from '../model.ts'
import type { WholeText } from './entry-text.ts'
import { nothingKept } from './kept-site.ts'
import type { LoadedSite } from './load-site.ts'
import { forgetAfter } from './order.ts'
import { planPages } from './plan.ts'
import type { Content } from './render-page.ts'

/** A finished file. */
export interface Output {
  readonly path: OutputPath
  readonly content: Content
}

export async function* renderPages(loaded: LoadedSite): AsyncGenerator<Checked<Output>> {
  const { stale } = await planPages(loaded, nothingKept, () => false)
  const done = forgetAfter(stale, loaded.renderer)
  for (const planned of stale) {
    const { content, diagnostics } = await loaded.renderer.render(planned.page)
    yield { value: { path: planned.page.output, content }, diagnostics }
    await done(planned)
  }
}

/** The posts of a site with their texts. */
export async function* readTexts({
  site,
  renderer,
}: LoadedSite): AsyncGenerator<Checked<{ readonly entry: Entry; readonly text: WholeText }>> {
  for (const entry of site.posts) {
    const { value: text, diagnostics } = await renderer.wholeText(entry)
    yield { value: { entry, text }, diagnostics }
  }
}
