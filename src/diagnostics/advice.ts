// What is worth a look, and no mistake by itself.

import type { Diagnostic, Place } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { hint, warning } from './severity.ts'

export const headingJump = (place: Place, title: string, from: number, to: number): Diagnostic =>
  hint(
    'heading/jump',
    place,
    `The heading “${title}” skips ${to - from === 2 ? 'a level' : `${to - from - 1} levels`}, which those who listen to the page take for a gap`,
    'give it one # less, or put the heading between',
  )

export const repeatedId = (place: Place, id: string): Diagnostic =>
  warning('id/repeated', place, `The id ${id} stands twice in this text, and a link finds only the first`, 'give one of them another id')

export const unfinished = (place: Place, word: string): Diagnostic =>
  warning('text/unfinished', place, `A published text says ${word}`, 'finish it, or move the post to _drafts')

export const longDescription = (place: Place, length: number): Diagnostic =>
  hint(
    'description/long',
    place,
    `The description has ${length} characters, of which search engines show about 160`,
    'say it in one sentence',
  )

export const shortDescription = (place: Place): Diagnostic =>
  hint('description/short', place, 'The first paragraph says too little to describe the post', 'add description: with one sentence')

export const sameTitle = (place: Place, title: string, other: SourcePath): Diagnostic =>
  warning(
    'title/repeated',
    place,
    `${other} has the title “${title}” too`,
    'give one of them a title by which readers can tell the two apart',
  )

export const similarTags = (place: Place, name: string, other: string, count: number): Diagnostic =>
  hint(
    'tag/similar',
    place,
    `The tags ${name} and ${other} may be the same one`,
    `use ${other}, which ${count} ${count === 1 ? 'post has' : 'posts have'}, in all of them`,
  )

export const tagsOfOnePost = (names: readonly string[]): Diagnostic =>
  hint(
    'tag/single',
    undefined,
    `${names.length === 1 ? 'One tag leads' : `${names.length} tags lead`} to a single post: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}`,
    'a tag helps where it leads to other posts',
  )

export const orphanPage = (place: Place, address: string): Diagnostic =>
  hint('page/orphan', place, `No page links to ${address}`, 'link to it, or add it to nav in _config.yml')

export const noAddress = (): Diagnostic =>
  hint(
    'config/no-url',
    undefined,
    'The site does not know its address, so feeds, cards and the sitemap cannot name any page',
    'add url: https://example.org',
  )

export const addressOfThisMachine = (url: string): Diagnostic =>
  warning(
    'config/local-url',
    undefined,
    `The url ${url} is that of your own machine, and feeds, cards and the sitemap would lead readers to theirs`,
    'write the address that the site will have, such as https://example.org; the preview needs none',
  )

/** `file` is where it would have to lie, below the site's folder. */
export const missingImage = (place: Place, url: string, file: string): Diagnostic =>
  warning('image/missing', place, `The image ${url} is not among the files of the site`, `put it at ${file}, or correct the address`)

export const noAltText = (place: Place, url: string): Diagnostic =>
  hint(
    'image/alt',
    place,
    `The image ${url.startsWith('data:') ? 'written as data' : url} says nothing to those who cannot see it`,
    'write what it shows between the brackets: ![a plot of the loss](…); of one that only decorates, <img alt="" src="…">',
  )
