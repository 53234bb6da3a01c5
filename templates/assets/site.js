// What pages gain from a script. None of it is needed: without it a page reads, prints and navigates as well.

// A block of its own, so that nothing of this is seen by an author's scripts.
{
  const root = document.documentElement
  const base = new URL('..', document.currentScript.src)

  // Where storage is forbidden, a choice lasts as long as the page.
  const remember = (key, value) => {
    try {
      localStorage.setItem(key, value)
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
  const english = { copy: 'Copy', copied: 'Copied', colours: 'Colours: {name}', automatic: 'automatic', light: 'light', dark: 'dark' }

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

  function copyButtons() {
    const { copy, copied } = words()
    for (const box of document.querySelectorAll('.highlight:not(:has(> .copy))')) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'copy'
      button.textContent = copy
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(box.querySelector('code').textContent.replace(/\n$/, ''))
        button.textContent = copied
        setTimeout(() => {
          button.textContent = copy
        }, 2000)
      })
      if (navigator.clipboard) box.append(button)
    }
  }

  // Browsers that mark the section in view by themselves (CSS Overflow 5) need no help.
  function currentSection() {
    const links = [...document.querySelectorAll('.contents a')]
    if (links.length === 0 || CSS.supports('scroll-target-group', 'auto')) return
    const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
    const mark = () => {
      const passed = headings.findLastIndex(heading => heading && heading.getBoundingClientRect().top < innerHeight / 3)
      for (const [index, link] of links.entries()) link.toggleAttribute('data-current', index === passed)
    }
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66%' })
    for (const heading of headings) if (heading) observer.observe(heading)
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

  const search = () => import(new URL('assets/search.js', base))

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

  // A preview that has changed the page in place says so.
  document.addEventListener('lectern:updated', copyButtons)

  document.addEventListener('DOMContentLoaded', () => {
    for (const enhance of [themeSwitch, copyButtons, currentSection, growComments, searchDialog]) enhance()
  })
}
