// What the server and the browser's script say to each other; types only, since the two never meet in one program.

import type { Diagnostic } from '../../diagnostic.ts'
import type { PageReport } from '../page-report.ts'

export interface Report {
  readonly version: string
  readonly problems: readonly Diagnostic[]
  /** Undefined for a page that no author wrote. */
  readonly page?: PageReport
}
