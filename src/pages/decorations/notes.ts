// Footnotes that come to the reader. The list at the end stays the list it is; where there is room the style sheet sets each note
// beside its mark (CSS anchor positioning), and elsewhere a tap on the mark shows it in place (a native popover). No script has a
// part in it, and a browser that knows neither still has the list and its links.

import type { Decoration } from '../decorate.ts'

// As `markdown/extensions/footnotes.ts` writes them.
const mark = /<sup id="fnref:([^"]*)"><a href="#fn:([^"]*)"[^>]*>(\d+)<\/a>/g
const list = /<div class="footnotes"[^>]*>\n<ol[^>]*>\n([\s\S]*)<\/ol>\n<\/div>\n?$/
const startOfNote = /(?=<li id="fn:)/

/** The style sheet of notes knows as many by number; a text with more keeps its list. */
const mostPlaced = 120

export const notes: Decoration = markup => {
  const found = list.exec(markup)
  if (!found) return markup
  const items = (found[1] ?? '').split(startOfNote)
  const numbers = new Map(items.map((item, index) => [labelOf(item), index + 1]))
  const isPlaced = items.length <= mostPlaced
  const marked = (text: string): string =>
    text.replace(mark, (whole, use: string, label: string, sign: string) => {
      const number = numbers.get(label)
      if (number === undefined) return whole
      // The first mark of a note is where it hangs; those after it only open it.
      const start = use === label && isPlaced ? whole.replace('<sup', `<sup class="mark-${number}"`) : whole
      const button = `<button type="button" class="note-mark lectern-add" popovertarget="note-${number}" aria-label="Note ${sign}">${sign}</button>`
      return start + button
    })
  const boxes = items.map((item, index) => boxed(marked(item), index + 1, isPlaced)).join('')
  return marked(markup.slice(0, found.index)) + found[0].replace(found[1] ?? '', () => boxes)
}

function boxed(item: string, number: number, isPlaced: boolean): string {
  const end = item.lastIndexOf('</li>')
  const start = item.indexOf('>') + 1
  if (end < 0) return item
  const box = `<div class="note${isPlaced ? ` placed note-${number}` : ''} lectern-wrap" id="note-${number}" popover>`
  return `${item.slice(0, start)}${box}${item.slice(start, end)}</div>${item.slice(end)}`
}

function labelOf(item: string): string {
  return /^<li id="fn:([^"]*)"/.exec(item)?.[1] ?? ''
}
