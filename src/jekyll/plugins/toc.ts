// jekyll-toc: a list of the headings of a text, and a mark before each to link to. A page asks for them with `toc: true`.

import { isMap } from '../../config/readers.ts'
import type { DataMap } from '../../model.ts'
import { escapeHtml } from '../../text/escape.ts'
import { type FoundHeading, findHeadings } from '../headings.ts'
import { at, firstGiven, isTruthy, printed } from '../values.ts'

interface Entry {
  readonly id: string
  readonly heading: FoundHeading
}

interface Settings {
  readonly list: 'ol' | 'ul'
  readonly class: (key: string, fallback: string) => string
}

/** The list alone: the filter `toc_only`, and the tag `{% toc %}`. */
export function tocOnly(html: string, config: DataMap): string {
  const settings = settingsOf(config)
  const { list } = settings
  const id = settings.class('list_id', 'toc')
  const items = listItems(entriesOf(html, config), settings)
  return `<${list} id="${id}" class="${settings.class('list_class', 'section-nav')}">\n${items}</${list}>`
}

/** The text with its marks: the filter `inject_anchors`. */
export function injectAnchors(html: string, config: DataMap): string {
  let result = ''
  let done = 0
  for (const { id, heading } of entriesOf(html, config)) {
    result += `${html.slice(done, heading.innerStart)}<a class="anchor" href="#${escapeHtml(id)}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`
    done = heading.innerStart
  }
  return result + html.slice(done)
}

/** Both: the filter `toc`. */
export function toc(html: string, config: DataMap): string {
  return tocOnly(html, config) + injectAnchors(html, config)
}

function settingsOf(config: DataMap): Settings {
  const given = at(config, 'toc')
  const own = isMap(given) ? given : {}
  return {
    list: isTruthy(own['ordered_list']) ? 'ol' : 'ul',
    class: (key, fallback) => escapeHtml(own[key] === undefined ? fallback : printed(own[key])),
  }
}

function entriesOf(html: string, config: DataMap): Entry[] {
  const level = (key: string, fallback: number): number => Number(firstGiven(at(config, 'toc', key)) ?? fallback)
  const [from, to] = [level('min_level', 1), level('max_level', 6)]
  const sections = [firstGiven(at(config, 'toc', 'no_toc_section_class'), 'no_toc_section')].flat().map(name => printed(name as string))
  const listed = findHeadings(html).filter(
    heading =>
      heading.level >= from &&
      heading.level <= to &&
      !heading.classes.includes('no_toc') &&
      !sections.some(name => heading.around.has(name)),
  )
  const seen = new Map<string, number>()
  return listed.map(heading => {
    const id = heading.id ?? idOf(heading.text)
    const count = seen.get(id) ?? 0
    seen.set(id, count + 1)
    return { id: count === 0 ? id : `${id}-${count}`, heading }
  })
}

function idOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  return encodeURIComponent(words.toWellFormed())
}

// Headings below the level of the first ones are a list within the item before; where there is none, they stand in for it.
function listItems(entries: readonly Entry[], settings: Settings): string {
  const top = Math.min(...entries.map(({ heading }) => heading.level))
  let html = ''
  for (let index = 0; index < entries.length; ) {
    const entry = entries[index]
    if (entry === undefined) break
    const isTop = entry.heading.level === top
    const below = belowTop(entries, isTop ? index + 1 : index, top)
    html += isTop ? listItem(entry, below, settings) : listItems(below, settings)
    index += below.length + (isTop ? 1 : 0)
  }
  return html
}

function belowTop(entries: readonly Entry[], start: number, top: number): readonly Entry[] {
  const end = entries.findIndex(({ heading }, index) => index >= start && heading.level === top)
  return entries.slice(start, end < 0 ? undefined : end)
}

function listItem({ id, heading }: Entry, below: readonly Entry[], settings: Settings): string {
  const { list } = settings
  const sublist = settings.class('sublist_class', '')
  const open = sublist === '' ? `<${list}>` : `<${list} class="${sublist}">`
  const inner = below.length === 0 ? '' : `\n${open}\n${listItems(below, settings)}</${list}>\n`
  const kind = `${settings.class('item_class', 'toc-entry')} ${settings.class('item_prefix', 'toc-')}h${heading.level}`
  return `<li class="${kind}"><a href="#${escapeHtml(id)}">${escapeHtml(heading.text)}</a>${inner}</li>\n`
}
