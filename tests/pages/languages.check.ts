// The manual, and a site in each language that the theme speaks, by the bars of the sample site.

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/words/words.ts'
import { judged } from '../support/judged.ts'
import { sampleTexts, siteIn } from '../support/sample-texts.ts'
import { makeFolder } from '../support/transcript.ts'
import { parseArchive } from '../support/txtar.ts'

test('there is a sample text in every language of the theme', () => {
  const known = new Set(Object.keys(sampleTexts).map(lang => lang.toLowerCase()))
  // Regions that write Chinese in traditional characters have the words of `zh-Hant`.
  expect(Object.keys(languages).filter(lang => !known.has(lang))).toEqual(['zh-tw', 'zh-hk'])
})

describe('the manual', () =>
  judged(() => ({ root: join(import.meta.dirname, '..', '..', 'docs'), remove: () => {} }), {
    scored: ['/', '/tour/', '/archive/'],
    looked: ['/series/manual/', '/markdown/', '/commands/', '/configuration/', '/templates/', '/themes/', '/search/', '/404.html'],
    schemes: ['light', 'dark'],
  }))

// Colours are the same in every language.
describe.each(Object.keys(sampleTexts))('a site in %s', lang =>
  judged(
    () => {
      const { folder, remove } = makeFolder(parseArchive(siteIn(lang)).files)
      return { root: folder, remove }
    },
    {
      scored: ['/', '/2024/10/04/lecture-2/', '/archive/'],
      looked: ['/tags/', '/courses/', '/search/', '/404.html', '/about/'],
      schemes: ['light'],
    },
  ),
)
