// Names of programming languages: what highlight.js calls each grammar, and what else authors call it. Its own names are written down in
// languages.json, since it learns a grammar's other names only by loading it, and loading all takes a third of a second; a test holds
// the file to what it says, and writes it.

import languages from './languages.json' with { type: 'json' }

// Names that Rouge, Pygments and notebooks know, so that posts use them, and that highlight.js does not know or takes otherwise.
const rougeNames: Record<string, string> = {
  csh: 'bash',
  'emacs-lisp': 'lisp',
  elisp: 'lisp',
  eruby: 'erb',
  'html+erb': 'erb',
  ipython3: 'python',
  'objective-c': 'objectivec',
  python3: 'python',
  shell: 'bash',
  'shell-session': 'shell',
  terminal: 'shell',
  viml: 'vim',
}

/** Names for text that is not to be coloured. */
export const plainNames: ReadonlySet<string> = new Set([
  '',
  'text',
  'plaintext',
  'plain',
  'txt',
  'none',
  'mermaid',
  'nohighlight',
  'no-highlight',
  'output',
  'math',
])

const grammarOf = new Map<string, string>([
  ...Object.entries<readonly string[]>(languages).flatMap(([grammar, aliases]) =>
    [grammar, ...aliases].map(name => [name, grammar] as const),
  ),
  ...Object.entries(rougeNames),
])

/** The grammar for a language by any of its names, in any case. */
export function grammarFor(language: string): string | undefined {
  return grammarOf.get(language.toLowerCase())
}

/** Every name that has a grammar. */
export function languageNames(): IterableIterator<string> {
  return grammarOf.keys()
}
