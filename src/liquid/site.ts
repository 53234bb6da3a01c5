// What tags and filters can ask of the site.

import type { Frame } from '../body.ts'
import type { Config } from '../config/config.ts'
import type { Checked } from '../diagnostic.ts'
import type { Highlighter } from '../markdown/highlighter.ts'
import type { Moment } from '../text/dates.ts'
import type { LiquidData } from './context.ts'

/** A text made of another, at once or when it is ready. The same text is asked for once. */
export type Convert = (text: string) => string | Promise<string>

/** The same where the text may be wrong. */
export type Compile = (text: string) => Promise<Checked<string>>

export interface LiquidSite {
  readonly config: Config
  /** `site` in templates. A field that is a promise is waited for when a template asks for it. */
  readonly site: LiquidData
  /** When the build began: `'now' | date`. */
  readonly now: Moment
  /** `jekyll.environment`. */
  readonly environment: string
  readonly highlighter: Highlighter
  /** Elements and classes of highlighted code: ours, or those that themes of Jekyll know. */
  readonly codeMarkup: Frame['codeMarkup']
  /** The texts of `_includes`, by their path below it. */
  readonly includes: ReadonlyMap<string, string>
  /** The text of a file of the site, for `include_relative`. */
  readonly textOf: (path: string) => string | undefined
  /** The address of a post by the name that `post_url` gives, without `baseurl`. */
  readonly postAddress: (name: string) => string | undefined
  /** The address of a file by its path, without `baseurl`. */
  readonly fileAddress: (path: string) => string | undefined
  readonly markdownify: Convert
  readonly smartify: Convert
  readonly sassify: Compile
  readonly scssify: Compile
  readonly plugins?: LiquidPlugins
}

/** What plugins add to the language. */
export interface LiquidPlugins {
  readonly tags: ReadonlyMap<string, WriteTag>
  readonly filters: ReadonlyMap<string, (input: string, subject: object | undefined) => string>
}

/** Writes for what stands in a tag behind its name, its Liquid run. The same words about the same thing are asked for once. */
export type WriteTag = (markup: string, call: TagCall) => string | Promise<string>

export interface TagCall {
  /** The entry whose page is rendered. */
  readonly subject: object | undefined
  /** The value of a variable by its path, as text. */
  readonly lookUp: (path: string) => string | undefined
}
