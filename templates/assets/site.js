// What pages gain from a script. None of it is needed: without it a page reads, prints and navigates as well.

// A block of its own, so that nothing of this is seen by an author's scripts.
{
  const root = document.documentElement
  const base = new URL('..', document.currentScript.src)
  // Where files have names that tell their content, the page knows them.
  const hashes = JSON.parse(document.currentScript.dataset.files ?? '{}')
  const fileOf = name => new URL(`assets/${hashes[name] ? name.replace(/(?=\.\w+$)/, `.${hashes[name]}`) : name}`, base)

  // Where storage is forbidden, a choice lasts as long as the page.
  const remember = (key, value) => {
    try {
      localStorage.setItem(key, value)
    } catch {}
  }
  const forget = key => {
    try {
      localStorage.removeItem(key)
    } catch {}
  }
  const remembered = key => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }

  // What is said to readers; a page in another language than English brings its own words along.
  const words = () => ({ ...english, ...JSON.parse(document.body.dataset.words ?? '{}') })
  const english = {
    copy: 'Copy',
    copied: 'Copied',
    wrap: 'Wrap lines',
    close: 'Close',
    colours: 'Colours: {name}',
    automatic: 'automatic',
    light: 'light',
    dark: 'dark',
    diagram: 'Diagram',
    diagramText: 'The diagram as text',
    markRead: 'Mark as read',
    isRead: 'Read',
    readCount: '{count} of {total} read',
    forgetRead: 'Forget what I have read',
  }

  // Runs before anything is painted, so a chosen theme does not flash.
  const themes = ['auto', 'light', 'dark']
  let theme = themes.includes(remembered('theme')) ? remembered('theme') : 'auto'
  const showTheme = () => {
    if (theme === 'auto') delete root.dataset.theme
    else root.dataset.theme = theme
  }
  showTheme()

  function themeSwitch() {
    const button = document.querySelector('.theme-switch')
    if (!button) return
    const said = words()
    const label = () => {
      const name = { auto: said.automatic, light: said.light, dark: said.dark }[theme]
      button.dataset.shows = theme
      button.title = said.colours.replace('{name}', name)
      button.setAttribute('aria-label', button.title)
    }
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length]
      remember('theme', theme)
      showTheme()
      label()
      tellComments()
    })
    label()
    button.hidden = false
  }

  // A box of code gets its buttons when it comes near the window, so that a long page is not measured at once. What is observed has just been
  // laid out: all are measured before any is changed.
  function codeTools() {
    const observer = new IntersectionObserver(
      entries => {
        const boxes = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => ({ box: target, ...measured(target) }))
        for (const one of boxes) {
          observer.unobserve(one.box)
          addTools(one)
        }
      },
      { rootMargin: '50% 0px' },
    )
    for (const box of document.querySelectorAll(untooled)) observer.observe(box)
  }

  const untooled = '.highlight:not(:has(> .code-tools))'

  function measured(box) {
    const pre = box.querySelector('pre')
    return { pre, isLong: pre.scrollWidth > pre.clientWidth }
  }

  function addTools({ box, pre, isLong }) {
    if (!box.matches(untooled)) return
    const { copy, copied, wrap } = words()
    const tools = document.createElement('div')
    tools.className = 'code-tools'
    const add = (name, text, act) => {
      const button = document.createElement('button')
      Object.assign(button, { type: 'button', className: name, textContent: text })
      button.addEventListener('click', () => act(button))
      tools.append(button)
    }
    if (isLong) add('wrap', wrap, button => button.setAttribute('aria-pressed', pre.classList.toggle('wrapped')))
    if (navigator.clipboard)
      add('copy', copy, async button => {
        await navigator.clipboard.writeText(box.querySelector('code').textContent.replace(/\n$/, ''))
        button.textContent = copied
        setTimeout(() => {
          button.textContent = copy
        }, 2000)
      })
    if (tools.firstChild) box.append(tools)
  }

  // A list of contents follows the reader; one that is long shows the parts of the section he is in.
  function followReader() {
    const links = [...document.querySelectorAll('.contents a')]
    if (links.length === 0) return
    const list = document.querySelector('.contents details')
    const items = links.map(link => link.parentElement)
    const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
    const isPart = item => item.classList.contains('level-3')
    const mark = () => {
      const current = headings.findLastIndex(heading => heading && heading.getBoundingClientRect().top < innerHeight / 3)
      const section = items.findLastIndex((item, index) => index <= current && !isPart(item))
      let at = -1
      for (const [index, item] of items.entries()) {
        if (!isPart(item)) at = index
        links[index].toggleAttribute('data-current', index === current)
        item.toggleAttribute('data-folded', items.length > 24 && isPart(item) && at >= 0 && at !== section)
      }
      // Measured when the next frame is laid out in any case.
      requestAnimationFrame(() => {
        const place = links[Math.max(0, current)].offsetTop
        if (place < list.scrollTop + 40 || place > list.scrollTop + list.clientHeight - 80) list.scrollTop = place - list.clientHeight / 3
      })
    }
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' })
    for (const heading of headings) if (heading) observer.observe(heading)
  }

  // Notes beside the text step below what takes their place.
  function stepAside() {
    const wide = [...document.querySelectorAll('.prose .wide')]
    const notes = [...document.querySelectorAll('.note.placed')]
    if (wide.length === 0 || notes.length === 0) return
    const step = () => {
      for (const note of notes) note.style.marginTop = ''
      if (!matchMedia('(min-width: 75rem)').matches) return
      for (const note of notes) {
        const { top, bottom, left } = note.getBoundingClientRect()
        const boxes = wide.map(box => box.getBoundingClientRect())
        const box = boxes.find(box => box.right > left && box.top < bottom && box.bottom > top)
        if (box) note.style.marginTop = `${box.bottom - top + 12}px`
      }
    }
    for (const event of ['load', 'resize']) addEventListener(event, step)
  }

  // What a link leads to, shown in place, and pictures in full size; the script for it comes when it is first asked for.
  function answers() {
    const load = () => import(fileOf('answers.js'))
    const plain = ':not(.header-anchor, .enlarge, .footnote, .reversefootnote)'
    let waiting
    const ask = ({ target }) => {
      const link = target.closest?.(`.prose a[href]${plain}`)
      // Slides and other files may be large.
      if (link?.origin !== location.origin || /\.(?!html?$)\w+$/i.test(link.pathname)) return
      clearTimeout(waiting)
      waiting = setTimeout(async () => (await load()).answer(link), 350)
      const leave = () => clearTimeout(waiting)
      for (const event of ['pointerleave', 'blur', 'click']) link.addEventListener(event, leave, { once: true })
    }
    document.addEventListener('pointerover', event => event.pointerType === 'mouse' && ask(event))
    document.addEventListener('focusin', event => event.target.matches(':focus-visible') && ask(event))
    document.addEventListener('click', event => {
      const link = event.target.closest?.('.enlarge')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      load().then(({ enlarge }) => enlarge(link, words().close))
    })
  }

  const comments = () => document.querySelector('.comments iframe')

  function tellComments() {
    const scheme = theme === 'auto' ? 'preferred_color_scheme' : theme
    comments()?.contentWindow?.postMessage({ giscus: { setConfig: { theme: scheme } } }, 'https://giscus.app')
  }

  // The frame says how high it is, and the providers on GitHub hand back who has signed in.
  function growComments() {
    const frame = comments()
    if (!frame) return
    const here = new URL(location.href)
    for (const provider of ['giscus', 'utterances']) {
      if (here.searchParams.has(provider)) {
        remember(`${provider}-session`, here.searchParams.get(provider))
        here.searchParams.delete(provider)
        history.replaceState(null, '', here)
        frame.closest('details').open = true
      }
    }
    const session = remembered(`${frame.closest('details').dataset.provider}-session`)
    const source = new URL(frame.src)
    source.searchParams.set('origin', source.host === 'giscus.app' ? location.href.split('#')[0] : location.origin)
    if (session) source.searchParams.set('session', session)
    frame.src = source
    addEventListener('message', ({ origin, data }) => {
      if (origin !== source.origin) return
      const height = data?.giscus?.resizeHeight ?? data?.height
      if (height > 0) frame.style.height = `${height}px`
      if (data?.giscus) tellComments()
    })
  }

  const search = () => import(fileOf('search.js'))

  function searchDialog() {
    const link = document.querySelector('[data-search]')
    const form = document.querySelector('[data-search-page]')
    if (form) search().then(({ searchIn }) => searchIn(form, base))
    if (!link || form) return
    const open = async event => {
      event.preventDefault()
      ;(await search()).openDialog(base, remember, remembered)
    }
    link.addEventListener('click', open)
    addEventListener('keydown', event => {
      const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]')
      const isShortcut = (event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey))
      if (isShortcut && !event.altKey && remembered('search-keys') !== 'off') open(event)
    })
  }

  async function diagrams() {
    if (!document.querySelector('.language-mermaid')) return
    const { drawDiagrams } = await import(fileOf('diagrams/draw.js'))
    drawDiagrams(words(), fileOf)
  }

  async function progress() {
    if (!document.querySelector('.lecture-list, .lecture-rows')) return
    const { showProgress } = await import(fileOf('progress.js'))
    showProgress(words(), { remembered, remember, forget })
  }

  // A preview that has changed the page in place says so.
  for (const enhance of [codeTools, diagrams]) document.addEventListener('lectern:updated', enhance)

  document.addEventListener('DOMContentLoaded', () => {
    for (const enhance of [themeSwitch, codeTools, followReader, stepAside, answers, growComments, searchDialog, diagrams, progress])
      enhance()
  })
}
