// An address that stands alone is a link, as in GitHub's Markdown; one without a scheme is not.

import type { Extension } from '../extension.ts'

export const bareLinks: Extension = {
  name: 'bare links',
  read: { commonmark: markdown => void markdown.set({ linkify: true }) },
}
