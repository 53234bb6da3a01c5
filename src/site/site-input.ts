// Everything that a site is made from: plain values, read once, which a test can write down and another thread can be given.

import type { Config } from '../config/config.ts'
import type { DataMap, Source, TemplateFile } from '../model.ts'

export interface SiteInput {
  readonly config: Config
  readonly sources: readonly Source[]
  readonly templates: readonly TemplateFile[]
  /** Files of the site's `templates` folder, and of the default theme where the site has none of that name. */
  readonly themeFiles: readonly ThemeFile[]
  /** The style sheet and fonts for formulas, which are part of a site that may have any. */
  readonly mathFiles: readonly ThemeFile[]
  /** The layouts of a Jekyll site that has its own look; none for a site in ours. */
  readonly layouts: readonly TemplateFile[]
  /** Texts of `_sass`, and of all other style sheets that may be imported, by path below the site's folder. */
  readonly sheets: ReadonlyMap<string, string>
  /** Texts of `_includes`, by their path below it. */
  readonly includes: ReadonlyMap<string, string>
  /** Texts of other files that are included from beside a text, by path. */
  readonly parts: ReadonlyMap<string, string>
  /** Bibliographies (`.bib`) and their styles (`.csl`); none for a site in its own look. */
  readonly bibliographies: readonly Source[]
  /** What the files of `_data` hold. */
  readonly data: DataMap
}

export interface ThemeFile {
  readonly source: Source
  /** Where it is on the disk. */
  readonly place: string
  /** Of a script: the hash of its bytes, as the integrity attribute wants it. */
  readonly integrity?: string
  /** A name that tells its content, in the same folder, if it is published under one besides its own. */
  readonly contentName?: string
  /** The page of a PDF file in `posts` that it is a picture of. */
  readonly shows?: string
}
