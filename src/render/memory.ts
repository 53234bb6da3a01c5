// What one loading of a site may leave to the next. Its laws:
// - values are immutable, and a changed file is a new value, so nothing that is found can be stale;
// - a result depends on its value and on what the memory was made for (the configuration, the names of the templates) alone;
// - nothing else is kept: what is quick is done again.

import type { Config } from '../config/config.ts'
import type { Checked } from '../diagnostic.ts'
import type { Highlighter } from '../markdown/highlighter.ts'
import type { RenderBody } from '../markdown/render-body.ts'
import type { Entry, Rendered, Source } from '../model.ts'
import { makeRelatedMemory, type RelatedMemory } from '../pages/related.ts'
import type { TemplateFile, Templates } from '../templates/engine.ts'
import { type Remembered, remembered } from '../text/remembered.ts'

export interface SiteMemory extends RelatedMemory {
  readonly parsed: Remembered<Source, Checked<Entry | undefined>>
  /** Bodies without Liquid, before their links are resolved: with it they would depend on the whole site. */
  readonly rendered: Remembered<Entry, Promise<Checked<Rendered>>>
  /** Templates, compiled as they are used. */
  readonly templates: Remembered<readonly TemplateFile[], Templates>
  /** Markdown and the grammars that it has loaded. */
  readonly markdown: Remembered<Config, { readonly renderBody: RenderBody; readonly highlighter: Highlighter }>
}

export function makeMemory(): SiteMemory {
  return { parsed: remembered(), rendered: remembered(), templates: remembered(), markdown: remembered(), ...makeRelatedMemory() }
}

/** For a site that is loaded once: what only another loading would ask for is not kept. */
export function makeShortMemory(): SiteMemory {
  return { ...makeMemory(), parsed: (_source, make) => make(), rendered: (_entry, make) => make() }
}
