// Lighthouse's four scores, mobile, on every kind of page that a reader meets.

import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { buildInto, chromiumArgs, chromiumPath, freePort, serve } from '../support/browser.ts'
import { categories, expectBest, scoresOf, tour } from '../support/lighthouse.ts'

const pages = {
  home: '/',
  "the user's post": '/2021/01/11/notes-on-mlsd-lecture-1/',
  'a post with math and code': tour,
  'a tag': '/tags/distributed-systems/',
  'the archive': '/archive/',
  search: '/search/',
  'a page that is not there': '/404.html',
}

let port: number
let built: Awaited<ReturnType<typeof buildInto>>
let server: Awaited<ReturnType<typeof serve>>
let browser: Browser

beforeAll(async () => {
  if (chromiumPath === undefined) throw new Error('these checks need Chromium: install it, or name it in CHROMIUM')
  built = await buildInto(join(import.meta.dirname, '..', '..'))
  server = await serve(built.output)
  port = await freePort()
  browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs, `--remote-debugging-port=${port}`] })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  built?.remove()
})

test.each(Object.entries(pages))(
  'Lighthouse gives %s 100 in all four, or 95 for speed where only this machine blocks',
  { retry: 1 },
  async (_name, path) => {
    const scored = await scoresOf(server.url + path, port)
    const { scores, failed } = scored
    console.info(`${path} ${categories.map((category, index) => `${category} ${scores[index]}`).join(', ')} ${failed.join(' ')}`.trim())
    expectBest(scored)
  },
)
