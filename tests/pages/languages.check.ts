// The manual, and a site in each language that the theme speaks, by the bars of the sample site: axe and the Nu validator find nothing, nothing scrolls
// sideways at 320 px, and Lighthouse gives 100 four times.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../src/words/words.ts'
import { buildInto, chromiumArgs, chromiumPath, freePort, overflowOf, serve } from '../support/browser.ts'
import { scoresOf } from '../support/lighthouse.ts'
import { hasJava, validate } from '../support/nu-validator.ts'
import { sampleTexts, siteIn } from '../support/sample-texts.ts'
import { makeFolder } from '../support/transcript.ts'
import { parseArchive } from '../support/txtar.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let port: number

beforeAll(async () => {
  if (chromiumPath === undefined) throw new Error('these checks need Chromium: install it, or name it in CHROMIUM')
  port = await freePort()
  browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs, `--remote-debugging-port=${port}`] })
})

afterAll(() => browser?.close())

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

interface Pages {
  /** Pages that Lighthouse scores too. */
  readonly scored: readonly string[]
  readonly looked: readonly string[]
  readonly schemes: readonly ('light' | 'dark')[]
}

function judged(make: () => { readonly root: string; readonly remove: () => void }, { scored, looked, schemes }: Pages): void {
  let source: ReturnType<typeof make>
  let built: Awaited<ReturnType<typeof buildInto>>
  let server: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    source = make()
    built = await buildInto(source.root)
    server = await serve(built.output)
  })

  afterAll(() => {
    server?.close()
    built?.remove()
    source?.remove()
  })

  test('axe finds nothing, on a wide and on a narrow screen, and no page scrolls sideways', async () => {
    const wrong: string[] = []
    for (const path of [...scored, ...looked])
      for (const colorScheme of schemes) {
        const page = await browser.newPage({ colorScheme, bypassCSP: true, viewport: { width: 1440, height: 900 } })
        await page.goto(server.url + path)
        await page.evaluate(axe)
        for (const width of [1440, 320]) {
          await page.setViewportSize({ width, height: 900 })
          const over = await overflowOf(page)
          wrong.push(...(await violationsIn(page)).map(text => `${path} ${colorScheme} ${width}: ${text}`))
          if (over > 0) wrong.push(`${path} at ${width}: ${over} px too wide`)
        }
        await page.close()
      }
    expect(wrong).toEqual([])
  })

  test.runIf(hasJava)('the Nu validator has nothing to say', () => {
    expect(validate(built.output)).toEqual({ messages: [], status: 0 })
  })

  test.each(scored)('Lighthouse gives %s 100 in all four', { retry: 2 }, async path => {
    expect((await scoresOf(server.url + path, port)).scores).toEqual([100, 100, 100, 100])
  })
}

// As text, since it runs in the page and not here.
function violationsIn(page: Page): Promise<string[]> {
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html).join(' ')))`)
}
