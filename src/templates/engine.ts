// Templates by Eta. The only file that imports eta, whose traps are:
// - only compiled with `debug` does an error know its line, and that costs time on every tag, so a template is compiled
//   without, and a second time with it when something went wrong;
// - a mistake in the JavaScript of a tag has no line at all; V8 is asked where it stands in the compiled function;
// - data must never reach its options (CVE-2022-25967), so a template gets one object and options are never passed.

import { Script } from 'node:vm'
import { Eta } from 'eta/core'
import type { Diagnostic, Place } from '../diagnostic.ts'
import { templateError } from '../diagnostics/templates.ts'
import { type Html, html, sourcePath, type TemplateFile } from '../model.ts'
import { escapeHtml } from '../text/escape.ts'
import { nearest } from '../text/nearest.ts'
import { positionOnLine } from '../text/position.ts'
import { type Outside, outsideNames, watchOutside } from './outside.ts'

export interface Templates {
  readonly names: ReadonlySet<string>
  /** Fills a template; `page` names the page in a diagnostic. */
  readonly fill: (name: string, data: object, page: string) => FilledTemplate | Diagnostic
}

export interface FilledTemplate {
  readonly html: Html
  /** False where the template asked for the time or for chance, so that the same data may give another page. */
  readonly isRepeatable: boolean
}

export function makeTemplates(files: readonly TemplateFile[]): Templates {
  const byName = new Map(files.map(file => [file.name, file]))
  let isRepeatable = true
  const outside = watchOutside(() => {
    isRepeatable = false
  })
  const fast = makeEta(byName, false, outside)
  return {
    names: new Set(byName.keys()),
    fill: (name, data, page) => {
      isRepeatable = true
      try {
        return { html: html(fast.render(name, data)), isRepeatable }
      } catch (error) {
        return diagnose(byName, name, data, page, error)
      }
    },
  }
}

class MissingTemplate extends Error {}

function makeEta(byName: ReadonlyMap<string, TemplateFile>, debug: boolean, outside: Outside = globalThis): Eta {
  // Undefined and null print as nothing: a key that a post lacks is no reason to show a reader the word "undefined".
  const eta = new Eta({
    cache: true,
    debug,
    functionHeader: `const {${outsideNames.join(',')}} = this.outside;`,
    escapeFunction: value => (value === undefined || value === null ? '' : escapeHtml(String(value))),
  })
  Object.assign(eta, { outside })
  eta.resolvePath = name => name.replace(/^\.?\//, '').replace(/\.eta$/, '')
  eta.readFile = name => {
    const file = byName.get(name)
    if (!file) throw new MissingTemplate(name)
    return file.text
  }
  return eta
}

function diagnose(byName: ReadonlyMap<string, TemplateFile>, name: string, data: object, page: string, original: unknown): Diagnostic {
  const [failure, chain] = rerun(byName, name, data, original)
  if (failure instanceof MissingTemplate) {
    const near = nearest(failure.message, byName.keys())
    return templateError(
      placeOf(byName, chain ?? { name, line: 1 }, failure.message),
      `there is no template ${failure.message}${near === undefined ? '' : `; did you mean ${near}?`}`,
      page,
    )
  }
  if (chain) return templateError(placeOf(byName, chain, culpritIn(messageOf(failure))), messageOf(failure), page)
  const broken = [...byName.values()].map(syntaxError).find(found => found !== undefined)
  return broken
    ? templateError(placeOf(byName, broken), broken.message, page)
    : templateError(placeOf(byName, { name, line: 1 }), messageOf(failure), page)
}

interface TemplateLine {
  readonly name: string
  readonly line: number
}

// Runs it again with line numbers on. Each template on the way wraps the error of the one it includes; the innermost is meant.
function rerun(
  byName: ReadonlyMap<string, TemplateFile>,
  name: string,
  data: object,
  original: unknown,
): [unknown, TemplateLine | undefined] {
  try {
    makeEta(byName, true).render(name, data)
    return [original, undefined]
  } catch (error) {
    let failure: unknown = error
    let chain: TemplateLine | undefined
    for (let match = lineIn(failure); match; match = lineIn(failure)) {
      chain = match
      failure = (failure as Error).cause
    }
    return [failure, chain]
  }
}

function lineIn(error: unknown): TemplateLine | undefined {
  const match = error instanceof Error && error.cause !== undefined ? /^(.+):(\d+)\n/.exec(error.message) : null
  return match?.[1] === undefined ? undefined : { name: match[1], line: Number(match[2]) }
}

function messageOf(error: unknown): string {
  return error instanceof RangeError
    ? 'it includes itself without end'
    : error instanceof Error
      ? (error.message.split('\n')[0] ?? '')
      : String(error)
}

function placeOf(byName: ReadonlyMap<string, TemplateFile>, { name, line }: TemplateLine, needle = ''): Place {
  const file = byName.get(name)
  return { file: sourcePath(file?.path ?? name), position: positionOnLine(file?.text ?? '', line, needle) }
}

// The words of the line that an error speaks of.
function culpritIn(problem: string): string {
  const [, read, called] = /\(reading '(\w+)'\)|^([\w.]+) is not a function/.exec(problem) ?? []
  return called ?? (read === undefined ? '' : `.${read}`)
}

function syntaxError(file: TemplateFile): (TemplateLine & { readonly message: string }) | undefined {
  const eta = new Eta({ debug: true })
  let code: string
  try {
    code = eta.compileToString(file.text)
  } catch (error) {
    const line = /at line (\d+)/.exec(String(error))?.[1]
    return { name: file.name, line: Number(line ?? 1), message: messageOf(error).replace(/ at line .*/, '') }
  }
  try {
    new Script(`(function (it, options) {\n${code}\n})`, { filename: 'template' })
    return undefined
  } catch (error) {
    const failed = Number(/^template:(\d+)/.exec((error as Error).stack ?? '')?.[1] ?? 1)
    const before = code
      .split('\n')
      .slice(0, Math.max(0, failed - 1))
      .join('\n')
    return {
      name: file.name,
      line: Number([...before.matchAll(/__eta\.line=(\d+)/g)].at(-1)?.[1] ?? 1),
      message: (error as Error).message,
    }
  }
}
