// What a reference leads to, shown beside it: a section, an equation, a theorem, a figure of this page or of another, or what another page is about.
// And a picture in its full size. Loaded when a reader first asks for one.

const pages = new Map()
let shown

/** Shows what `link` leads to, as long as the reader is there. */
export async function answer(link) {
  const content = await contentFor(link)
  if (content === undefined || !isAskedFor(link)) return
  close()
  const box = Object.assign(document.createElement('div'), { className: 'answer prose', popover: 'manual' })
  box.append(...content)
  document.body.append(box)
  box.showPopover()
  place(box, link)
  const leave = () => setTimeout(() => isAskedFor(link) || box.matches(':hover, :focus-within') || close(), 250)
  for (const target of [link, box]) for (const event of ['pointerleave', 'focusout']) target.addEventListener(event, leave)
  const listener = event => (event.type === 'scroll' || event.key === 'Escape') && close()
  addEventListener('keydown', listener)
  addEventListener('scroll', listener, { passive: true })
  shown = { box, listener }
}

function close() {
  if (!shown) return
  shown.box.remove()
  removeEventListener('keydown', shown.listener)
  removeEventListener('scroll', shown.listener)
  shown = undefined
}

function isAskedFor(link) {
  return link.matches(':hover, :focus-visible')
}

function place(box, link) {
  const [anchor, { width, height }] = [link.getClientRects()[0], box.getBoundingClientRect()]
  const left = Math.max(16, Math.min(anchor.left, document.documentElement.clientWidth - width - 16))
  const isBelow = anchor.bottom + height + 16 < innerHeight || anchor.top < height + 16
  Object.assign(box.style, { left: `${left}px`, top: `${isBelow ? anchor.bottom + 8 : anchor.top - height - 8}px` })
}

async function contentFor(link) {
  const address = link.href.split('#')[0]
  const id = decodeURIComponent(link.hash.slice(1))
  if (address === location.href.split('#')[0]) return id === '' ? undefined : partOf(document, id, address)
  const page = await pageAt(address)
  return page && (id === '' ? aboutPage(page) : partOf(page, id, address))
}

// A page is read once; of one that is no page of ours nothing is shown.
function pageAt(address) {
  if (!pages.has(address)) pages.set(address, readPage(address))
  return pages.get(address)
}

async function readPage(address) {
  try {
    const response = await fetch(address)
    if (!response.ok || !response.headers.get('content-type')?.includes('html')) return undefined
    // Its styles and scripts mean nothing here, and the policy of this page forbids them.
    const text = (await response.text()).replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '')
    const page = new DOMParser().parseFromString(text, 'text/html')
    return page.querySelector('article.post, article.page') ? page : undefined
  } catch {
    return undefined
  }
}

function aboutPage(page) {
  const title = Object.assign(document.createElement('p'), { className: 'answer-title' })
  title.textContent = page.querySelector('h1')?.textContent ?? page.title
  const about = document.createElement('p')
  about.textContent = page.querySelector('meta[name="description"]')?.content ?? ''
  const meta = page.querySelector('.post-meta')
  return [title, ...(meta ? copiesOf([meta], page, page.baseURI) : []), about]
}

function partOf(page, id, address) {
  const target = page.getElementById(id)
  if (!target || (page === document && isInView(target))) return undefined
  const heading = target.closest('.heading, h1, h2, h3, h4, h5, h6')
  if (heading) return copiesOf([heading, ...textAfter(heading)], page, address)
  const block = target.closest('.prose > *, li, dt, dd') ?? target
  return copiesOf([block.matches('li') ? wrapperOf(block) : block], page, address)
}

// An item of a list, without the list.
function wrapperOf(item) {
  const box = document.createElement('div')
  box.append(...[...item.cloneNode(true).childNodes])
  return box
}

// The first thing below a heading that is no heading.
function textAfter(heading) {
  const next = heading.nextElementSibling
  return next && !next.matches('.heading, h1, h2, h3, h4, h5, h6') ? [next] : []
}

function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

// Copies without ids, which are those of the page, and without what only works there. How another page sets its formulas stands in its own
// styles, so their MathML has to do.
function copiesOf(elements, page, address) {
  return elements.map(element => {
    const copy = document.importNode(element, true)
    for (const part of copy.querySelectorAll('.code-tools, .header-anchor, .note-mark, .reversefootnote, iframe, .u-url')) part.remove()
    for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id')
    for (const part of copy.querySelectorAll('[tabindex]')) part.removeAttribute('tabindex')
    for (const link of copy.querySelectorAll('a[href]')) link.href = new URL(link.getAttribute('href'), address)
    for (const image of copy.querySelectorAll('img[src]')) image.src = new URL(image.getAttribute('src'), address)
    if (page !== document) for (const formula of copy.querySelectorAll('.katex')) formula.replaceWith(formula.querySelector('math') ?? '')
    return copy
  })
}

/** Shows the picture that `link` leads to over the page. */
export function enlarge(link, closeLabel) {
  const inPage = link.querySelector('img')
  const dialog = Object.assign(document.createElement('dialog'), { className: 'picture-dialog', ariaLabel: inPage?.alt ?? '' })
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: '×', ariaLabel: closeLabel })
  const picture = Object.assign(document.createElement('img'), { src: link.href, alt: inPage?.alt ?? '' })
  dialog.append(picture, button)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    link.focus({ preventScroll: true })
  })
  document.body.append(dialog)
  dialog.showModal()
}
