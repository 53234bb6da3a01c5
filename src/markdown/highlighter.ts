// Source code into spans with classes. The only file that imports highlight.js, whose traps are:
// - all its grammars together take 290 ms to load, so each is loaded when a post first needs it, before rendering begins,
//   since markdown-it cannot wait;
// - it throws on a language that it was not given, and recovers from every bad text by itself;
// - several of its grammars (Java, C++, INI) take the square of the length of a word, a minute for the base64 of a picture.

import type { HLJSApi, LanguageFn } from 'highlight.js'
import { escapeHtml, withQuotes } from '../text/escape.ts'
import { grammarFor } from './languages.ts'

export interface Highlighter {
  /** Loads the grammars that these languages need; unknown names are left out. */
  readonly prepare: (languages: Iterable<string>) => Promise<void>
  /** The code as HTML; undefined where the language has no grammar. Its grammar must have been prepared. */
  readonly highlight: (code: string, language: string) => string | undefined
}

/** Of code that is coloured. */
const longestWord = 1000

export function makeHighlighter(): Highlighter {
  let core: HLJSApi | undefined
  const loading = new Map<string, Promise<void>>()

  const load = async (grammar: string): Promise<void> => {
    core ??= (await import('highlight.js/lib/core')).default.newInstance()
    const language = (await import(`highlight.js/lib/languages/${grammar}`)) as { readonly default: LanguageFn }
    core.registerLanguage(grammar, language.default)
  }

  return {
    prepare: async languages => {
      for (const language of languages) {
        const grammar = grammarFor(language)
        if (grammar === undefined) continue
        if (!loading.has(grammar)) loading.set(grammar, load(grammar))
        await loading.get(grammar)
      }
    },
    highlight: (code, language) => {
      const grammar = grammarFor(language)
      if (grammar === undefined || !core?.getLanguage(grammar)) return undefined
      if (code.length > longestWord && code.split(/\W/).some(word => word.length > longestWord)) return escapeHtml(code)
      return withQuotes(core.highlight(code, { language: grammar, ignoreIllegals: true }).value)
    },
  }
}

/** The languages that a text's fences and attribute lists name, found without parsing it: some too many do no harm. */
export function languagesIn(markdown: string): Set<string> {
  const infos = [...markdown.matchAll(/^[ \t>*+-]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]+|\{[^\n]*)/gm)].map(([, info = '']) => info)
  // In braces it may be any word: `{#lst-sum .python}`, `{code-block} python`.
  const classes = [...markdown.matchAll(/\blanguage-([\w+#-]+)/g)].map(([, name = '']) => name)
  return new Set([...classes, ...infos.flatMap(info => (info.startsWith('{') ? info.split(/[^\w+#-]+/) : [info]))])
}
