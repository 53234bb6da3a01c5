// The complaint about a text that is nested too deeply, for both dialects.

import { nestedTooDeeply } from '../diagnostics/texts.ts'
import { below, positionOfRest } from '../text/position.ts'
import type { MarkdownEnv } from './env.ts'
import { deepest } from './nesting.ts'

/** `line` counts from 0 within the body; `rest` is what stands on it from there on. */
export function complainOfDepth(env: MarkdownEnv, line: number, rest: string): void {
  const position = below(positionOfRest(env.body, line + 1, rest), env.bodyLine)
  env.diagnostics.push(nestedTooDeeply({ file: env.file, position }, deepest))
}
