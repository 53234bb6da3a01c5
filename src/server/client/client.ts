// The preview's script in the browser: brings the page up to date in place, shows what is wrong, and leads to the editor.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { makeBar } from './bar.ts'
import { listen } from './events.ts'
import { bringUpToDate, swapSheets } from './morph.ts'
import type { Report } from './protocol.ts'
import { makeSheet } from './sheet.ts'

const script = document.currentScript as HTMLScriptElement
let version = script.dataset['version'] ?? ''
let wanted = version
let isBusy = false

// Everything that the preview adds stands in a shadow tree of its own, so that neither the page's styles reach it nor it the page.
const host = document.createElement('lectern-preview')
const root = host.attachShadow({ mode: 'open' })
const sheet = makeSheet(root, openEditor)
const bar = makeBar(root)
document.documentElement.append(host)

async function refresh(): Promise<void> {
  if (isBusy || document.hidden) return
  isBusy = true
  try {
    // What changes while the page is brought up to date is taken up in the next round.
    do {
      const taken = wanted
      if (version !== taken) await bringUpToDate()
      version = taken
      await showReport()
    } while (version !== wanted)
  } finally {
    isBusy = false
  }
}

async function showReport(): Promise<void> {
  const response = await fetch(`/__lectern/report?path=${encodeURIComponent(decodeURI(location.pathname))}`)
  const report = (await response.json()) as Report
  sheet.show(report.problems)
  bar.show(report)
}

async function openEditor(place: object): Promise<void> {
  const response = await fetch('/__lectern/open', { method: 'POST', body: JSON.stringify(place) })
  const { trouble } = (await response.json()) as { readonly trouble?: string }
  if (trouble) sheet.say(trouble)
}

listen(event => {
  const here = decodeURI(location.pathname)
  const moved = event.moved?.find(({ from }) => decodeURI(from) === here)
  if (moved !== undefined && !document.hidden) return location.replace(moved.to + location.hash)
  if (event.show !== undefined && !document.hidden && event.show !== here) location.assign(event.show)
  wanted = event.version
  if (event.sheets !== undefined && event.sheets.length > 0 && !document.hidden) {
    version = wanted
    void swapSheets(event.sheets).then(showReport)
  } else void refresh()
})

// A tab in the background does nothing until it is seen.
document.addEventListener('visibilitychange', () => void refresh())

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, blockquote, td, th, dt, dd, figcaption, .math-box'

document.addEventListener('dblclick', event => {
  const block = (event.target as Element).closest(blocks)
  if (block === null || block.closest('main') === null) return
  const text = block.textContent ?? ''
  const alike = [...document.querySelectorAll(`main :is(${blocks})`)].filter(other => other.textContent === text)
  void openEditor({ path: decodeURI(location.pathname), text, occurrence: alike.indexOf(block) })
})

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void showReport())
else void showReport()
