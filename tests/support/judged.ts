// Judges a built site as a reader meets it: axe and the Nu validator find nothing, nothing scrolls sideways at 320 px, and Lighthouse gives 100 four
// times.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInto, chromiumArgs, chromiumPath, freePort, overflowOf, serve } from './browser.ts'
import { expectBest, scoresOf } from './lighthouse.ts'
import { hasJava, validate } from './nu-validator.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A folder to build, with more arguments for the build. */
export interface Source {
  readonly root: string
  readonly args?: readonly string[]
  readonly remove: () => void
}

export interface Pages {
  /** Pages that Lighthouse scores too. */
  readonly scored: readonly string[]
  readonly looked: readonly string[]
  readonly schemes: readonly ('light' | 'dark')[]
}

/** The tests of one site, for a `describe`. */
export function judged(make: () => Source, { scored, looked, schemes }: Pages): void {
  let browser: Browser
  let port: number
  let source: Source
  let built: Awaited<ReturnType<typeof buildInto>>
  let server: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    if (chromiumPath === undefined) throw new Error('these checks need Chromium: install it, or name it in CHROMIUM')
    port = await freePort()
    browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs, `--remote-debugging-port=${port}`] })
    source = make()
    built = await buildInto(source.root, source.args)
    server = await serve(built.output)
  })

  afterAll(async () => {
    await browser?.close()
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

  test.each(scored)('Lighthouse gives %s 100 in all four, or 95 for speed where only this machine blocks', { retry: 1 }, async path => {
    expectBest(await scoresOf(server.url + path, port))
  })
}

// As text, since it runs in the page and not here.
function violationsIn(page: Page): Promise<string[]> {
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html).join(' ')))`)
}
