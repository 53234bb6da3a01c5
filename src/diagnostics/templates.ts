// Templates, layouts and the look of a site.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { didYouMean, error, hint, warning } from './severity.ts'

export const olderTemplate = (place: Place, version: number, now: number): Diagnostic =>
  warning(
    'template/older',
    place,
    `This stands beside version ${now} of the theme's template and was made for version ${version}`,
    `compare the two, take over what has changed, and set its first line to <%/* version ${now} */%>; or delete yours`,
  )

/** From what Liquid has to say of it. */
export const brokenLayout = ({ message, file, position }: Diagnostic): Diagnostic =>
  error(
    'template/error',
    file && { file, ...(position && { position }) },
    message,
    'correct the layout, or put {% raw %} and {% endraw %} around what is no Liquid',
  )

export const misnamedTemplate = (place: Place, near: string): Diagnostic =>
  warning('template/unused', place, 'No page uses this template', `did you mean ${near}.eta? Otherwise name it as layout in a post`)

export const unknownField = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'template/field',
    place,
    `No template is given ${name}, so nothing is printed there`,
    didYouMean(near, 'the reference lists what a template receives'),
  )

export const bareClass = (place: Place, name: string): Diagnostic =>
  hint(
    'template/bare-class',
    place,
    `No style sheet and no script knows the class ${name}; the theme may have had it under that name before`,
    'compare this copy with the template that the theme has now, or dress the class in templates/assets/custom.css',
  )

export const replacedSheet = (place: Place): Diagnostic =>
  warning(
    'template/sheet',
    place,
    'This takes the place of the whole style sheet of the theme, and is much smaller',
    'call it templates/assets/custom.css, and it is added to the theme’s',
  )

export const unknownLayout = (place: Place, layout: string, used: string, near: string | undefined): Diagnostic =>
  error(
    'template/unknown',
    place,
    `There is no template ${layout}.eta that could show this ${used}`,
    didYouMean(near, `add templates/${layout}.eta, or take the line out: ${used} is the template then`),
  )

export const foreignLayout = (place: Place, layout: string, used: string, near: string | undefined): Diagnostic =>
  warning(
    'template/foreign',
    place,
    `There is no template ${layout}.eta; ${used} is used`,
    didYouMean(near, `add templates/${layout}.eta, or set layout: ${used}`),
  )

export const missingLayout = (place: Place, layout: string, near: string | undefined): Diagnostic =>
  warning(
    'layout/unknown',
    place,
    `There is no layout ${layout}; the text stands alone`,
    didYouMean(near, `add _layouts/${layout}.html, or set layout: none`),
  )

export const templateError = (place: Place, problem: string, page: string): Diagnostic =>
  error('template/error', place, `The template fails on ${page}: ${problem}`, templateMend(problem))

function templateMend(problem: string): string {
  const field = /of (?:undefined|null) \(reading '(\w+)'\)/.exec(problem)?.[1]
  if (field !== undefined) return `what stands before .${field} is not there on this page; ask for it with if, or write ?.${field}`
  if (problem.endsWith('is not a function')) return 'correct its name; the reference lists the functions that a template may call'
  return 'the reference lists what a template receives'
}
