// A text in the midst of another: in a box that names and links what it comes from, with ids of its own. What is numbered in it keeps the number that
// it has at home, where the box leads: a reader who looks it up finds it by that number, and those of the page around it stay as they are.

import type { Frame, Link, ShownPlace } from '../body.ts'
import type { MarkdownReader } from '../markdown/markdown.ts'
import { type Html, html } from '../model.ts'
import { directionOf } from '../text/direction.ts'
import { escapeHtml } from '../text/escape.ts'
import { lazily } from '../text/lazily.ts'
import { placesIn } from '../text/tags.ts'
import { isAbsoluteUrl } from '../text/url.ts'
import type { Cited } from '../words/cited.ts'
import { pageFrame, type Surroundings } from './page-frame.ts'
import { type ShownText, shownKey } from './shown-texts.ts'

/** The text that shows another. */
interface Host {
  readonly around: Surroundings
  readonly lang: string
  readonly write: MarkdownReader['writeBody']
}

/** Undefined where a link is to stand: its text is on the same page already, which is that of a whole course, or cannot be shown. */
export function writeShown(place: ShownPlace, host: Host): Html | undefined {
  const found = host.around.shown.get(shownKey(place.link))
  if (found === undefined || 'why' in found) return undefined
  if (place.frame.through !== undefined && place.frame.through.prefixAt(found.entry.permalink) !== '') return undefined
  return inBox(host.write(found.body, frameOf(found, place, host)), found, place, host)
}

function frameOf({ entry, body, known }: ShownText, place: ShownPlace, { around: ofHost, write }: Host): Frame {
  const around: Surroundings = { ...ofHost, ...known }
  const inner: Host = { around, lang: entry.lang ?? around.config.lang, write }
  const own = pageFrame(entry, around)
  const outside = place.frame
  const idPrefix = `${outside.idPrefix}${place.id}-`
  const home = around.config.baseurl + entry.permalink
  const frame: Frame = {
    ...own,
    dress: outside.dress,
    topHeading: place.topHeading,
    idPrefix,
    isShown: true,
    shown: within => writeShown(within, inner),
    cited: own.cited && atHome(own.cited, home),
  }
  const outward = (link: Link): string => outside.address({ ...link, url: fromHome(own.address(link), home) })
  // What leads to a place in its own text leads there where it is shown, else to its page.
  const places = lazily(() => new Set(placesIn(write(body, { ...frame, address: ({ url }) => url }))))
  const address = (link: Link): string => {
    if (!link.url.startsWith(`#${idPrefix}`)) return outward(link)
    const id = link.url.slice(1)
    return places().has(id) ? link.url : outward({ ...link, url: `${home}#${id.slice(idPrefix.length)}` })
  }
  return { ...frame, address }
}

// The list of references stays on its own page.
function atHome(cited: Cited, home: string): Cited {
  return { ...cited, list: [], leads: id => `${home}#${id}` }
}

function fromHome(address: string, home: string): string {
  if (isAbsoluteUrl(address) || address.startsWith('/')) return address
  const { pathname, search, hash } = new URL(address, `https://lectern.invalid${home}`)
  return pathname + search + hash
}

function inBox(inside: Html, { entry, target }: ShownText, { frame, link }: ShownPlace, { around, lang }: Host): Html {
  const own = entry.lang ?? around.config.lang
  const language = own === lang ? '' : ` lang="${escapeHtml(own)}" dir="${directionOf(own)}"`
  const url = target.address.replace(/^#/, `#${frame.idPrefix}`)
  const words = link.words === '' ? (target.html?.[frame.dress] ?? escapeHtml(target.words)) : escapeHtml(link.words)
  const name = `<a href="${escapeHtml(frame.address({ url, kind: 'link', line: link.line }))}">${words}</a>`
  if (frame.dress !== 'page') return html(`<blockquote${language}>\n<p>${name}</p>\n${inside}</blockquote>\n`)
  // A search finds it where it is at home.
  return html(`<div class="block block-shown"${language} data-pagefind-ignore>\n<p class="block-title">${name}</p>\n${inside}</div>\n`)
}
