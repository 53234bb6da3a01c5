// What a reader has read of a course, in Chromium; and what of its exercises is printed.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowsedSite, browseSite, chromiumPath } from '../support/browser.ts'

const lecture = (number: number, more: string): string => `-- posts/2024-01-0${number}-logic-lecture-${number}.md --
---
title: Logic, Lecture ${number}
${more}---
::: exercise
Why?
:::

::: solution
Because.
:::
`
const archive = `-- _config.yml --\ntitle: Notes\n${lecture(1, '')}${lecture(2, 'print: solutions\n')}`

describe.runIf(chromiumPath !== undefined)('a course in Chromium', () => {
  let site: BrowsedSite

  beforeAll(async () => {
    site = await browseSite(archive)
  })
  afterAll(() => site.close())

  const kept = (page: Page): Promise<string[]> => page.evaluate('Object.keys(localStorage)')

  test('nothing is kept before a reader marks a lecture, and nothing after it is forgotten', async () => {
    const page = await site.browser.newPage()
    await page.goto(`${site.url}/2024/01/01/logic-lecture-1/`)
    const mark = page.locator('.mark-read')
    await mark.waitFor()
    expect(await kept(page)).toEqual([])
    await mark.click()
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    expect(await kept(page)).toEqual(['lectern-read'])

    await page.goto(`${site.url}/courses/logic/`)
    expect(await page.locator('.course-progress span').textContent()).toBe('1 of 2 read')
    expect(await page.locator('.lecture-rows li').first().locator('.read-sign').count()).toBe(1)
    await page.locator('.forget-read').click()
    expect(await kept(page)).toEqual([])
    expect(await page.locator('.course-progress').isVisible()).toBe(false)
    expect(await page.locator('.read-sign').count()).toBe(0)
    await page.close()
  })

  test('a mark can be taken back', async () => {
    const page = await site.browser.newPage()
    await page.goto(`${site.url}/2024/01/02/logic-lecture-2/`)
    await page.locator('.mark-read').click()
    await page.locator('.mark-read').click()
    expect(await page.locator('.mark-read').textContent()).toBe('Mark as read')
    expect(await kept(page)).toEqual([])
    await page.close()
  })

  test('solutions stay folded on paper, unless their author prints them', async () => {
    const printed = async (path: string): Promise<boolean> => {
      const page = await site.browser.newPage({ javaScriptEnabled: false })
      await page.goto(site.url + path)
      await page.emulateMedia({ media: 'print' })
      const box = await page.locator('.block-solution p:not(.block-title)').boundingBox()
      await page.close()
      return (box?.height ?? 0) > 0
    }
    expect(await printed('/2024/01/01/logic-lecture-1/')).toBe(false)
    expect(await printed('/2024/01/02/logic-lecture-2/')).toBe(true)
  })
})
