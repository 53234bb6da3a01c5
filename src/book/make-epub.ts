// A book as an EPUB 3 file (https://www.w3.org/TR/epub-33/): every chapter a file of XHTML, formulas as MathML, pictures inside, and the same
// bytes from the same book. The only file that imports fflate, which writes the time of day into a ZIP file unless it is told one, in the zone
// of the machine.

import { strToU8, type Zippable, zipSync } from 'fflate'
import { ownValue } from '../text/own-value.ts'
import type { Book, Chapter, ReadBytes } from './book.ts'
import { pictureBytes, standIn } from './picture.ts'
import { bookStyle } from './style.ts'
import { escaped, toXhtml, type Xhtml } from './xhtml.ts'

/** A file of the book beside those that every book has. */
interface Item {
  readonly id: string
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly properties: string
  /** The id of what is shown where this cannot be; empty for none. */
  readonly fallback: string
}

export function makeEpub(book: Book, read: ReadBytes): Uint8Array {
  const pictures = new Map<string, Item>()
  const pictureAt = (address: string): string | undefined => pictureFor(address, book, read, pictures)?.path
  const bodies = book.chapters.map(chapter => ({ chapter, body: toXhtml(chapter.content, chapter.id, pictureAt) }))
  const places = new Map(bodies.map(({ chapter, body }) => [`${chapter.id}.xhtml`, idsIn(body.text)]))
  const chapters = bodies.map(({ chapter, body }) => {
    const text = withKnownPlaces(body.text, `${chapter.id}.xhtml`, places)
    const heading = toXhtml(chapter.heading ?? escaped(chapter.title), `${chapter.id}-title`, pictureAt)
    const has = { hasMath: body.hasMath || heading.hasMath, hasSvg: body.hasSvg }
    return { id: chapter.id, path: `${chapter.id}.xhtml`, ...xhtmlItem(chapterPage(chapter, heading.text, text), has) }
  })
  const shown = [...pictures.values()]
  const items = [...chapters, ...shown, ...(shown.some(({ fallback }) => fallback !== '') ? [instead] : [])]
  const files: Zippable = {
    // Readers know the file by this, which stands first and is not packed.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'book/content.opf': strToU8(packageFile(book, items)),
    'book/nav.xhtml': strToU8(navigation(book)),
    'book/title.xhtml': strToU8(titlePage(book)),
    'book/style.css': strToU8(bookStyle),
    ...Object.fromEntries(items.map(({ path, bytes }) => [`book/${path}`, bytes] as const)),
  }
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) })
}

function idsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id))
}

// A link to a place that nobody has leads to the chapter, or, in the same one, nowhere.
function withKnownPlaces(text: string, path: string, places: ReadonlyMap<string, ReadonlySet<string>>): string {
  return text.replace(/ href="([\w-]+\.xhtml)?#([^"]*)"/g, (whole, file: string | undefined, id: string) => {
    if (places.get(file ?? path)?.has(id)) return whole
    return file === undefined ? '' : ` href="${file}"`
  })
}

function xhtmlItem(page: string, { hasMath, hasSvg }: Omit<Xhtml, 'text'>): Omit<Item, 'id' | 'path'> {
  const properties = [...(hasMath ? ['mathml'] : []), ...(hasSvg ? ['svg'] : [])].join(' ')
  return { type: 'application/xhtml+xml', bytes: strToU8(page), properties, fallback: '' }
}

// Readers and shops that know an older edition of the format ask for it.
const instead: Item = { id: 'instead', path: 'instead.png', type: 'image/png', bytes: standIn, properties: '', fallback: '' }

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

function pictureFor(address: string, { files }: Book, read: ReadBytes, pictures: Map<string, Item>): Item | undefined {
  const source = files.get(address.replace(/[?#].*$/s, ''))
  const ending = /\.(\w+)$/.exec(source ?? '')?.[1]?.toLowerCase() ?? ''
  const type = ownValue(types, ending)
  if (source === undefined || type === undefined) return undefined
  const known = pictures.get(source)
  if (known !== undefined) return known
  const written = read(source)
  const bytes = written && pictureBytes(written, ending)
  if (bytes === undefined) return undefined
  const id = `picture-${pictures.size + 1}`
  const item = { id, path: `${id}.${ending}`, type, bytes, properties: '', fallback: ending === 'webp' ? instead.id : '' }
  pictures.set(source, item)
  return item
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

function packageFile(book: Book, items: readonly Item[]): string {
  const meta = (name: string, value: string): string => (value === '' ? '' : `    <dc:${name}>${escaped(value)}</dc:${name}>\n`)
  const manifest = items.map(
    ({ id, path, type, properties, fallback }) =>
      `    <item id="${id}" href="${path}" media-type="${type}"${properties === '' ? '' : ` properties="${properties}"`}${fallback === '' ? '' : ` fallback="${fallback}"`}/>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${escaped(book.lang)}" dir="${book.dir}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="book-id">${escaped(book.identifier)}</dc:identifier>
${meta('title', book.title)}${meta('language', book.lang)}${book.authors.map(({ name }) => meta('creator', name)).join('')}${meta('publisher', book.publisher)}${meta('description', book.description)}    <meta property="dcterms:modified">${book.modified}</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
    <item id="style" href="style.css" media-type="text/css"/>
${manifest.join('')}  </manifest>
  <spine${book.dir === 'rtl' ? ' page-progression-direction="rtl"' : ''}>
    <itemref idref="title"/>
    <itemref idref="nav"/>
${book.chapters.map(({ id }) => `    <itemref idref="${id}"/>\n`).join('')}  </spine>
</package>
`
}

function page({ lang, dir }: Pick<Book, 'lang' | 'dir'>, title: string, body: string, type = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escaped(lang)}" xml:lang="${escaped(lang)}" dir="${dir}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body${type === '' ? '' : ` epub:type="${type}"`}>
${body}
</body>
</html>
`
}

function titlePage(book: Book): string {
  const lines = [
    ...book.facts,
    book.authors
      .map(({ name }) => name)
      .filter(name => name !== '')
      .join(', '),
    book.publisher,
  ]
  const shown = lines.filter(line => line !== '').map(line => `<p>${escaped(line)}</p>`)
  return page(book, book.title, `<h1>${escaped(book.title)}</h1>\n${shown.join('\n')}`, 'titlepage')
}

// Chapters by module; a module has no page of its own, so its name leads to its first chapter.
function navigation(book: Book): string {
  const rows: string[] = []
  let isOpen = false
  for (const chapter of book.chapters) {
    if (chapter.module !== '') {
      if (isOpen) rows.push('</ol></li>')
      rows.push(`<li><span>${escaped(chapter.module)}</span><ol>`)
      isOpen = true
    }
    rows.push(`<li><a href="${chapter.id}.xhtml">${escaped(named(chapter))}</a></li>`)
  }
  if (isOpen) rows.push('</ol></li>')
  return page(
    book,
    book.contents,
    `<nav epub:type="toc" id="toc" role="doc-toc"><h1>${escaped(book.contents)}</h1>\n<ol>\n${rows.join('\n')}\n</ol></nav>`,
  )
}

function named({ label, title }: Chapter): string {
  return label === '' ? title : `${label}: ${title}`
}

function chapterPage(chapter: Chapter, heading: string, text: string): string {
  const label = chapter.label === '' ? '' : `<p class="label">${escaped(chapter.label)}</p>\n`
  return page(chapter, named(chapter), `<section epub:type="chapter" id="${chapter.id}">\n${label}<h1>${heading}</h1>\n${text}\n</section>`)
}
