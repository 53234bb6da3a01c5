// jekyll-default-layout: a layout for Markdown files that ask for none.

export interface LaidOut {
  readonly url: string
  /** A document of a collection other than the posts gets none. */
  readonly kind: 'page' | 'post'
}

/** Undefined where the site has no layout that fits. A file that says `layout:`, even with nothing behind it, is not asked about. */
export function defaultLayout({ url, kind }: LaidOut, layouts: ReadonlySet<string>): string | undefined {
  return [...(url === '/' ? ['home'] : []), kind, 'default'].find(layout => layouts.has(layout))
}
