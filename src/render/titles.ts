// Titles and subtitles, those of courses and planned lectures too, as HTML, their formulas set.

import type { Frame } from '../body.ts'
import type { Config } from '../config/config.ts'
import { macrosOf } from '../config/math.ts'
import type { Course } from '../course/course.ts'
import type { Html, Site } from '../model.ts'
import { subtitleOf } from '../pages/view.ts'
import { lazily } from '../text/lazily.ts'
import type { Markdown } from './memory.ts'

export interface Titles {
  /** To be awaited before the first page is made: formulas need something loaded. */
  readonly ready: () => Promise<void>
  readonly write: (title: string, dress?: Frame['dress']) => Html
}

export function makeTitles({ posts, pages }: Site, courses: readonly Course[], config: Config, markdown: Markdown): Titles {
  const macros = macrosOf(config, {})
  const ofEntries = [...posts, ...pages].flatMap(entry => [entry.title, subtitleOf(entry)])
  const all = [...ofEntries, ...courses.flatMap(({ name, lectures }) => [name, ...lectures.map(({ subject }) => subject)])]
  return {
    ready: lazily(() => markdown.prepareTitles(all, macros)),
    write: (title, dress = 'page') => markdown.writeTitle(title, macros, dress),
  }
}
