// Every kind of page of the sample site, as Chromium shows it and as the Nu validator reads it. Needs Chromium and Java, which
// not every machine has; where one is missing its tests are skipped, and the report says so.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInto, chromiumArgs, chromiumPath, overflowOf, serve } from '../support/browser.ts'
import { hasJava, validate } from '../support/nu-validator.ts'

const require = createRequire(import.meta.url)
const usersPost = '/2021/01/11/notes-on-mlsd-lecture-1/'
const tour = '/2024/09/23/a-tour-of-the-markdown/'
const kinds = [
  '/',
  usersPost,
  tour,
  '/about/',
  '/tags/',
  '/tags/distributed-systems/',
  '/archive/',
  '/2024/',
  '/search/',
  '/404.html',
  '/courses/',
  '/courses/distributed-systems/',
  '/courses/distributed-systems/all/',
  '/2024/09/16/distributed-systems-lecture-2/',
  '/2024/09/30/distributed-systems-lecture-3/',
]

let built: Awaited<ReturnType<typeof buildInto>>

beforeAll(async () => {
  built = await buildInto(join(import.meta.dirname, '..', '..'))
})

afterAll(() => built.remove())

describe.runIf(chromiumPath !== undefined)('in Chromium', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    server = await serve(built.output)
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
  })

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

  test.each(kinds)('%s has no accessibility violation in light, in dark, on a narrow screen and at twice the size', async path => {
    for (const [colorScheme, width, deviceScaleFactor] of [
      ['light', 1440, 1],
      ['dark', 1280, 1],
      ['light', 320, 1],
      // A browser at 200 % shows half as many pixels of CSS.
      ['dark', 640, 2],
    ] as const) {
      // axe is put in by the test, past the policy of the page.
      const page = await browser.newPage({ colorScheme, deviceScaleFactor, bypassCSP: true, viewport: { width, height: 900 } })
      await page.goto(server.url + path)
      await page.evaluate(axe)
      // As text, since it runs in the page and not here.
      const found = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html).join(' ')))`)
      expect(found, `${colorScheme} at ${width}`).toEqual([])
      const overflow = await overflowOf(page)
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

  test.each(kinds)('%s keeps its policy, does not shift while it loads, and reports no error', async path => {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('console', message => message.type() === 'error' && path !== '/404.html' && errors.push(message.text()))
    page.on('pageerror', error => errors.push(String(error)))
    await page.addInitScript(`
      window.shift = 0; window.violations = []
      document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI))
      new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value }).observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    expect(await page.evaluate('[shift, violations]')).toEqual([0, []])
    expect(errors).toEqual([])
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(1)
    await page.close()
  })

  // What is painted first is then a part of the header, and the header before the script has been told that the page is there.
  test.each(kinds)('%s does not shift when it comes in pieces', async path => {
    const slow = await serve(built.output, async (response, bytes) => {
      const ends = ['</li>', '</header>'].map(tag => bytes.indexOf(tag) + tag.length)
      for (const [index, end] of [...ends, bytes.length].entries()) {
        response.write(bytes.subarray(ends[index - 1] ?? 0, end))
        await new Promise(resolve => setTimeout(resolve, 300))
      }
      response.end()
    })
    const page = await browser.newPage()
    await page.addInitScript(`
      window.shifts = []
      new PerformanceObserver(list => {
        for (const { value, sources } of list.getEntries()) shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80))])
      }).observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(slow.url + path, { waitUntil: 'networkidle' })
    expect(await page.evaluate('shifts')).toEqual([])
    await page.close()
    slow.close()
  })

  test('a policy stops a script and a style that somebody has put into the page', async () => {
    const page = await browser.newPage()
    await page.goto(server.url + usersPost)
    const seen = await page.evaluate(`new Promise(resolve => {
      const seen = []
      document.addEventListener('securitypolicyviolation', event => seen.push(event.violatedDirective))
      document.body.insertAdjacentHTML('beforeend', '<img src="/none.png" onerror="window.wasRun = true"><p style="color: red">x</p>')
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.wasRun = true' }))
      setTimeout(() => resolve([window.wasRun, seen.sort()]), 300)
    })`)
    expect(seen).toEqual([undefined, ['script-src-attr', 'script-src-elem', 'style-src-attr']])
    await page.close()
  })

  test('a post of text and its style sheet fit into 14 KB, its script into 4, and it asks for no font', async () => {
    const sizeOf = (path: string): number => gzipSync(readFileSync(join(built.output, path)), { level: 9 }).length
    expect(sizeOf(`${usersPost}index.html`) + sizeOf('assets/site.css')).toBeLessThan(14 * 1024)
    expect(sizeOf('assets/site.js')).toBeLessThan(4 * 1024)
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url().slice(server.url.length)))
    await page.goto(server.url + usersPost, { waitUntil: 'networkidle' })
    expect(asked.sort()).toEqual([usersPost, '/assets/icon.svg', '/assets/site.css', '/assets/site.js'].sort())
    await page.close()
  })
})

describe.runIf(hasJava)('in the Nu validator', () => {
  test('every page of the sample site is valid, without a warning', () => {
    expect(validate(built.output)).toEqual({ messages: [], status: 0 })
  }, 60_000)
})
