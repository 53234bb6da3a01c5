// `{% include_relative part.md %}`: a file beside the post, put in its place. It may use Liquid too.

import type { Context, Emitter, TagToken } from 'liquidjs'
import type { Diagnostic } from '../../diagnostic.ts'
import { missingTarget } from '../../diagnostics.ts'
import { sourcePath } from '../../model.ts'
import { folderOf, joinPath } from '../../text/url.ts'
import { fileKey, type LiquidSite, reportKey } from '../site.ts'
import type { LiquidTag } from '../tag.ts'

interface Target {
  target: string
}

export function includeRelative({ textOf }: LiquidSite): LiquidTag<Target> {
  return {
    parse(token: TagToken) {
      this.target = token.args.trim().split(/\s+/)[0] ?? ''
    },
    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const file = sourcePath(String(context.getSync([fileKey])))
      const text = textOf(joinPath(folderOf(file), this.target))
      if (text === undefined) {
        const report = context.getSync([reportKey]) as (diagnostic: Diagnostic) => void
        report(missingTarget({ file }, 'include_relative', this.target))
        return
      }
      emitter.write(String(yield this.liquid.parseAndRender(text, context.getAll())))
    },
  }
}
