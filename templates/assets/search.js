// The search, loaded when a reader opens it: on its own page, or as a dialog over any other. The index is Pagefind's.

const most = 8

// What is said to readers; a page in another language than English brings its own words along.
const words = {
  search: 'Search',
  searchLabel: 'Words to look for',
  searchClose: 'Close',
  searchKeys: 'Open with / and Ctrl-K',
  searchNothing: 'Nothing about “{query}”',
  searchFound: { one: '{count} page', other: '{count} pages' },
  searchBest: '{found}, the best {most} of them',
  searchFails: 'The index could not be loaded. A build of the site makes it.',
  ...JSON.parse(document.body.dataset.words ?? '{}'),
}

/** Searches as the reader types into the field of `form`; results follow behind the form. */
export async function searchIn(form, base, { remembersQuery = true } = {}) {
  const field = form.querySelector('input[type="search"]')
  const status = make('p', { className: 'search-status', role: 'status' })
  const list = make('ol', { className: 'search-results' })
  form.after(status, list)
  const loading = loadIndex(base)
  let latest = 0

  const run = async () => {
    const query = field.value.trim()
    const turn = ++latest
    const found = query === '' ? [] : await find(await loading, query)
    // A slower answer to an earlier question comes too late.
    if (turn !== latest) return
    status.textContent = found === undefined ? words.searchFails : toldCount(query, found.length)
    list.replaceChildren(...(found ?? []).slice(0, most).map(resultItem))
    if (remembersQuery) history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`)
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    run()
  })
  field.addEventListener('input', run)
  form.parentElement.addEventListener('keydown', event => moveFocus(event, field, list))
  if (remembersQuery) field.value = new URLSearchParams(location.search).get('q') ?? ''
  field.focus()
  if (field.value !== '') await run()
}

/** Shows the dialog; `remember` and `remembered` keep the choice about the keys that open it. */
export function openDialog(base, remember, remembered) {
  const dialog = document.querySelector('.search-dialog') ?? makeDialog(base, remember, remembered)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input[type="search"]').select()
}

function makeDialog(base, remember, remembered) {
  const dialog = make('dialog', { className: 'search-dialog', ariaLabel: words.search })
  const form = make('form', { className: 'search-form' })
  const field = make('input', { type: 'search', ariaLabel: words.searchLabel, placeholder: words.search, autocomplete: 'off' })
  const close = make('button', { type: 'button', textContent: words.searchClose })
  close.addEventListener('click', () => dialog.close())
  form.append(field, close)
  const keys = make('input', { type: 'checkbox', checked: remembered('search-keys') !== 'off' })
  keys.addEventListener('change', () => remember('search-keys', keys.checked ? 'on' : 'off'))
  const option = make('label', { className: 'search-option' })
  option.append(keys, ` ${words.searchKeys}`)
  const body = make('div', { className: 'search-body' })
  body.append(form)
  dialog.append(body, option)
  // A click beside the dialog is one on its backdrop.
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  searchIn(form, base, { remembersQuery: false })
  return dialog
}

async function loadIndex(base) {
  try {
    const pagefind = await import(new URL('pagefind/pagefind.js', base))
    await pagefind.options({ baseUrl: base.pathname, excerptLength: 24 })
    await pagefind.init()
    return pagefind
  } catch {
    return undefined
  }
}

/** Undefined where the index, or the part of it that the words need, does not arrive: results of earlier words must not stay as if they were its. */
async function find(pagefind, query) {
  if (pagefind === undefined) return undefined
  try {
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, most).map(result => result.data()))
    return [...shown, ...results.slice(most)]
  } catch {
    return undefined
  }
}

function toldCount(query, count) {
  if (query === '') return ''
  if (count === 0) return words.searchNothing.replace('{query}', () => query)
  const { searchFound: forms } = words
  const found = (forms[new Intl.PluralRules(document.documentElement.lang || 'en').select(count)] ?? forms.other).replace('{count}', count)
  return count > most ? words.searchBest.replace('{found}', found).replace('{most}', most) : found
}

function resultItem({ url, meta, excerpt, sub_results: sections = [] }) {
  const item = make('li')
  item.append(linkTo(url, meta.title), excerptOf(excerpt))
  const below = sections.filter(section => section.url !== url).slice(0, 3)
  if (below.length > 0) {
    const list = make('ul')
    for (const section of below) {
      const part = make('li')
      part.append(linkTo(section.url, section.title), excerptOf(section.excerpt))
      list.append(part)
    }
    item.append(list)
  }
  return item
}

function linkTo(url, title) {
  return make('a', { href: url, textContent: title })
}

// Pagefind escapes the text and marks what was found.
function excerptOf(excerpt) {
  return make('p', { innerHTML: excerpt })
}

function moveFocus(event, field, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const stops = [field, ...list.querySelectorAll('a')]
  const next = stops[stops.indexOf(document.activeElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function make(name, properties = {}) {
  return Object.assign(document.createElement(name), properties)
}
