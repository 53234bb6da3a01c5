// What is made of a file by its ending: Markdown becomes HTML, Sass becomes CSS, everything else stays what it is (Jekyll's converters).

import type { Config } from '../config/config.ts'
import type { Entry } from '../model.ts'
import { extensionOf } from '../text/url.ts'

export function formatOf(path: string, { markdown_ext }: Pick<Config, 'markdown_ext'>): Entry['format'] {
  const extension = extensionOf(path).slice(1).toLowerCase()
  if (markdown_ext.split(',').some(known => known.trim() === extension)) return 'markdown'
  return extension === 'scss' || extension === 'sass' ? 'sass' : 'html'
}

/** The ending of the file that is made. */
export function outputExtension(path: string, config: Pick<Config, 'markdown_ext'>): string {
  const format = formatOf(path, config)
  return format === 'markdown' ? '.html' : format === 'sass' ? '.css' : extensionOf(path)
}
