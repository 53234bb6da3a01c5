// Titles and subtitles as HTML, their formulas set.

import type { Config } from '../config/config.ts'
import { macrosOf } from '../config/math.ts'
import type { Html, Site } from '../model.ts'
import { subtitleOf } from '../pages/view.ts'
import { lazily } from '../text/lazily.ts'
import type { Markdown } from './memory.ts'

export interface Titles {
  /** To be awaited before the first page is made: formulas need something loaded. */
  readonly ready: () => Promise<void>
  readonly write: (title: string) => Html
}

export function makeTitles({ posts, pages }: Site, config: Config, markdown: Markdown): Titles {
  const macros = macrosOf(config, {})
  const all = [...posts, ...pages].flatMap(entry => [entry.title, subtitleOf(entry)])
  return {
    ready: lazily(() => markdown.prepareTitles(all, macros)),
    write: title => markdown.writeTitle(title, macros),
  }
}
