// An address that stands alone is a link, as in GitHub's Markdown; one without a scheme is not.

import type { MarkdownIt } from 'markdown-it'

export function bareLinks(markdown: MarkdownIt): void {
  markdown.set({ linkify: true })
}
