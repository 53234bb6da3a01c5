// jekyll-last-modified-at: each text is told when its file was last changed, by git if it knows the file: `page.last_modified_at`, and the tag
// `{% last_modified_at %d.%m.%Y %}`.

import type { Data, Source } from '../../model.ts'
import { strftime } from '../../text/strftime.ts'
import type { PluginPage, PluginSite } from '../plugin-data.ts'
import { at, printed } from '../values.ts'

/** Milliseconds since 1970, in whole seconds. */
export function lastModified({ committed, modified }: Pick<Source, 'committed' | 'modified'>): number {
  return Math.floor((committed ?? modified) / 1000) * 1000
}

/** Whether the date is told in place of what the front matter says: a document keeps its own. */
export function isToldAnew(written: Data | undefined, isDocument: boolean): boolean {
  return !isDocument || (written ?? null) === null
}

/** Where the site does not name the plugin, the date is that of the front matter. */
export function lastModifiedTag(format: string, { changed, modified }: PluginPage, { config }: PluginSite): string {
  const moment = changed ?? modified
  return moment === undefined ? '' : strftime(moment, format.trim() || printed(at(config, 'last-modified-at', 'date-format')) || '%d-%b-%y')
}
