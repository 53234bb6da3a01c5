// The page brought up to date in place: what has not changed is not touched, so scroll, focus, selection, open details and playing
// media stay as they are. The only file that imports idiomorph, whose traps are:
// - it takes attributes away that the reader or a script has set, such as `open`;
// - it removes what a script has added to the page;
// - it would put back the head's style elements that were swapped, so the head is left to this file.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { Idiomorph } from 'idiomorph'

/** Attributes that belong to whoever reads, not to the text. */
const readersAttributes = new Set(['open', 'hidden', 'data-shows', 'title', 'aria-label', 'data-current', 'value', 'checked'])
const readersElements = '.theme-switch, details, dialog, input, .contents a'
/** What scripts have added to the page, and the preview itself. */
const added = '.copy, .search-dialog, .search-status, .search-results, lectern-preview, [data-lectern-preview]'

export async function bringUpToDate(): Promise<void> {
  const response = await fetch(location.href, { cache: 'no-store' })
  if (response.redirected) {
    location.replace(response.url)
    return
  }
  const next = new DOMParser().parseFromString(withInertStyles(await response.text()), 'text/html')
  next.querySelector('[data-lectern-preview]')?.remove()
  if (scriptsOf(document) !== scriptsOf(next)) {
    location.reload()
    return
  }
  updateHead(next)
  const changed = morph(next)
  document.dispatchEvent(new CustomEvent('lectern:updated'))
  showChange(changed)
}

// Even of a document that nobody sees the browser reports styles that the page's policy forbids; as data they are silent.
const inertStyle = 'script[type="text/css"]'

function withInertStyles(html: string): string {
  const end = html.indexOf('</head>')
  const head = html
    .slice(0, end)
    .replace(/<style>/g, '<script type="text/css">')
    .replace(/<\/style>/g, '</script>')
  return head + html.slice(end)
}

// An author's script has run and cannot run again in the same page.
function scriptsOf(page: Document): string {
  return [...page.querySelectorAll('script:not([data-lectern-preview]):not([type="application/ld+json"]):not([type="text/css"])')]
    .map(script => script.outerHTML)
    .join('')
}

function morph(next: Document): Element[] {
  const changed: Element[] = []
  Idiomorph.morph(document.body, next.body, {
    morphStyle: 'outerHTML',
    restoreFocus: true,
    callbacks: {
      beforeNodeRemoved: node => !(node instanceof Element && node.matches(added)),
      beforeAttributeUpdated: (name, element) => !(readersAttributes.has(name) && element.matches(readersElements)),
      afterNodeAdded: node => {
        const element = node instanceof Element ? node : node.parentElement
        if (element !== null) changed.push(element)
      },
      beforeNodeMorphed: (old, node) => {
        if (old.nodeType === Node.TEXT_NODE && old.textContent !== node.textContent && old.parentElement !== null)
          changed.push(old.parentElement)
        return true
      },
    },
  })
  for (const name of ['lang', 'dir']) copyAttribute(name, next)
  return changed
}

function copyAttribute(name: string, next: Document): void {
  const value = next.documentElement.getAttribute(name)
  if (value === null) document.documentElement.removeAttribute(name)
  else document.documentElement.setAttribute(name, value)
}

// Styles that stand in the page are forbidden by its policy if they are not the ones it came with, but sheets that a script makes
// are not.
const swapped = new CSSStyleSheet()

function updateHead(next: Document): void {
  if (document.title !== next.title) document.title = next.title
  const now = stylesOf(document)
  const then = stylesOf(next)
  if (now.text !== then.text) {
    for (const style of document.head.querySelectorAll('style')) if (!style.textContent?.includes('@import')) style.remove()
    swapped.replaceSync(then.text)
    if (!document.adoptedStyleSheets.includes(swapped)) document.adoptedStyleSheets.push(swapped)
    shownText = then.text
  }
  for (const address of then.imports) if (!now.imports.includes(address)) addSheet(address)
}

let shownText: string | undefined

function stylesOf(page: Document): { readonly text: string; readonly imports: readonly string[] } {
  const styles = [...page.head.querySelectorAll(`style, ${inertStyle}`)].map(style => style.textContent ?? '')
  const imports = styles.flatMap(text => [...text.matchAll(/@import "([^"]+)"/g)].map(([, address = '']) => address))
  const linked = [...page.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(link => new URL(link.href).pathname)
  const own = styles.filter(text => !text.includes('@import')).join('')
  return { text: page === document ? (shownText ?? own) : own, imports: [...imports, ...linked] }
}

/** Takes style sheets anew; the old ones stay until the new are there, so nothing flashes. */
export async function swapSheets(addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map(swapSheet))
}

// A site may have sheets that this page does not show.
async function swapSheet(address: string): Promise<void> {
  if (linksTo(address).length > 0 || importOf(address) !== undefined) await addSheet(address)
}

function linksTo(address: string): HTMLLinkElement[] {
  const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  return links.filter(link => new URL(link.href).pathname === address)
}

function addSheet(address: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${address}?${Date.now()}` })
  const old = linksTo(address)
  return new Promise(resolve => {
    link.addEventListener('error', () => resolve())
    link.addEventListener('load', () => {
      for (const other of old) other.remove()
      importOf(address)?.remove()
      resolve()
    })
    document.head.append(link)
  })
}

// The rules of a sheet of another site cannot be read.
function importOf(address: string): { readonly remove: () => void } | undefined {
  for (const sheet of document.styleSheets) {
    if (sheet.href !== null && new URL(sheet.href).origin !== location.origin) continue
    const index = [...sheet.cssRules].findIndex(rule => rule instanceof CSSImportRule && rule.href === address)
    if (index >= 0) return { remove: () => sheet.deleteRule(index) }
  }
  return undefined
}

// What was edited comes into view if it is not, and is marked for a moment.
function showChange(changed: readonly Element[]): void {
  const edited = changed.map(element => blockOf(element)).find(block => block !== undefined)
  if (edited === undefined || !edited.isConnected) return
  const { top, bottom } = edited.getBoundingClientRect()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const isRecent = performance.now() - lastScroll < 1000
  if ((bottom < 0 || top > innerHeight) && !isRecent) scrollBy({ top: top - innerHeight / 3, behavior: isStill ? 'instant' : 'smooth' })
  if (!isStill)
    edited.animate([{ backgroundColor: 'rgb(255 210 60 / 0.5)' }, { backgroundColor: 'transparent' }], {
      duration: 900,
      easing: 'ease-out',
    })
}

// Never moves the page under somebody who is scrolling it.
let lastScroll = Number.NEGATIVE_INFINITY
for (const kind of ['wheel', 'touchmove', 'keydown'])
  addEventListener(
    kind,
    () => {
      lastScroll = performance.now()
    },
    { passive: true },
  )

function blockOf(element: Element): Element | undefined {
  let block = element
  while (block.parentElement !== null && !block.parentElement.matches('.prose, main, article')) block = block.parentElement
  return block.parentElement?.matches('.prose, article') ? block : undefined
}
