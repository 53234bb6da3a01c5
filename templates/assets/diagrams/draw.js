// Draws diagrams where their sources stand, which any reader sees who has no script. Mermaid, which is large, is loaded when a diagram
// comes near or the reader does anything; it draws in a frame of the site's own, and what it drew moves into the page without the
// styles that the page's policy forbids: they become a style sheet that a script may add.

const sources = () => [...document.querySelectorAll('.language-mermaid:not(.diagram *)')]
const acts = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart']

let isWanted = false
let said = {}
let fileOf

/** `words` is what is said of a diagram, `address` tells where a file of the theme is. */
export function drawDiagrams(words, address) {
  said = words
  fileOf = address
  // A course on one page is there to be printed, and no printer waits for a script.
  if (isWanted || document.querySelector('.whole-course')) return draw()
  const observer = new IntersectionObserver(entries => entries.some(({ isIntersecting }) => isIntersecting) && start(), {
    rootMargin: '600px',
  })
  function start() {
    observer.disconnect()
    for (const act of acts) removeEventListener(act, start)
    if (!isWanted) draw()
    isWanted = true
  }
  for (const source of sources()) observer.observe(source)
  for (const act of acts) addEventListener(act, start, { passive: true })
}

let drawn = 0
let last = Promise.resolve()

// One after the other: Mermaid has one configuration for all that it draws.
function draw() {
  last = last.then(drawAll, drawAll)
  return last
}

async function drawAll() {
  const boxes = sources()
  if (boxes.length === 0) return
  const view = await workshop()
  const pictures = new Map(boxes.map(box => [box, []]))
  for (const scheme of ['light', 'dark']) {
    view.mermaid.initialize(configFor(scheme))
    for (const [box, drawings] of pictures) {
      const id = `diagram-${++drawn}`
      try {
        const { svg } = await view.mermaid.render(id, withSigns(box.querySelector('code').textContent))
        drawings.push(adopt(view, svg, scheme))
      } catch (error) {
        // What cannot be drawn stays as it is written, and says why to who asks.
        view.document.getElementById(`d${id}`)?.remove()
        box.title = error.message
      }
    }
  }
  for (const [box, drawings] of pictures) if (drawings.length === 2) place(box, drawings)
}

// In the labels of a flowchart Mermaid loses `>` and shows `#35;` as it is written, unless labels are HTML.
function withSigns(source) {
  if (!/^\s*(?:flowchart|graph)\b/m.test(source)) return source
  const named = { quot: '”', gt: '&gt;', lt: '&lt;' }
  const plain = label =>
    label
      .replace(/<\/?[a-z][^<>]*>|>/gi, sign => (sign === '>' ? '&gt;' : sign))
      .replace(/#(quot|gt|lt);/g, (_, name) => named[name])
      .replace(/#(\d{2,6});/g, (_, code) => ({ 34: '”', 60: '&lt;', 62: '&gt;' })[code] ?? String.fromCodePoint(Math.min(code, 0x10ffff)))
  // In quotes, on an edge, or in a shape: `"a > b"`, `|a > b|`, `[a > b]`.
  const labels = /"[^"]*"|(?<=\|)[^|"\n]*(?=\|)|(?<=[[({])[^[\](){}|"\n]+(?=[\])}])/g
  return source.replace(labels, label => (label.startsWith('"`') ? label : plain(label)))
}

let frame
function workshop() {
  frame ??= new Promise((resolve, reject) => {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: fileOf('diagrams/draw.css') })
    const element = Object.assign(document.createElement('iframe'), { className: 'diagram-frame', tabIndex: -1, title: said.diagram })
    element.setAttribute('aria-hidden', 'true')
    element.src = fileOf('diagrams/frame.html')
    element.addEventListener('load', () => {
      const view = element.contentWindow
      const script = view.document.createElement('script')
      script.src = fileOf('diagrams/mermaid.js')
      script.addEventListener('load', () => resolve(view))
      script.addEventListener('error', () => reject(new Error('Mermaid was not loaded')))
      view.document.head.append(script)
    })
    document.head.append(sheet)
    document.body.append(element)
  })
  return frame
}

// Labels in HTML would take the looks of the page's own paragraphs.
function configFor(scheme) {
  const { fontFamily, ...colours } = looksIn(scheme)
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'base',
    themeVariables: { darkMode: scheme === 'dark', fontFamily, fontSize: '15px', ...variablesOf(colours) },
    fontFamily,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    gantt: { useWidth: 800 },
    suppressErrorRendering: true,
  }
}

// The colours and the font of the page, as they are in that scheme.
function looksIn(scheme) {
  const probe = document.createElement('span')
  probe.style.colorScheme = scheme
  probe.style.fontFamily = 'var(--sans)'
  document.body.append(probe)
  const colour = name => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const looks = Object.fromEntries(['paper', 'raised', 'line', 'text', 'quiet', 'mark'].map(name => [name, colour(name)]))
  const { fontFamily } = getComputedStyle(probe)
  probe.remove()
  return { ...looks, fontFamily }
}

function variablesOf({ paper, raised, line, text, quiet, mark }) {
  return {
    background: paper,
    mainBkg: raised,
    primaryColor: raised,
    secondaryColor: raised,
    tertiaryColor: paper,
    textColor: text,
    titleColor: text,
    primaryTextColor: text,
    secondaryTextColor: text,
    tertiaryTextColor: text,
    lineColor: quiet,
    primaryBorderColor: quiet,
    secondaryBorderColor: quiet,
    tertiaryBorderColor: quiet,
    edgeLabelBackground: paper,
    noteBkgColor: mark,
    noteTextColor: text,
    noteBorderColor: quiet,
    pie1: mark,
    pie2: line,
    pie3: raised,
    pie4: paper,
    pieOpacity: '1',
    pieStrokeColor: quiet,
    pieOuterStrokeColor: quiet,
  }
}

function adopt(view, markup, scheme) {
  const room = view.document.createElement('div')
  room.innerHTML = markup
  const svg = room.querySelector('svg')
  for (const style of svg.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style.textContent)
    document.adoptedStyleSheets.push(sheet)
    style.remove()
  }
  const styled = [svg, ...svg.querySelectorAll('[style]')].map(element => [element, element.getAttribute('style')])
  for (const [element] of styled) element.removeAttribute('style')
  document.adoptNode(svg)
  for (const [element, style] of styled) element.style.cssText = style ?? ''
  svg.classList.add(`diagram-${scheme}`)
  // On a phone a wide one becomes as small as can be read, and scrolls.
  const width = Number(/^\S+ \S+ (\S+)/.exec(svg.getAttribute('viewBox') ?? '')?.[1])
  if (width > 0) svg.style.minWidth = `${Math.round(width * 0.7)}px`
  if (!svg.hasAttribute('aria-labelledby')) svg.setAttribute('aria-label', said.diagram)
  return svg
}

function place(box, drawings) {
  const figure = Object.assign(document.createElement('figure'), { className: 'diagram' })
  const view = Object.assign(document.createElement('div'), { className: 'diagram-view' })
  const source = Object.assign(document.createElement('details'), { className: 'diagram-source' })
  const summary = Object.assign(document.createElement('summary'), { textContent: said.diagramText })
  view.append(...drawings)
  figure.append(view, source)
  box.replaceWith(figure)
  source.append(summary, box)
  if (view.scrollWidth <= view.clientWidth) return
  view.tabIndex = 0
  view.setAttribute('role', 'group')
  view.setAttribute('aria-label', said.diagram)
}
