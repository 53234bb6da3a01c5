// Tables as Chromium sets them: cells stand where their author says, in Markdown and in the HTML of older pages, whatever the look.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { looks } from '../../src/config/looks.ts'
import { buildInto, chromiumArgs, chromiumPath, serve } from '../support/browser.ts'

const body = `| a | b | c |
|:--|:-:|--:|
| 1 | 2 | 3 |

<table border="1"><tr align="center"><th>a</th><td>b</td><td align="right">c</td></tr></table>
`

// As text, since it runs in the page: how the cells of each row stand.
const look = `[...document.querySelectorAll('.prose tr')].map(row => [...row.cells].map(cell => getComputedStyle(cell).textAlign.replace('-webkit-', '')))`

test.runIf(chromiumPath !== undefined)('cells stand where their author says in every look', async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: [...chromiumArgs] })
  try {
    for (const name of ['', ...Object.keys(looks)]) {
      const root = mkdtempSync(join(tmpdir(), 'lectern-tables-'))
      mkdirSync(join(root, 'posts'))
      writeFileSync(join(root, '_config.yml'), name === '' ? '' : `style: ${name}\n`)
      writeFileSync(join(root, 'posts', '2024-01-02-x.md'), body)
      const built = await buildInto(root)
      const server = await serve(built.output)
      const page = await browser.newPage()
      await page.goto(`${server.url}/2024/01/02/x/`)
      const inMarkdown = ['start', 'center', 'end']
      expect(await page.evaluate(look), name).toEqual([inMarkdown, inMarkdown, ['center', 'center', 'right']])
      await page.close()
      server.close()
      built.remove()
      rmSync(root, { recursive: true })
    }
  } finally {
    await browser.close()
  }
})
