// What stands behind `include`: the name of a file, which may be made of variables, and parameters.

import type { Evaluate, Run } from '../nouns.ts'
import { settled } from '../running/run.ts'
import { readExpression } from './expression.ts'

export interface IncludeMarkup {
  /** The name as it is written; with braces it has to be filled first. */
  readonly file: string
  /** Undefined without any, so that those of the include around stay in sight. */
  readonly parameters: readonly (readonly [name: string, value: Evaluate])[] | undefined
  /** The parameters are written as they must be. */
  readonly isValid: boolean
}

const parameter = `([\\w-]+)\\s*=\\s*(?:"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"|'([^'\\\\]*(?:\\\\.[^'\\\\]*)*)'|([\\w.-]+))`
const whole = new RegExp(`^\\s*(?:${parameter}(?=\\s|$)\\s*)*$`, 's')
const each = new RegExp(parameter, 'gs')
const variableFile = /^([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*?)?\}\}[^\s{}]*)+)(.*)$/s

export function readInclude(written: string): IncludeMarkup {
  const markup = written.trim()
  const [, file = '', rest = ''] = variableFile.exec(markup) ?? /^(\S*)\s*([\s\S]*)$/.exec(markup) ?? []
  const given = rest.trim()
  const parameters = [...given.matchAll(each)].map(
    ([, name = '', double, single, variable = '']) => [name, parameterOf(double, single, variable)] as const,
  )
  return { file: file.trim(), parameters: given === '' ? undefined : parameters, isValid: whole.test(given) }
}

function parameterOf(double: string | undefined, single: string | undefined, variable: string): Evaluate {
  const text = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'")
  return text === undefined ? readExpression(variable) : () => text
}

export function valuesOf(run: Run, parameters: NonNullable<IncludeMarkup['parameters']>): Record<string, unknown> {
  return Object.fromEntries(parameters.map(([name, value]) => [name, settled(run, value(run))]))
}
