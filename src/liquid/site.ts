// What tags and filters can ask of the site.

import type { Config } from '../config/config.ts'
import type { Highlighter } from '../markdown/highlighter.ts'
import type { LiquidData } from './context.ts'

export interface LiquidSite {
  readonly config: Config
  readonly site: LiquidData
  readonly highlighter: Highlighter
  /** The texts of `_includes`, by their path below it. */
  readonly includes: ReadonlyMap<string, string>
  /** The text of a file of the site, for `include_relative`. */
  readonly textOf: (path: string) => string | undefined
  /** The address of a post by the name that `post_url` gives, without `baseurl`. */
  readonly postAddress: (name: string) => string | undefined
  /** The address of a file by its path, without `baseurl`. */
  readonly fileAddress: (path: string) => string | undefined
  /** Renders Markdown, for the filter `markdownify`. */
  readonly markdownify: (text: string) => Promise<string>
}

/** Where tags find the way to complain, and the file they stand in, among the values of a text. */
export const reportKey = '__report'
export const fileKey = '__file'
