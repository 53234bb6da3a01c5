// Every kind of page of the sample site, as Chromium shows it and as the Nu validator reads it. Needs Chromium and Java, which
// not every machine has; where one is missing its tests are skipped, and the report says so.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { chromiumArgs, chromiumPath, serve } from '../support/browser.ts'
import { defaultTheme, mathAssets } from '../support/site.ts'

const require = createRequire(import.meta.url)
const output = mkdtempSync(join(tmpdir(), 'lectern-pages-'))
const kinds = [
  '/',
  '/2021/01/11/notes-on-mlsd-lecture-1/',
  '/2024/09/23/a-tour-of-the-markdown/',
  '/about/',
  '/tags/',
  '/tags/distributed-systems/',
  '/archive/',
  '/2024/',
  '/404.html',
]

beforeAll(async () => {
  const ignore = (): void => {}
  const root = join(import.meta.dirname, '..', '..')
  const exitCode = await run(['build', '--output', output, '--quiet'], {
    print: ignore,
    printError: ignore,
    draw: ignore,
    isInteractive: false,
    colour: false,
    now: Date.now,
    theme: defaultTheme,
    mathAssets,
    folder: root,
  })
  expect(exitCode).toBe(0)
})

afterAll(() => rmSync(output, { recursive: true, force: true }))

describe.runIf(chromiumPath !== undefined)('in Chromium', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    server = await serve(output)
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
  })

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

  test.each(kinds)('%s has no accessibility violation in light, in dark and on a narrow screen', async path => {
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 1280],
      ['light', 320],
    ] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
      await page.goto(server.url + path)
      await page.evaluate(axe)
      // As text, since it runs in the page and not here.
      const found = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html).join(' ')))`)
      expect(found, `${colorScheme} at ${width}`).toEqual([])
      const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(overflow, `sideways scrolling at ${width}`).toBe(0)
      await page.close()
    }
  })

  test('no page needs a script, and none asks another host for anything', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const asked: string[] = []
    context.on('request', request => asked.push(request.url()))
    const page = await context.newPage()
    for (const path of kinds) await page.goto(server.url + path)
    expect(asked.length).toBeGreaterThan(kinds.length)
    expect(asked.filter(url => !url.startsWith(server.url))).toEqual([])
    await context.close()
  })
})

const hasJava = spawnSync('java', ['-version']).status === 0

describe.runIf(hasJava)('in the Nu validator', () => {
  test('every page of the sample site is valid, without a warning', () => {
    // Its default stack is too small for its own parser.
    const checked = spawnSync('java', ['-Xss8m', '-jar', require('vnu-jar') as string, '--skip-non-html', '--format', 'gnu', output], {
      encoding: 'utf8',
    })
    expect(checked.stderr.trim()).toBe('')
    expect(checked.status).toBe(0)
  }, 60_000)
})
