// What is made, and where it is written.

import type { Diagnostic, Place } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { error, hint, warning } from './severity.ts'

export const noSharp = (): Diagnostic =>
  warning(
    'cards/no-sharp',
    undefined,
    'No cards are drawn, since sharp is not installed here',
    'install it (npm install sharp), or take cards: true out of the configuration',
  )

export const unreadableImage = (place: Place, problem: string): Diagnostic =>
  error(
    'image/unreadable',
    place,
    `The image cannot be read, so no smaller ones can be made of it: ${problem.split('\n')[0]}`,
    'save it anew, or smaller; images: false in the configuration shows all images as they are',
  )

export const noDrawer = (place: Place, file: SourcePath, packages: readonly string[]): Diagnostic =>
  warning(
    'slides/no-drawer',
    place,
    `Pages of ${file} are not shown as pictures, since ${packages.join(' and ')} ${packages.length === 1 ? 'is' : 'are'} not installed here; links to them stand there`,
    `install ${packages.length === 1 ? 'it' : 'them'} (npm install ${packages.join(' ')}), or link to the page yourself: [words](file.pdf#page=3)`,
  )

export const unreadableSlides = (place: Place, file: SourcePath, problem: string): Diagnostic =>
  warning(
    'slides/unreadable',
    place,
    `${file} cannot be read, so no pictures of its pages can be made: ${problem.split('\n')[0]}`,
    'export the slides anew, without a password',
  )

export const noSuchSlide = (place: Place, file: SourcePath, page: number, count: number): Diagnostic =>
  warning(
    'slides/no-such-page',
    place,
    `${file} has no page ${page}`,
    `it has ${count === 1 ? 'one page' : `${count} pages`}, which are counted from 1: #page=${count}`,
  )

export const noSearch = (error: unknown): Diagnostic =>
  warning(
    'search/failed',
    undefined,
    `There is no search index: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`,
    'install Pagefind for this machine (npm install pagefind), or set search: false in the configuration',
  )

export const unsafeOutput = (folder: string, reason: string): Diagnostic =>
  error(
    'output/unsafe',
    undefined,
    `The site cannot be written to ${folder}: ${reason}`,
    'choose an output folder of its own with --output',
  )

export const unwritable = (path: string, reason: string): Diagnostic =>
  error('output/unwritable', undefined, `${path} cannot be written: ${reason}`, 'the last good site is still in place')

export const twoOutputs = (folder: string, aside: string): Diagnostic =>
  error(
    'output/two',
    undefined,
    `A build was ended while ${folder} was set aside as ${aside}, and now there are both`,
    'keep the one that you want under the first name, and remove the other',
  )

export const nothingToBuild = (root: string): Diagnostic =>
  error(
    'site/none',
    undefined,
    `There is no site in ${root}: it has neither a posts nor a _posts folder`,
    'lectern init begins one here; if yours is elsewhere, go there or name it with --root',
  )

export const siteAbove = (root: string, above: string): Diagnostic =>
  error(
    'site/above',
    undefined,
    `There is no site in ${root}, but in ${above}, which this folder is part of`,
    `go there, or name it: --root ${above}`,
  )

export const themeIsGem = (place: Place, theme: string): Diagnostic =>
  hint(
    'theme/gem',
    place,
    `The theme ${theme} is a Ruby gem, whose layouts are not in this folder; the site is shown in Lectern's own theme`,
    'to keep its look, set theme_dir to a folder that holds the theme (bundle info --path prints the one of a gem); theme: lectern says that ours is meant',
  )

export const noSuchFolder = (root: string): Diagnostic =>
  error('site/no-folder', undefined, `There is no folder ${root}`, 'correct the path after --root, or begin a site there with lectern init')

export const alreadyOurs = (root: string): Diagnostic =>
  error(
    'import/ours',
    undefined,
    `${root} is a site of Lectern already, so there is nothing to import`,
    'lectern build makes it as it is; to import a Jekyll blog, name its folder',
  )
