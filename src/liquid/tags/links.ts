// `{% post_url 2024-01-31-title %}` and `{% link _posts/2024-01-31-title.md %}`: addresses by the names of files.

import { missingTarget } from '../../diagnostics/texts.ts'
import { relativeUrl } from '../filters/addresses.ts'
import type { ReadTag } from '../nouns.ts'
import { report } from '../running/run.ts'
import { filled } from '../running/template.ts'
import type { LiquidSite } from '../site.ts'

export const postUrl: ReadTag = addressTag('post_url', (site, target) => site.postAddress(target))
export const link: ReadTag = addressTag('link', (site, target) => site.fileAddress(target.replace(/^\//, '')))

// A target that is missing would stop Jekyll; here it is told, and the link leads where it was written to.
function addressTag(name: string, find: (site: LiquidSite, target: string) => string | undefined): ReadTag {
  return ({ markup }) => ({
    render: run => {
      const { site } = run.engine
      const target = filled(run, markup.trim())
      const address = find(site, target)
      if (address === undefined) report(run, place => missingTarget(place, name, target))
      run.out += relativeUrl(address ?? `/${target.replace(/^\//, '')}`, site.config.baseurl)
    },
  })
}
