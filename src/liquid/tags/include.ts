// `{% include JB/setup text="…" %}`, `{% include_cached %}` and `{% include_relative part.md %}`: another file in its place.

import { missingTarget } from '../../diagnostics/texts.ts'
import { folderOf, joinPath } from '../../text/url.ts'
import type { ReadTag, Run, Turn } from '../nouns.ts'
import { protect } from '../protect.ts'
import { type IncludeMarkup, readInclude, valuesOf } from '../reading/parameters.ts'
import { captured, fail, find, report, within } from '../running/run.ts'
import { filled, renderFile } from '../running/template.ts'
import { isHash } from '../values/kinds.ts'
import { field } from '../values/property.ts'
import { inspect } from '../values/text.ts'

interface Included {
  readonly path: string
  readonly text: string
}

type Locate = (run: Run, name: string) => Included | undefined

export const include: ReadTag = token => {
  const markup = readInclude(token.markup)
  return {
    render: run => {
      const file = locate(run, markup, 'include', ofFolder)
      if (file !== undefined) withParameters(run, parametersOf(run, markup), () => renderFile(run, file.path, file.text))
    },
  }
}

/**
 * Remembers what it wrote for the same parameters, on whatever page. A text that takes another turn does anew what it did in the one before: an
 * include may set variables.
 */
export const includeCached: ReadTag = token => {
  const markup = readInclude(token.markup)
  return {
    render: run => {
      const file = locate(run, markup, 'include_cached', ofFolder)
      if (file === undefined) return
      const parameters = parametersOf(run, markup)
      const key = `${file.path}\n${Object.entries(parameters ?? {}).map(([name, value]) => `${name}=${identityOf(run, value)}`)}`
      const pending = run.pending.length
      const known = run.engine.cached.get(key)
      if (known !== undefined && !isOfEarlierTurn(known.turn, run)) {
        run.out += known.text
        return
      }
      const text = captured(run, () => withParameters(run, parameters, () => renderFile(run, file.path, file.text)))
      run.out += text
      if (run.pending.length === pending && run.interrupt === undefined) run.engine.cached.set(key, { text, turn: run.turn })
    },
  }
}

function isOfEarlierTurn(turn: Turn, { turn: now }: Run): boolean {
  return turn !== now && turn.of === now.of
}

export const includeRelative: ReadTag = token => {
  const markup = readInclude(token.markup)
  return {
    render: run => {
      const file = locate(run, markup, 'include_relative', beside)
      if (file === undefined) return
      const text = run.isMarkdown ? protect(file.text) : file.text
      withParameters(run, parametersOf(run, markup), () => renderFile(run, file.path, text))
    },
  }
}

function locate(run: Run, { file, isValid }: IncludeMarkup, tag: string, find: Locate): Included | undefined {
  const name = filled(run, file)
  if (!isValid) fail(run, `the parameters of ${tag} must be written as name="value" or name=variable`)
  if (/[./]{2,}/.test(name) || !/^[\w/.\-()+~#@ ]+$/.test(name)) return fail(run, `${tag} cannot take ${inspect(name)} for a file name`)
  const found = find(run, name)
  if (found === undefined) report(run, place => missingTarget(place, tag, name))
  return found
}

const ofFolder: Locate = ({ engine: { site } }, name) => {
  const text = site.includes.get(name)
  return text === undefined ? undefined : { path: `_includes/${name}`, text }
}

// Beside the page, also where an include or a layout asks.
const beside: Locate = (run, name) => {
  const page = field(find(run, 'page'), 'path')
  const author = run.frames[0]?.file ?? ''
  for (const of of [page, author]) {
    if (typeof of !== 'string') continue
    const path = joinPath(folderOf(of.replace(/\/#excerpt$/, '')), name)
    const text = run.engine.site.textOf(path)
    if (text !== undefined) return { path, text }
  }
  return undefined
}

function parametersOf(run: Run, { parameters }: IncludeMarkup): Record<string, unknown> | undefined {
  return parameters && valuesOf(run, parameters)
}

function withParameters(run: Run, parameters: Record<string, unknown> | undefined, render: () => void): void {
  within(run, new Map(parameters === undefined ? [] : [['include', parameters]]), render)
}

// Posts and the like are told apart as the things they are: what they hold does not change while a site is built.
function identityOf({ engine: { identities } }: Run, value: unknown): string {
  if (!isHash(value) && !Array.isArray(value)) return inspect(value)
  const known = identities.get(value) ?? nextIdentity(identities)
  identities.set(value, known)
  return `#${known}`
}

const counterOf = {}

function nextIdentity(identities: WeakMap<object, number>): number {
  const next = (identities.get(counterOf) ?? 0) + 1
  identities.set(counterOf, next)
  return next
}
