// Real blogs on a phone: no page scrolls sideways. What an author forces, by a script of his own or a width that no rule of ours may change, is
// named here. Runs where the blogs are beside the project.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInto, chromiumArgs, chromiumPath, overflowOf, serve } from '../support/browser.ts'

const fixtures = join(import.meta.dirname, '..', '..', '..', 'shared', 'jekyll', 'blogs')
// Two posts of this one want the same address, which is an error here.
const blogs = existsSync(fixtures) ? readdirSync(fixtures).filter(name => !name.startsWith('0xraks')) : []
const widths = [320, 360] as const

/** Pages that an author makes wider than a phone. */
const forced: readonly string[] = []

describe.runIf(blogs.length > 0 && chromiumPath !== undefined)('on a phone', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
  })

  afterAll(() => browser.close())

  test.each(blogs)('%s: no page scrolls sideways', async blog => {
    const built = await buildInto(join(fixtures, blog), ['--config', join(fixtures, blog, '_config.yml')])
    const server = await serve(built.output)
    const page = await browser.newPage()
    // A course of 8 MB on one page takes as long as it takes; the test has its own end.
    page.setDefaultNavigationTimeout(0)
    const base = server.url + baseOf(built.output)
    // The server has the folder at its root, wherever the blog stands; no other host is asked.
    await page.route('**', route => {
      const url = route.request().url()
      return url.startsWith(base) ? route.continue({ url: server.url + url.slice(base.length) }) : route.abort()
    })
    try {
      const wide: string[] = []
      for (const path of pagesIn(built.output)) {
        await page.goto(`${base}/${encodeURI(path)}`)
        for (const width of widths) {
          const over = await overflowAt(page, width)
          if (over > 0 && !forced.includes(`${blog}/${path}`)) wide.push(`${path} at ${width}: ${over} px`)
        }
      }
      expect(wide).toEqual([])
    } finally {
      await page.close()
      server.close()
      built.remove()
    }
  })
})

// The base URL of a site, from where its pages look for the style sheet.
function baseOf(folder: string): string {
  return /@import "(.*?)\/assets\/site\.css"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1] ?? ''
}

// Pages that lead elsewhere at once are not read.
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    path => path.endsWith('.html') && !/http-equiv="refresh"/i.test(readFileSync(join(folder, path), 'utf8')),
  )
}

async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 })
  return overflowOf(page)
}
