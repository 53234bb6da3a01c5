// A long post on a phone, which lays out and measures what is near its window only: addresses, search and buttons work as if it were all there.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowsedSite, browseSite, chromiumPath } from '../support/browser.ts'

const sections = Array.from(
  { length: 40 },
  (_, index) => `## Part ${index}

${'A paragraph of some length, so that it takes more room than a browser guesses. '.repeat(index % 7)}

\`\`\`python
print("${'a line that is too long for a phone, '.repeat(3)}")
\`\`\`

- about ${index}
`,
)
const archive = `-- _config.yml --
title: Notes
-- posts/2024-01-01-long.md --
# A long post

${sections.join('\n')}
The needle of the haystack.
`

describe.runIf(chromiumPath !== undefined)('a long post on a phone', () => {
  let site: BrowsedSite
  beforeAll(async () => {
    site = await browseSite(archive)
  }, 60_000)
  afterAll(() => site?.close())

  const open = async (path: string) => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 700 } })
    await page.goto(site.url + path)
    return page
  }
  const topOf = (id: string) => `Math.round(document.getElementById('${id}').getBoundingClientRect().top)`

  test('opens at the section of its address, and stays there', async () => {
    const page = await open('/2024/01/01/long/#part-33')
    await expect.poll(() => page.evaluate(topOf('part-33'))).toBeLessThan(80)
    expect(await page.evaluate(topOf('part-33'))).toBeGreaterThanOrEqual(0)
    await page.close()
  })

  test('finds words that are far from the window', async () => {
    const page = await open('/2024/01/01/long/')
    expect(await page.evaluate("window.find('needle of the haystack')")).toBe(true)
    await page.close()
  })

  test('gives a box of code its buttons once the reader is near it', async () => {
    const page = await open('/2024/01/01/long/')
    await page.locator('.code-tools .wrap').first().waitFor({ state: 'attached' })
    const last = page.locator('.prose .highlight').last()
    expect(await last.locator('.code-tools').count()).toBe(0)
    await last.scrollIntoViewIfNeeded()
    await last.locator('.code-tools .wrap').waitFor({ state: 'attached' })
    await page.close()
  })

  test('moves nothing while it is read', async () => {
    const page = await open('/2024/01/01/long/')
    await page.evaluate(`window.moved = []
      new PerformanceObserver(list => moved.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })`)
    for (let step = 0; step < 20; step += 1) {
      await page.mouse.wheel(0, 600)
      await page.evaluate('new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    }
    expect(await page.evaluate('moved')).toEqual([])
    await page.close()
  })
})
