// What stands in a text: Markdown, formulas, Liquid.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { didYouMean, error, hint, warning } from './severity.ts'

export const nestedTooDeeply = (place: Place, deepest: number): Diagnostic =>
  error(
    'markdown/too-deep',
    place,
    `Here the text is nested too deeply: what stands within more than ${deepest} elements is not read`,
    'close what is open above, or write it with fewer levels',
  )

export const bodyFails = (place: Place, problem: string): Diagnostic =>
  error('markdown/failed', place, `The text cannot be rendered: ${problem}`, 'please report this with the file: no text should do that')

export const unreadMarkup = (place: Place, name: string, mend: string, isSure: boolean): Diagnostic =>
  (isSure ? warning : hint)('markdown/other-tool', place, `${name} is not read here and stands in the page as it is written`, mend)

export const undefinedNote = (place: Place, label: string, near: string | undefined, isSure: boolean): Diagnostic =>
  (isSure ? warning : hint)(
    'markdown/no-note',
    place,
    `There is no footnote ${label}, so its mark stands in the page as it is written`,
    didYouMean(near && `[^${near}]`, `write the note below, in a line that begins with [^${label}]:`),
  )

export const unclosedBlock = (place: Place, name: string): Diagnostic =>
  warning('blocks/unclosed', place, `This ${name} is not closed, so it goes on to the end of the text`, 'write a line ::: below it')

export const doubleLabel = (place: Place, id: string): Diagnostic =>
  warning(
    'blocks/double-label',
    place,
    `There are two things with the label #${id}`,
    'give this one another; links and references lead to the first',
  )

export const misspeltOption = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning('blocks/option', place, `Nothing here is called ${name}, so it is not read`, didYouMean(near, 'leave it out'))

export const missingReference = (place: Place, label: string, near: string | undefined): Diagnostic =>
  warning(
    'references/missing',
    place,
    label.startsWith('lec-')
      ? `The course has no lecture ${label.slice(4)}, or this text is of no course`
      : `Nothing has the label ${label}, here or in another lecture of the course`,
    near === label
      ? `what stands before {#${label}} is nothing that has a label: a picture is the first in its paragraph, a table has a caption`
      : didYouMean(
          near && `@${near}`,
          label.startsWith('lec-') ? 'write its number, or the name of its file' : `give it to what is meant: {#${label}}`,
        ),
  )

export const unknownBlock = (place: Place, name: string, near: string | undefined, isSure: boolean): Diagnostic =>
  (isSure || near !== undefined ? warning : hint)(
    'blocks/unknown',
    place,
    `There is no block ${name}, so it stands in the page as it is written`,
    didYouMean(near, 'write one of note, theorem, definition, proof, example, exercise, …'),
  )

export const formulaInTable = (place: Place): Diagnostic =>
  warning(
    'math/in-table',
    place,
    'kramdown, as Jekyll reads it, makes a table of lines with |, and this table cuts a formula in two',
    'write \\vert, \\Vert or \\mid for | and \\| in the formula',
  )

export const unreadFence = (place: Place, info: string): Diagnostic => {
  const [language = '', ...rest] = info.trim().split(/\s+/)
  return warning(
    'code/no-fence',
    place,
    `kramdown, as Jekyll reads it, takes one word behind the fence, so this is no box of code: ${rest.join(' ')} is one too many`,
    `write \`\`\`${language} alone and {: mark="1" file="name"} below the closing fence, or set markdown: commonmark in _config.yml`,
  )
}

export const missingLabel = (place: Place, name: string): Diagnostic =>
  warning(
    'math/no-label',
    place,
    `No equation has the label ${name}, so the page shows (?)`,
    `give the equation \\label{${name}}, or correct the name; where another lecture has it, write @eq-${name.replace(/^eq[:-]/, '')}`,
  )

export const videoAsImage = (place: Place, url: string): Diagnostic =>
  warning(
    'image/video',
    place,
    `${url} is shown as an image, and is none`,
    `write it as HTML: <video controls src="${url}"></video>; a page that shows a video is a link`,
  )

export const unknownLanguage = (place: Place, language: string, near: string | undefined): Diagnostic =>
  hint(
    'code/language',
    place,
    `Code in ${language} is shown without colours: no such language is known`,
    didYouMean(near, 'use text if it is none'),
  )

export const texError = (place: Place, problem: string): Diagnostic =>
  warning(
    'math/tex',
    place,
    `The formula cannot be set: ${problem.replace(/^KaTeX parse error: /, '').replace(/ at position \d+:.*/s, '')}`,
    'correct the TeX; until then its source is shown',
  )

export const liquidFails = (place: Place, problem: string): Diagnostic =>
  warning('liquid/failed', place, `Liquid cannot read this: ${problem}`, 'put {% raw %} and {% endraw %} around text that is no Liquid')

export const liquidTooMuch = (place: Place, problem: string): Diagnostic =>
  error('liquid/too-much', place, `This does not end: ${problem}`, 'end the loop or the include sooner')

/** `where` names the place in an include, if it is not the author's own. */
export const unknownTag = (place: Place, name: string, near: string | undefined, where = ''): Diagnostic =>
  warning(
    'liquid/unknown-tag',
    place,
    `The tag ${name} belongs to no plugin that Lectern knows; it is shown as it is written${where}`,
    didYouMean(near, 'write what it made as Markdown or HTML'),
  )

export const unknownFilter = (place: Place, name: string, near: string | undefined, where = ''): Diagnostic =>
  warning(
    'liquid/unknown-filter',
    place,
    `There is no filter ${name}; the value passes through as it is${where}`,
    didYouMean(near, 'remove it, or correct its name'),
  )

export const missingTarget = (place: Place, tag: string, target: string): Diagnostic =>
  warning(
    'liquid/missing-target',
    place,
    `{% ${tag} ${target} %} names a file that is not there`,
    tag === 'include' ? `put the file at _includes/${target}, or correct the name` : 'correct the name, or remove the tag',
  )
