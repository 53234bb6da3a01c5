// `{% post_url 2024-01-31-title %}` and `{% link _posts/2024-01-31-title.md %}`: addresses by the names of files.

import type { Context, Emitter, TagToken } from 'liquidjs'
import type { Diagnostic } from '../../diagnostic.ts'
import { missingTarget } from '../../diagnostics.ts'
import { sourcePath } from '../../model.ts'
import { fileKey, type LiquidSite, reportKey } from '../site.ts'
import type { LiquidTag } from '../tag.ts'

interface Target {
  target: string
}

export function postUrl({ config, postAddress }: LiquidSite): LiquidTag<Target> {
  return addressTag('post_url', config.baseurl, postAddress)
}

export function link({ config, fileAddress }: LiquidSite): LiquidTag<Target> {
  return addressTag('link', config.baseurl, path => fileAddress(path.replace(/^\//, '')))
}

// A target that is missing would stop Jekyll; here it is told, and the link leads where it was written to.
function addressTag(name: string, baseurl: string, find: (target: string) => string | undefined): LiquidTag<Target> {
  return {
    parse(token: TagToken) {
      this.target = token.args.trim()
    },
    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const target = this.target.includes('{{') ? String(yield this.liquid.parseAndRender(this.target, context.getAll())) : this.target
      const address = find(target)
      if (address === undefined) {
        const report = context.getSync([reportKey]) as (diagnostic: Diagnostic) => void
        report(missingTarget({ file: sourcePath(String(context.getSync([fileKey]))) }, name, target))
      }
      emitter.write(baseurl + (address ?? `/${target.replace(/^\//, '')}`))
    },
  }
}
