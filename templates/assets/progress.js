// How far a reader is in a course: kept on the reader's machine alone, not before something is marked, and forgotten by a button.

const key = 'lectern-read'

/** `words` is what is said of it; `remembered` and `remember` read and write, and `forget` removes, where storage is allowed. */
export function showProgress(words, { remembered, remember, forget }) {
  let read = new Set(parsed(remembered(key)))

  const keep = () => (read.size === 0 ? forget(key) : remember(key, JSON.stringify([...read])))
  const button = (className, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className })
    made.addEventListener('click', () => {
      act()
      keep()
      show()
    })
    return made
  }

  const links = [...document.querySelectorAll('.lecture-rows li > div > p:first-child > a, .lecture-list li > a')]
  const pathOf = link => new URL(link.href).pathname
  const mark =
    document.querySelector('.lecture-list') && button('mark-read', () => read.delete(location.pathname) || read.add(location.pathname))
  document.querySelector('.post-footer')?.prepend(...(mark ? [mark] : []))

  const count = Object.assign(document.createElement('p'), { className: 'course-progress' })
  const said = document.createElement('span')
  const clear = button('forget-read', () => {
    for (const link of links) read.delete(pathOf(link))
  })
  clear.textContent = words.forgetRead
  count.append(said, ' ', clear)
  document.querySelector('.course > .list-header')?.append(count)

  function show() {
    const done = links.filter(link => read.has(pathOf(link)))
    for (const link of links) {
      link.parentElement.querySelector('.read-sign')?.remove()
      if (!done.includes(link)) continue
      const sign = Object.assign(document.createElement('span'), { className: 'read-sign', title: words.isRead, textContent: '✓' })
      sign.setAttribute('role', 'img')
      sign.setAttribute('aria-label', words.isRead)
      link.after(' ', sign)
    }
    said.textContent = words.readCount.replace('{count}', done.length).replace('{total}', links.length)
    count.hidden = done.length === 0
    if (!mark) return
    const isRead = read.has(location.pathname)
    mark.setAttribute('aria-pressed', isRead)
    mark.textContent = isRead ? `✓ ${words.isRead}` : words.markRead
  }

  // What another tab has marked.
  addEventListener('storage', event => {
    if (event.key !== key && event.key !== null) return
    read = new Set(parsed(remembered(key)))
    show()
  })
  show()
}

function parsed(text) {
  try {
    const paths = JSON.parse(text ?? '[]')
    return Array.isArray(paths) ? paths : []
  } catch {
    return []
  }
}
