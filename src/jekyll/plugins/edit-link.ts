// jekyll-github-metadata's tag: `{% github_edit_link %}`, the address where a page is edited on GitHub, `{% github_edit_link "Edit" %}` a link there.

import { escapeHtml } from '../../text/escape.ts'
import { encodePath } from '../../text/url.ts'

/** `markup` is what stands in the tag, with its Liquid run; `lookUp` gives the value of a variable by its path. */
export function editLink(markup: string, lookUp: (path: string) => string | undefined): string {
  const parts = ['repository_url', 'source.branch', 'source.path'].map(name => lookUp(`site.github.${name}`))
  const [repository, branch, folder] = parts.map(part => part?.replace(/^\/|\/$/g, ''))
  const path = lookUp('page.path')
  if (repository === undefined || branch === undefined || folder === undefined || path === undefined) return ''
  const address = [repository, 'edit', branch, ...(folder === '' ? [] : [folder]), encodePath(path)].join('/')
  const words = /"(.*)"|'(.*)'/.exec(markup)
  return words === null ? address : `<a href="${escapeHtml(address)}">${words[1] ?? words[2] ?? ''}</a>`
}
