// THE LIST of tags: Liquid's own, then Jekyll's and those of its plugins.

import type { ReadTag } from './nouns.ts'
import { assign, capture } from './tags/assign.ts'
import { caseTag } from './tags/case.ts'
import { comment, inlineComment, liquid, raw } from './tags/comment.ts'
import { cycle, decrement, echo, ifchanged, increment } from './tags/cycle.ts'
import { breakTag, continueTag, forTag } from './tags/for.ts'
import { gist } from './tags/gist.ts'
import { highlight } from './tags/highlight.ts'
import { ifTag, unless } from './tags/if.ts'
import { include, includeCached, includeRelative } from './tags/include.ts'
import { link, postUrl } from './tags/links.ts'
import { tablerow } from './tags/tablerow.ts'

export const tags: ReadonlyMap<string, ReadTag> = new Map<string, ReadTag>([
  ['assign', assign],
  ['break', breakTag],
  ['capture', capture],
  ['case', caseTag],
  ['comment', comment],
  ['#', inlineComment],
  ['continue', continueTag],
  ['cycle', cycle],
  ['decrement', decrement],
  ['echo', echo],
  ['for', forTag],
  ['if', ifTag],
  ['ifchanged', ifchanged],
  ['increment', increment],
  ['liquid', liquid],
  ['raw', raw],
  ['tablerow', tablerow],
  ['unless', unless],
  ['gist', gist],
  ['highlight', highlight],
  ['include', include],
  ['include_cached', includeCached],
  ['include_relative', includeRelative],
  ['link', link],
  ['post_url', postUrl],
])
