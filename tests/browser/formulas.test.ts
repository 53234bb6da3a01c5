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
    scale: size('p .katex') / size('.prose p'),
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

const sentence = String.raw`We minimise $f(x)$, where $x \in R^n$, over a set ($A$) for the $n$-body problem[^1]. Words and words with $x_{123456}$, and $a_1$[^1]; so
$y = a + b + c + d + e + f + g$. Long: $\left[\frac{p(x_1, x_2, x_3, x_4, x_5, x_6) q(y_1, y_2, y_3, y_4, y_5, y_6)}{\prod_i z_i}\right]$, and so on.

[^1]: Note.
`

// How far the page scrolls sideways, and what begins a line though it belongs to what stands before it.
const lookAtLines = `(() => {
  const rectOf = (node, from, to) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getBoundingClientRect()
  }
  const walker = document.createTreeWalker(document.querySelector('.prose > p'), NodeFilter.SHOW_TEXT)
  const begin = document.querySelector('.prose > p').getBoundingClientRect().left
  const apart = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.parentElement.closest('.katex-mathml')) continue
    for (let at = 0; at < node.data.length; at++) {
      const rect = rectOf(node, at, at + 1)
      if (rect.width === 0) continue
      if (/[,.;)1-]/.test(node.data[at]) && !node.parentElement.closest('.katex') && rect.left < begin + 2) apart.push(node.data.slice(at, at + 12))
    }
  }
  return { overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth, apart }
})()`

test.runIf(chromiumPath !== undefined)(
  'no line begins with the comma behind a formula, or with a mark, and no formula makes a phone scroll sideways',
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'lectern-formulas-'))
    mkdirSync(join(root, 'posts'))
    writeFileSync(join(root, 'posts', '2024-01-02-x.md'), sentence)
    const built = await buildInto(root)
    const server = await serve(built.output)
    const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
    try {
      const page = await browser.newPage()
      await page.goto(`${server.url}/2024/01/02/x/`)
      await page.evaluate('document.fonts.ready')
      for (let width = 280; width <= 420; width += 4) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(lookAtLines), `at ${width}`).toEqual({ overflow: 0, apart: [] })
      }
    } finally {
      await browser.close()
      server.close()
      built.remove()
      rmSync(root, { recursive: true, force: true })
    }
  },
)
