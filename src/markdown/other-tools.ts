// THE LIST of what other tools write and nothing here reads, so that it would stand in the page as it was written, each with the way out.

import { kindNamed, labelPrefixes } from './lecture/kinds.ts'

export interface OtherMarkup {
  /** What the markup is called. */
  readonly name: string
  readonly pattern: RegExp
  /** What to write in place of what was `written`; blocks of a lecture are not read everywhere. */
  readonly mend: (written: string, hasBlocks: boolean) => string
  /** False for what a text could say of itself: then it is a hint that only who asks for hints is told. */
  readonly isSure: boolean
}

const always = (mend: string) => (): string => mend

export const otherTools: readonly OtherMarkup[] = [
  { name: 'A callout of MkDocs', pattern: /^(?:!!!|\?\?\?\+?)[ \t]+[a-z][^\n]*/i, mend: calloutMend, isSure: true },
  { name: 'A tab of MkDocs', pattern: /^===\+?[ \t]+["“][^\n]*/, mend: always('write a heading in its place'), isSure: true },
  {
    name: 'A directive of reStructuredText',
    pattern: /^\.\.[ \t]+[a-z][\w-]*::[^\n]*/i,
    mend: always('write it in Markdown'),
    isSure: true,
  },
  {
    name: 'An environment of LaTeX',
    pattern: /\\begin\{(?:itemize|enumerate|figure|table|tabular|center|quote|verbatim|lstlisting)\*?\}/,
    mend: always('write it in Markdown; only formulas are read as TeX'),
    isSure: false,
  },
  {
    name: 'A theorem of LaTeX',
    pattern:
      /\\begin\{(?:theorem|lemma|proof|definition|corollary|example|remark|proposition|conjecture|exercise|solution|claim)\*?\}(?:\[[^[\]\n]*\])?/,
    mend: theoremMend,
    isSure: true,
  },
  {
    name: 'A command of LaTeX',
    pattern: /\\(?:(?:sub)*section|chapter|textbf|textit|emph|footnote|caption|includegraphics)\*?(?:\[[^[\]\n]*\])?\{/,
    mend: always('write it in Markdown; only formulas are read as TeX'),
    isSure: false,
  },
  {
    name: 'A citation of Pandoc',
    pattern: /\[(?:see |cf\. )?-?@[\w:.-]+(?:[,;][^[\]\n]*)?\]/,
    mend: always('put a .bib file with the work beside the post, or write it as a link or a footnote'),
    isSure: false,
  },
  {
    name: 'A reference of LaTeX',
    pattern: /\\(?:[cC]ref|autoref|nameref|pageref)\{[^{}\n\\]+\}/,
    mend: referenceMend,
    isSure: true,
  },
  {
    name: 'A reference of bookdown',
    pattern: /\\@ref\([^()\n]+\)/,
    mend: always('write [words](#id), with {#id} behind the heading that is meant'),
    isSure: true,
  },
  {
    name: 'A citation of LaTeX',
    pattern: /\\(?:cite[pt]?|citeauthor|citeyear|parencite|textcite)\*?(?:\[[^[\]\n]*\]){0,2}\{[^{}\n\\]+\}/,
    mend: citationMend,
    isSure: true,
  },
  {
    name: 'An inline note of Pandoc',
    pattern: /(?<=[\p{L}.,;:!?)”"’] ?)\^\[[^[\]\n]{3,}\]/u,
    mend: always('write [^name] in its place, and a paragraph [^name]: with its words'),
    isSure: true,
  },
  { name: 'An embed of Obsidian', pattern: /!\[\[[^[\]\n]+\]\]/, mend: embedMend, isSure: true },
  { name: 'A shortcode of Hugo', pattern: /\{\{[<%]\s*\/?[\w-]+/, mend: always('write what it made as Markdown or HTML'), isSure: true },
]

// `!!! note "Mind"` is `> [!NOTE] Mind`.
function calloutMend(written: string, hasBlocks: boolean): string {
  const [, name = '', title = ''] = /^\S+[ \t]+([\w-]+)[^"“]*(?:["“]([^"”]*))?/.exec(written) ?? []
  if (!hasBlocks) return 'write it as a quotation'
  const kind = kindNamed(name)?.name ?? 'note'
  return `write > [!${kind.toUpperCase()}]${title === '' ? '' : ` ${title}`} in its place, and > in front of each line of it`
}

// `\\citep[p. 3]{a,b}` is `[@a; @b, p. 3]`, where there is a bibliography.
function citationMend(written: string, hasBlocks: boolean): string {
  if (!hasBlocks) return 'write it as a link or a footnote'
  const keys = keysIn(/\{([^{}]+)\}$/.exec(written)?.[1] ?? '')
  const place = (/\[([^[\]]*)\]\{/.exec(written)?.[1] ?? '').replaceAll('~', ' ')
  const isInSentence = /^\\(?:citet|textcite|citeauthor)/.test(written) && keys.length === 1
  if (isInSentence) return citeSo(place === '' ? keys.join('') : `${keys.join('')} [${place}]`)
  return citeSo(`[${keys.join('; ')}${place === '' ? '' : `, ${place}`}]`)
}

// ``{cite:t}`a` `` of MyST is `@a`.
export function roleMend(role: string, words: string): string {
  if (!role.startsWith('{cite')) return 'write it as a link'
  const keys = keysIn(words)
  return citeSo(role === '{cite:t}' ? keys.join(' and ') : `[${keys.join('; ')}]`)
}

function keysIn(written: string): string[] {
  return written.split(',').map(key => `@${key.trim()}`)
}

function citeSo(written: string): string {
  return `write ${written}, with a .bib file that has it beside the post`
}

function embedMend(written: string, hasBlocks: boolean): string {
  const [, file = '', words = ''] = /!\[\[([^|\]]*)\|?([^\]]*)/.exec(written) ?? []
  if (/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(file)) return `write ![${/^\d*$/.test(words) ? 'what it shows' : words}](${file})`
  return hasBlocks ? `write [[${file}]], which links to it` : 'write a link to it'
}

function theoremMend(written: string, hasBlocks: boolean): string {
  const [, name = '', title = ''] = /\{(\w+)\*?\}(?:\[([^\]]*))?/.exec(written) ?? []
  if (!hasBlocks) return 'write it in Markdown; only formulas are read as TeX'
  const kind = kindNamed(name)?.name ?? 'theorem'
  return `write a line ::: ${kind}${title === '' ? '' : ` ${title}`} in its place, and a line ::: where it ends`
}

// `\cref{thm:cap}` is `@thm-cap`, which stands by `{#thm-cap}`.
function referenceMend(written: string, hasBlocks: boolean): string {
  const names = (/\{([^{}]+)\}/.exec(written)?.[1] ?? '').split(',').map(name => name.trim().replace(/[:\s]+/g, '-'))
  const isOurs = names.every(name => labelPrefixes.some(prefix => name.startsWith(`${prefix}-`)))
  if (!hasBlocks || !isOurs) return 'write it as a link to a heading; equations are referred to by \\eqref'
  return `write ${names.map(name => `@${name}`).join(' and ')}, and {#${names[0]}} by what is meant`
}
