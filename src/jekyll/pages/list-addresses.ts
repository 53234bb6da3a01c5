// Where the pages of a list stand, by the rules of jekyll-paginate-v2.

import type { DataMap, StandalonePage } from '../../model.ts'
import { folderOf } from '../../text/url.ts'
import { printed } from '../values.ts'

export interface ListAddresses {
  /** The address of a page, with the name of its file. */
  readonly url: (page: number) => string
  /** What a page calls itself, and a trail each page: the address, unless that lacks an ending. */
  readonly path: (page: number) => string
  /** What the other pages call the first one, and any later one. */
  readonly first: string
  readonly later: (page: number) => string
  /** What the plugin calls the files of all its pages. */
  readonly fileName: string
}

export function listAddresses({ data, permalink }: StandalonePage, settings: DataMap, total: number): ListAddresses {
  const [index = ''] = printed(settings['indexpage']).split('.')
  const extension = printed(settings['extension']).replace(/^(?=[^.])/, '.')
  const folder = permalink.endsWith('/') ? permalink : folderOf(permalink)
  const own = `${printed(data['permalink']) || folder}/`.replace(/\/+$/, '/')
  const others = `${own}${printed(settings['permalink']).replace(/^\/+/, '')}`
  const called = (url: string): string => (index === '' ? url : whole(url, index, extension))
  const path = (page: number): string => numbered(whole(page === 1 ? own : others, index || 'index', extension || '.html'), page, total)
  const ended = (path: string): string => (path.endsWith('/') || path.endsWith(extension) ? path : path + extension)
  return {
    url: page => ended(path(page)),
    path,
    first: numbered(called(own), 1, total),
    later: page => numbered(called(others), page, total),
    fileName: index + extension,
  }
}

// The name of a file behind a slash, and behind what has no dot.
function whole(url: string, index: string, extension: string): string {
  if (url.endsWith('/')) return url + index + extension
  return url.includes('.') ? url : url + index
}

/** `:num` and `:max` filled. */
export function numbered(text: string, page: number, total: number): string {
  return text.replace(':num', String(page)).replace(':max', String(total))
}
