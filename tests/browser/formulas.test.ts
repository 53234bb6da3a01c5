// Formulas as Chromium sets them: where a number stands, and how large they are.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { buildInto, chromiumArgs, chromiumPath, serve } from '../support/browser.ts'

const wide = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index)).join(' + ')
const body = String.raw`Text and $x_1$.

$$ a = b \tag{1} $$

$$ ${wide} = 0 \tag{a longer one} $$

$$\begin{align} ${wide} &= 0 \label{two} \\ c &= d \tag{B} \end{align}$$
`

// As text, since it runs in the page: how many numbers there are, how many of them lie on their formula, and how large formulas are.
const look = `(() => {
  const meet = (a, b) => a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 1 && a.bottom > b.top + 1
  const numbers = [...document.querySelectorAll('.katex-tag')]
  const size = selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)
  return {
    numbers: numbers.length,
    covered: numbers.filter(number => [...number.parentElement.querySelectorAll(':scope > .katex-base')]
      .some(base => meet(base.getBoundingClientRect(), number.getBoundingClientRect()))).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    scale: size('p > .katex') / size('.prose p'),
  }
})()`

test.runIf(chromiumPath !== undefined)('a number never lies on its formula, and a formula is a tenth larger than the text', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lectern-formulas-'))
  mkdirSync(join(root, 'posts'))
  writeFileSync(join(root, 'posts', '2024-01-02-x.md'), body)
  const built = await buildInto(root)
  const server = await serve(built.output)
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
  try {
    for (const [media, width] of [
      ['screen', 320],
      ['screen', 390],
      ['screen', 1280],
      ['print', 640],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      await page.emulateMedia({ media })
      await page.goto(`${server.url}/2024/01/02/x/`)
      await page.evaluate('document.fonts.ready')
      const seen = (await page.evaluate(look)) as { readonly scale: number }
      expect(seen, `${media} at ${width}`).toMatchObject({ numbers: 3, covered: 0, overflow: 0 })
      expect(seen.scale).toBeCloseTo(1.1)
      await page.close()
    }
  } finally {
    await browser.close()
    server.close()
    built.remove()
    rmSync(root, { recursive: true, force: true })
  }
})
