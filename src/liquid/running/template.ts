// Templates within a template: includes, and names that are made of variables.

import type { Diagnostic, Place } from '../../diagnostic.ts'
import { liquidFails, unknownFilter, unknownTag } from '../../diagnostics/texts.ts'
import { nearest } from '../../text/nearest.ts'
import type { Engine, Problem, Run, Template } from '../nouns.ts'
import { parseTemplate } from '../reading/parser.ts'
import { renderBody } from './body.ts'
import { captured, hasRoom, report, spend, whereInside } from './run.ts'

/** A text that was read once is not read again. */
export function templateOf(text: string, engine: Engine): Template {
  const known = engine.templates.get(text)
  if (known !== undefined) return known
  const template = parseTemplate(text, engine)
  engine.templates.set(text, template)
  return template
}

// As much as so many turns of a loop that does nothing.
const includeCost = 100

/** Renders the text of another file in its place; what is wrong in it is told at the tag that asked for it. */
export function renderFile(run: Run, file: string, text: string): void {
  const template = templateOf(text, run.engine)
  const frame = { file, text, at: 0, length: 1 }
  run.frames.push(frame)
  if (hasRoom(run) && spend(run, includeCost)) {
    for (const problem of template.problems) {
      frame.at = problem.at
      report(run, place => diagnosticOf(problem, run.engine, place, whereInside(run)))
    }
    renderBody(run, template.body)
  }
  run.frames.pop()
}

/** The markup with its variables filled in. */
export function filled(run: Run, markup: string): string {
  if (!markup.includes('{')) return markup
  const frame = run.frames.at(-1)
  const { at = 0, length = 1 } = frame ?? {}
  const text = captured(run, () => renderBody(run, templateOf(markup, run.engine).body))
  if (frame !== undefined) Object.assign(frame, { at, length })
  return text
}

/** `where` names the place in an include. */
export function diagnosticOf({ kind, text }: Problem, { tags, filters }: Engine, place: Place, where = ''): Diagnostic {
  if (kind === 'unknown tag') return unknownTag(place, text, nearest(text, [...tags.keys()]), where)
  if (kind === 'unknown filter') return unknownFilter(place, text, nearest(text, [...filters.keys()]), where)
  return liquidFails(place, text + where)
}
