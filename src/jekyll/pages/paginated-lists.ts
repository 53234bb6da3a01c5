// jekyll-paginate: the list of posts in pages, made by the deepest `index.html` on the way to `paginate_path`.

import { outputPath, type Post, permalink, type StandalonePage } from '../../model.ts'
import { decodePath, folderOf, withSlash } from '../../text/url.ts'
import type { AddedPage, JekyllPageKind, PaginatorOf } from '../page-kind.ts'
import { printed } from '../values.ts'

export const paginatedLists: JekyllPageKind = ({ site, config, has }) => {
  const { paginate } = config.data
  if (!has('jekyll-paginate') || paginate === undefined || paginate === null) return {}
  const path = printed(config.data['paginate_path']) || '/page:num'
  const template = templateFor(path, site.pages)
  const size = Math.trunc(Number(paginate))
  if (template === undefined || !path.includes(':num') || !(size > 0)) return {}
  const posts = site.posts.filter(post => !isTrue(post.data['hidden']))
  const paginators = paginatorsOf(posts, size, path, template)
  return {
    told: paginators.slice(0, 1).map(paginator => [template, { paginator }]),
    pages: paginators.slice(1).map(paginator => laterPage(template, paginator, path)),
  }
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

function templateFor(path: string, pages: readonly StandalonePage[]): StandalonePage | undefined {
  const folder = folderOf(path.replace(/^\/+|\/+$/g, ''))
  const leadsTo = (page: StandalonePage): boolean => {
    const own = folderOf(page.source)
    return own === '' || own === folder || folder.startsWith(`${own}/`)
  }
  return pages
    .filter(page => page.collection === undefined && /(?:^|\/)index\.html$/.test(page.source) && leadsTo(page))
    .toSorted((one, other) => other.source.length - one.source.length)[0]
}

function paginatorsOf(posts: readonly Post[], size: number, path: string, template: StandalonePage): PaginatorOf[] {
  const total = Math.ceil(posts.length / size)
  const pathOf = (number: number): string => (number === 1 ? template.permalink : withSlash(path.replace(':num', String(number))))
  return Array.from({ length: total }, (_, index) => ({
    page: index + 1,
    perPage: size,
    posts: posts.slice(index * size, (index + 1) * size),
    totalPosts: posts.length,
    totalPages: total,
    ...(index > 0 && { previousPath: pathOf(index) }),
    ...(index + 1 < total && { nextPath: pathOf(index + 2) }),
  }))
}

function laterPage(template: StandalonePage, paginator: PaginatorOf, path: string): AddedPage {
  const address = permalink(`${withSlash(path.replace(':num', String(paginator.page)))}/`)
  return {
    entry: { ...template, permalink: address, output: outputPath(decodePath(address)), redirectFrom: [] },
    from: { kind: 'generated', what: `page ${paginator.page} of the posts`, replaceable: true },
    told: { paginator },
  }
}
