// Diagrams as Mermaid draws them in a page, in Chromium: under the page's own policy, in both colour schemes and on paper.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowsedSite, browseSite, chromiumPath } from '../support/browser.ts'

const archive = `
-- _config.yml --
title: Notes
url: https://notes.example
-- posts/2024-01-01-diagrams.md --
---
title: Diagrams
---
\`\`\`mermaid
flowchart LR
  A[Client] -->|asks| B(Server)
  click A href "javascript:alert(1)"
\`\`\`

\`\`\`{mermaid}
sequenceDiagram
  accTitle: A promise
  A->>B: prepare
\`\`\`

\`\`\`mermaid
flowchart LR
  A -->
\`\`\`
-- posts/2024-01-02-far.md --
---
title: Far below
---
${'A paragraph that makes the page long. '.repeat(300)}

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`
-- posts/2024-01-04-lecture.md --
---
title: CS 330, Lecture 1
---
${'A paragraph that makes the page long. '.repeat(300)}

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`
-- posts/2024-01-05-elsewhere.md --
---
title: From elsewhere
---
\`\`\`{mermaid}
%%| label: fig-flow
%%| fig-cap: Who asks
---
title: Größe
---
%%{init: {"theme": "forest"}}%%
flowchart LR
  A["x > y & <br> #35;1"] -->|ja > nein| B["a #quot;b#quot;"]
  B --> C{n > 0} --> D([Ende > Anfang])
\`\`\`

<pre class="mermaid">
graph TD
  C--&gt;D
</pre>
-- posts/2024-01-03-none.md --
---
title: None
---
The word mermaid.
`

describe.runIf(chromiumPath !== undefined)('diagrams in Chromium', () => {
  let site: BrowsedSite

  beforeAll(async () => {
    site = await browseSite(archive)
  })
  afterAll(() => site.close())

  /** A page, with what it asked for and what it complained of. */
  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}) => {
    const page = await site.browser.newPage(options)
    const [asked, complaints]: [string[], string[]] = [[], []]
    page.on('request', request => asked.push(request.url()))
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(site.url + path)
    return { page, asked, complaints }
  }
  const drawn = (page: Page) => page.locator('.diagram svg').nth(3).waitFor({ state: 'attached' })

  test('are drawn where they stand, and nothing of that is against the policy or from elsewhere', async () => {
    const { page, asked, complaints } = await open('/2024/01/01/diagrams/')
    await drawn(page)
    expect(await page.locator('.diagram').count()).toBe(2)
    expect(await page.locator('.diagram').first().locator('svg:visible').textContent()).toContain('Client')
    expect(complaints).toEqual([])
    expect(asked.filter(url => !url.startsWith(site.url))).toEqual([])
    expect(await page.locator('.diagram [style*="javascript"], .diagram a[href^="javascript"]').count()).toBe(0)
    await page.close()
  })

  test('have a name, their source beside them, and stay code where they cannot be drawn', async () => {
    const { page } = await open('/2024/01/01/diagrams/')
    await drawn(page)
    const named = page.locator('.diagram svg:visible')
    expect(await named.first().getAttribute('aria-label')).toBe('Diagram')
    expect(await named.nth(1).getAttribute('aria-labelledby')).not.toBeNull()
    await page.locator('.diagram-source summary').first().click()
    expect(await page.locator('.diagram-source code').first().isVisible()).toBe(true)
    expect(await page.locator('.language-mermaid:not(.diagram *) code').textContent()).toBe('flowchart LR\n  A -->\n')
    await page.close()
  })

  test('follow the colours that a reader chooses, and are light on paper', async () => {
    const { page } = await open('/2024/01/01/diagrams/', { colorScheme: 'dark' })
    await drawn(page)
    const shown = () => page.locator('.diagram').first().locator('svg:visible').getAttribute('class')
    expect(await shown()).toContain('diagram-dark')
    await page.locator('.theme-switch').click()
    expect(await shown()).toContain('diagram-light')
    await page.locator('.theme-switch').click()
    expect(await shown()).toContain('diagram-dark')
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toContain('diagram-light')
    await page.close()
  })

  test('come with captions, titles and signs of Quarto, of HTML and of their own', async () => {
    const { page, complaints } = await open('/2024/01/05/elsewhere/')
    await drawn(page)
    const words = (index: number) => page.locator('.diagram-light').nth(index).locator('text').allTextContents()
    expect((await words(0)).map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== '')).toEqual(
      expect.arrayContaining(['Größe', 'ja > nein', 'a ”b”', 'n > 0', 'Ende > Anfang']),
    )
    expect((await words(0)).join(' ')).toMatch(/x\s*>\s*y\s*&.*#1/)
    expect(await words(1)).toEqual(expect.arrayContaining(['C', 'D']))
    expect(await page.locator('figure#fig-flow > figcaption').textContent()).toBe('Figure\u00a01: Who asks')
    expect(complaints).toEqual([])
  })

  test('are their source without a script', async () => {
    const { page } = await open('/2024/01/01/diagrams/', { javaScriptEnabled: false })
    expect(await page.locator('.language-mermaid code').first().textContent()).toContain('A[Client]')
    await page.close()
  })

  test('are drawn on the page of a whole course though nobody has come near, for it may be printed', async () => {
    const { page } = await open('/courses/cs330/all/', { viewport: { width: 800, height: 600 } })
    await page.locator('.diagram svg').first().waitFor({ state: 'attached' })
    expect(await page.evaluate('scrollY')).toBe(0)
    await page.close()
  })

  test('cost nothing before they come near, and no other page anything', async () => {
    const { page, asked } = await open('/2024/01/02/far/', { viewport: { width: 800, height: 600 } })
    await page.waitForFunction('performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/draw.js"))')
    expect(asked.some(url => url.endsWith('mermaid.js'))).toBe(false)
    await page.locator('.language-mermaid').scrollIntoViewIfNeeded()
    await page.locator('.diagram svg').first().waitFor({ state: 'attached' })
    const other = await open('/2024/01/03/none/')
    expect(other.asked.filter(url => url.includes('/diagrams/'))).toEqual([])
    await Promise.all([page.close(), other.page.close()])
  })
})
