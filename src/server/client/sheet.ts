// What is wrong, where the writer looks: errors in a sheet over the last good page, warnings as a count that opens. Each leads to the
// editor at its line.

/// <reference lib="dom" />

import type { Diagnostic } from '../../diagnostic.ts'
import { make } from './make.ts'

export interface Sheet {
  readonly show: (problems: readonly Diagnostic[]) => void
  /** Says something that is no problem of the texts. */
  readonly say: (text: string) => void
}

export function makeSheet(root: ShadowRoot, open: (place: object) => void): Sheet {
  const style = new CSSStyleSheet()
  style.replaceSync(look)
  root.adoptedStyleSheets.push(style)
  const list = make('ol')
  const summary = make('summary')
  const sheet = make('details', { className: 'sheet' }, [summary, list])
  sheet.setAttribute('role', 'log')
  sheet.hidden = true
  root.append(sheet)
  let shownErrors = 0
  addEventListener('keydown', event => {
    if (event.key === 'Escape') sheet.open = false
  })
  return {
    show: problems => {
      const told = problems.filter(({ severity }) => severity !== 'hint')
      const errors = told.filter(({ severity }) => severity === 'error')
      sheet.hidden = told.length === 0
      sheet.dataset['severity'] = errors.length > 0 ? 'error' : 'warning'
      summary.textContent = [counted(errors.length, 'error'), counted(told.length - errors.length, 'warning')].filter(Boolean).join(', ')
      list.replaceChildren(
        ...[...errors, ...told.filter(({ severity }) => severity !== 'error')].slice(0, 50).map(problem => item(problem, open)),
      )
      // New errors open the sheet; when they are gone it closes, and warnings never open it.
      if (errors.length > shownErrors) sheet.open = true
      if (errors.length === 0 && shownErrors > 0) sheet.open = false
      shownErrors = errors.length
    },
    say: text => {
      sheet.hidden = false
      summary.textContent = text
    },
  }
}

function counted(count: number, name: string): string {
  return count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`
}

function item({ file, position, message, hint, severity, code }: Diagnostic, open: (place: object) => void): HTMLElement {
  const place = file === undefined ? '' : position === undefined ? file : `${file}:${position.line}:${position.column}`
  const link = make('button', { type: 'button', className: 'place', textContent: place })
  link.addEventListener('click', () => open({ file, line: position?.line ?? 1, column: position?.column ?? 1 }))
  const parts = [
    ...(place === '' ? [] : [link]),
    make('p', { textContent: `${severity === 'error' ? 'Error' : 'Warning'}: ${message} [${code}]` }),
    ...(position === undefined || position.lineText.trim() === '' ? [] : [frame(position)]),
    ...(hint === undefined ? [] : [make('p', { className: 'hint', textContent: hint })]),
  ]
  return make('li', {}, parts)
}

function frame({ line, column, length, lineText, left = 0 }: NonNullable<Diagnostic['position']>): HTMLElement {
  const [before, marked, after] = [
    lineText.slice(0, column - 1 - left),
    lineText.slice(column - 1 - left, column - 1 - left + length),
    lineText.slice(column - 1 - left + length),
  ]
  return make('pre', {}, [`${line} | ${before}`, make('mark', { textContent: marked === '' ? ' ' : marked }), after])
}

const look = `
:host { all: initial; font: 14px/1.5 system-ui, sans-serif; color-scheme: light dark; }
.sheet { position: fixed; inset: auto 0 0 auto; z-index: 2147483647; max-width: min(60rem, 100vw); max-height: 60vh; overflow: auto;
  background: light-dark(#fff, #1f2125); color: light-dark(#1b1b18, #dcdad3); border-top: 3px solid light-dark(#8a5a00, #e8bf7d);
  box-shadow: 0 0 2rem rgb(0 0 0 / .3); }
.sheet[open] { inset-inline: 0; margin-inline: auto; }
@media (max-width: 44rem) { .sheet:not([open]) { inset-block-end: 2.6em; } }
.sheet[data-severity="error"] { border-color: light-dark(#8b1a1a, #ff9a93); }
summary { padding: .4em 1em; cursor: pointer; font-weight: 600; }
ol { margin: 0; padding: 0 1em 1em; list-style: none; }
li { padding-block: .6em; border-top: 1px solid light-dark(#ddd, #444); }
p { margin: 0; }
.place { padding: 0; border: 0; background: none; color: light-dark(#0b57a4, #8ab8f0); font: 13px/1.6 ui-monospace, monospace;
  text-decoration: underline; cursor: pointer; }
.hint { color: light-dark(#55534c, #aaa8a0); }
.hint::before { content: "mend: "; }
pre { margin: .3em 0; padding: .5em .8em; overflow-x: auto; background: light-dark(#f4f2ec, #16171a); font: 13px/1.5 ui-monospace, monospace; }
mark { background: light-dark(#ffd9d6, #6b2320); color: inherit; }
`
