// The writer's bar: what the page is like, at the foot of the window. Ctrl and the full stop switch it off and on.

/// <reference lib="dom" />

import { make } from './make.ts'
import type { Report } from './protocol.ts'

export interface Bar {
  readonly show: (report: Report) => void
}

const remembered = 'lectern-bar'

export function makeBar(root: ShadowRoot): Bar {
  const style = new CSSStyleSheet()
  style.replaceSync(look)
  root.adoptedStyleSheets.push(style)
  const bar = make('aside', { className: 'bar', ariaLabel: 'About this page' })
  bar.hidden = true
  root.append(bar)
  let hasPage = false
  addEventListener('keydown', event => {
    if (event.key !== '.' || !event.ctrlKey) return
    localStorage.setItem(remembered, isOff() ? 'on' : 'off')
    bar.hidden = !hasPage || isOff()
  })
  return {
    show: ({ page }) => {
      hasPage = page !== undefined
      bar.hidden = !hasPage || isOff()
      if (page === undefined) return
      const checks = make('details', {}, [
        make('summary', { textContent: page.checks.length === 0 ? 'Nothing to mend' : `${page.checks.length} to look at` }),
        make(
          'ul',
          {},
          page.checks.map(check => make('li', { textContent: check })),
        ),
      ])
      const found = make('details', {}, [
        make('summary', { textContent: 'In search results' }),
        make('div', { className: 'found' }, [
          make('b', { textContent: page.title }),
          make('span', { textContent: decodeURI(location.pathname) }),
          make('p', { textContent: page.description }),
        ]),
      ])
      bar.replaceChildren(
        ...page.badges.map(badge => make('strong', { textContent: badge })),
        make('span', { textContent: `${page.words} words, ${page.minutes} min` }),
        found,
        checks,
        make('small', { textContent: 'Ctrl-. hides this' }),
      )
    },
  }
}

function isOff(): boolean {
  return localStorage.getItem(remembered) === 'off'
}

const look = `
.bar { position: fixed; inset: auto auto 0 0; z-index: 2147483646; display: flex; flex-wrap: wrap; gap: .2em 1em; align-items: baseline;
  max-width: 100vw; padding: .3em .9em; background: light-dark(#f4f2ec, #1f2125); color: light-dark(#1b1b18, #dcdad3);
  border: 1px solid light-dark(#dcd8cd, #36383e); border-radius: 0 .4em 0 0; font: 13px/1.5 system-ui, sans-serif; }
.bar[hidden] { display: none; }
.bar strong { padding: 0 .5em; border-radius: .3em; background: light-dark(#8a5a00, #e8bf7d); color: light-dark(#fff, #1b1b18); }
.bar summary { padding: 0; font-weight: 400; cursor: pointer; }
.bar ul { margin: .2em 0; padding-inline-start: 1.2em; }
.found { max-width: 36rem; padding: .4em 0; }
.found :is(b, span) { display: block; }
.found b { color: light-dark(#0b57a4, #8ab8f0); font-size: 1.15em; font-weight: 500; }
.found p { margin: 0; }
small { color: light-dark(#55534c, #aaa8a0); }
`
