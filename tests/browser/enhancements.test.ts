// What a reader can do on a page, tried in Chromium: with the keyboard, with and without a script.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowsedSite, browseSite, chromiumPath } from '../support/browser.ts'

const archive = `
-- _config.yml --
title: Notes
url: https://notes.example
comments:
  provider: giscus
  giscus: {repo: ada/notes, repo_id: R_1, category: Comments, category_id: C_1}
-- posts/2024-01-02-arabic.md --
---
title: نص
lang: ar
---
نص[^1].

## أول

نص

## ثان

نص

## ثالث

نص

[^1]: ملاحظة
-- posts/2024-01-01-everything.md --
---
title: Everything
comments: true
---
## First

A note[^a] and another[^b] with $$x^2 \\neq y$$.

\`\`\`python
print("copied")
\`\`\`
{: file="train.py" mark="1"}

## Second

${'A paragraph that makes the page long. '.repeat(80)}

## Third

| a | b |
|---|---|
| 1 | 2 |

Lamport clocks order events.

[^a]: The first note.
[^b]: The second note, long enough to need more than one line in the margin of the page.
`

describe.runIf(chromiumPath !== undefined)('a post in Chromium', () => {
  let site: BrowsedSite

  beforeAll(async () => {
    site = await browseSite(archive)
  })
  afterAll(() => site.close())

  const open = async (options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await site.browser.newPage(options)
    await page.goto(`${site.url}/2024/01/01/everything/`)
    return page
  }

  test('notes stand beside their marks, one below the other, where there is room', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 1400, height: 800 } })
    const box = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const [text, mark, first, second] = [await box('.prose'), await box('.mark-1'), await box('#note-1'), await box('#note-2')]
    expect(first.x).toBeGreaterThan(text.x + text.width)
    expect(first.x + first.width).toBeLessThanOrEqual(1400)
    expect(Math.abs(first.y - mark.y)).toBeLessThan(20)
    expect(second.y).toBeGreaterThanOrEqual(first.y + first.height)
    await page.close()
  })

  test('written from right to left, the contents stand on the right and notes on the left', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 1400, height: 800 } })
    await page.goto(`${site.url}/2024/01/02/arabic/`)
    const box = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const [text, contents, note] = [await box('.prose'), await box('.contents'), await box('#note-1')]
    expect(contents.x).toBeGreaterThan(text.x + text.width)
    expect(note.x + note.width).toBeLessThan(text.x)
    await page.close()
  })

  test('on a phone the mark opens its note by the keyboard and without a script, and Escape closes it', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 700 } })
    expect(await page.locator('.footnotes li').count()).toBe(2)
    await page.locator('.note-mark').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#note-1:popover-open').textContent()).toContain('The first note.')
    await page.keyboard.press('Escape')
    expect(await page.locator('#note-1:popover-open').count()).toBe(0)
    await page.close()
  })

  test('the contents are folded on a phone, in view on a desktop, and mark the section in view', async () => {
    const phone = await open({ viewport: { width: 390, height: 700 } })
    expect(await phone.locator('.contents a').first().isVisible()).toBe(false)
    const desktop = await open({ viewport: { width: 1400, height: 600 } })
    expect(await desktop.locator('.contents a').first().isVisible()).toBe(true)
    await desktop.evaluate('document.getElementById("second").scrollIntoView({ behavior: "instant" })')
    await desktop.waitForTimeout(200)
    const marked = await desktop.evaluate(
      `[...document.querySelectorAll('.contents a')].map(link => getComputedStyle(link).color === getComputedStyle(document.body).color)`,
    )
    expect(marked).toEqual([false, true, false])
    await Promise.all([phone.close(), desktop.close()])
  })

  test('a chosen theme is kept, and is there before the page is', async () => {
    const page = await open({ colorScheme: 'light' })
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const light = await background()
    await page.locator('.theme-switch').click()
    await page.locator('.theme-switch').click()
    expect(await page.locator('.theme-switch').getAttribute('aria-label')).toBe('Colours: dark')
    const dark = await background()
    expect(dark).not.toBe(light)
    await page.addInitScript(`document.addEventListener('DOMContentLoaded', () => { window.first = document.documentElement.dataset.theme }, { capture: true })
      new MutationObserver(() => { if (document.body) window.atBody ??= document.documentElement.dataset.theme }).observe(document, { childList: true, subtree: true })`)
    await page.reload()
    expect(await page.evaluate('window.atBody')).toBe('dark')
    expect(await background()).toBe(dark)
    await page.close()
  })

  test('code has its language, its file and a button that copies it', async () => {
    const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(`${site.url}/2024/01/01/everything/`)
    expect(await page.locator('.code-title').textContent()).toBe('train.py')
    expect(await page.evaluate('getComputedStyle(document.querySelector(".highlight"), "::before").content')).toBe('"python"')
    await page.locator('.highlight').first().hover()
    await page.locator('.copy').first().click()
    await page.locator('.copy', { hasText: 'Copied' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('print("copied")')
    await context.close()
  })

  test('nothing on it breaks the page’s policy, with comments closed', async () => {
    const page = await site.browser.newPage()
    await page.addInitScript(
      `window.violations = []; document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI))`,
    )
    await page.goto(`${site.url}/2024/01/01/everything/`, { waitUntil: 'networkidle' })
    expect(await page.evaluate('[document.querySelectorAll(".katex, table, .highlight").length > 2, violations]')).toEqual([true, []])
    await page.close()
  })

  test('comments ask nobody for anything until they are opened', async () => {
    const page = await site.browser.newPage()
    const asked: string[] = []
    await page.route(/giscus\.app/, route => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Comments</title>' })
    })
    await page.goto(`${site.url}/2024/01/01/everything/`, { waitUntil: 'networkidle' })
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    await page.waitForTimeout(300)
    expect(asked).toEqual([])
    await page.locator('.comments summary').click()
    await expect.poll(() => asked.length).toBe(1)
    const address = new URL(asked[0] ?? '')
    expect([address.pathname, address.searchParams.get('repoId'), address.searchParams.get('term')]).toEqual([
      '/en/widget',
      'R_1',
      '2024/01/01/everything/',
    ])
    await page.close()
  })

  test('search opens by a key, finds a section, is walked through by arrows, and can be told not to', async () => {
    const page = await open()
    await page.keyboard.press('/')
    const dialog = page.locator('.search-dialog')
    await dialog.waitFor()
    await page.keyboard.type('lamport')
    const result = dialog.locator('.search-results a')
    await result.first().waitFor()
    // What is found for the first letters may be there before.
    await expect.poll(() => dialog.locator('.search-results mark').first().textContent()).toBe('Lamport')
    expect(await result.evaluateAll(links => links.map(link => link.getAttribute('href')))).toContain('/2024/01/01/everything/#third')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Everything')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    await page.keyboard.press('Control+k')
    await dialog.locator('input[type="checkbox"]').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.waitForTimeout(200)
    expect(await dialog.isVisible()).toBe(false)
    await page.close()
  })

  test('the search page answers an address with a question in it', async () => {
    const page = await site.browser.newPage()
    await page.goto(`${site.url}/search/?q=clocks`)
    await page.locator('.search-results a').first().waitFor()
    expect(await page.locator('.search-status').textContent()).toBe('1 page')
    await page.close()
  })

  test('search says so when a part of its index does not arrive', async () => {
    const page = await site.browser.newPage()
    await page.route(/pagefind\/fragment\//, route => route.abort())
    await page.goto(`${site.url}/search/?q=lamport`)
    await expect.poll(() => page.locator('.search-status').textContent()).toContain('could not be loaded')
    expect(await page.locator('.search-results a').count()).toBe(0)
    await page.close()
  })

  test('on paper there are notes and addresses of links at the end, and nothing that only works on a screen', async () => {
    const page = await open({ viewport: { width: 1400, height: 800 } })
    await page.emulateMedia({ media: 'print' })
    const isShown = (selector: string) => page.locator(selector).first().isVisible()
    expect(await isShown('.footnotes li')).toBe(true)
    expect(await isShown('sup > .footnote')).toBe(true)
    for (const selector of ['.note-mark', '.contents', '.comments', '.site-header nav', '.header-anchor'])
      expect(await isShown(selector), selector).toBe(false)
    await page.close()
  })
})
