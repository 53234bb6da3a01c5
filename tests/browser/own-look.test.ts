// The preview of a Jekyll site with layouts of its own, in Chromium: whatever is saved shows in place, and what is wrong is told beside it.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumArgs, chromiumPath } from '../support/browser.ts'
import { type RunningPreview, runPreview } from '../support/preview.ts'

const archive = `
-- _config.yml --
title: Notes
-- _layouts/post.html --
<html><head><link rel="stylesheet" href="/css/main.css"></head>
<body>{% include nav.html %}{{ content }}{{ site.data.foot.text }}</body></html>
-- _includes/nav.html --
<nav>nav-one</nav>
-- _data/foot.yml --
text: foot-one
-- _sass/_colours.scss --
$ink: rgb(1, 2, 3);
-- css/main.scss --
---
---
@import "colours";
body { color: $ink }
-- css/print.scss --
---
---
body { color: rgb(9, 9, 9) }
-- _posts/2024-01-01-a.md --
---
layout: post
---
body-one
`

describe.runIf(chromiumPath !== undefined)('a Jekyll site of its own look', () => {
  let browser: Browser
  let preview: RunningPreview
  let page: Page

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
    preview = await runPreview(archive)
    await new Promise(resolve => setTimeout(resolve, 800))
    page = await browser.newPage()
    await page.goto(`${preview.url}/2024/01/01/a.html`)
    await page.evaluate('window.isSamePage = true')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await preview.close()
  })

  const save = (file: string, from: string, to: string): void => {
    const place = join(preview.folder, file)
    writeFileSync(place, readFileSync(place, 'utf8').replace(from, to))
  }
  const shown = (): Promise<unknown> => page.evaluate('document.body.innerText + getComputedStyle(document.body).color')

  test.each([
    ['a post', '_posts/2024-01-01-a.md', 'body-one', 'body-two'],
    ['a layout', '_layouts/post.html', '<body>', '<body>layout-two'],
    ['an include', '_includes/nav.html', 'nav-one', 'nav-two'],
    ['data', '_data/foot.yml', 'foot-one', 'foot-two'],
    ['a partial of a style sheet', '_sass/_colours.scss', 'rgb(1, 2, 3)', 'rgb(4, 5, 6)'],
    ['a style sheet', 'css/main.scss', 'color: $ink', 'color: rgb(7, 8, 9)'],
  ])(
    'shows %s that was saved, in the same document',
    async (_, file, from, to) => {
      save(file, from, to)
      const wanted = to.replace('<body>', '').replace('color: ', '')
      await expect.poll(shown, { timeout: 20_000 }).toContain(wanted)
      expect(await page.evaluate('window.isSamePage')).toBe(true)
    },
    30_000,
  )

  test('tells what is wrong in a style sheet beside the last good look, and is still when it is mended', async () => {
    const sheet = page.locator('lectern-preview .sheet')
    save('css/main.scss', 'rgb(7, 8, 9)', '$nothing')
    await expect.poll(() => sheet.locator('.place').first().textContent(), { timeout: 20_000 }).toBe('css/main.scss:4:15')
    expect(await shown()).toContain('rgb(7, 8, 9)')
    save('css/main.scss', '$nothing', 'rgb(3, 3, 3)')
    await expect.poll(shown, { timeout: 20_000 }).toContain('rgb(3, 3, 3)')
    await expect.poll(() => sheet.isVisible(), { timeout: 20_000 }).toBe(false)
  }, 60_000)
})
