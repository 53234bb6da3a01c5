// The class names that style sheets of Jekyll's themes know: Rouge's, which are those of Pygments. highlight.js has other scopes, so each
// of its names has here the token of Rouge that means the same; where Rouge marks nothing, the code stays bare.

import { escapeHtml, withQuotes } from '../text/escape.ts'
import { ownValue } from '../text/own-value.ts'

/** One name, or more where the text of the token decides. */
type Choice = string | ((text: string) => string)

const declaring = /^(?:var|let|const|function|class|struct|enum|interface|trait|type|fn|func|static|extends|implements|async)$/
const importing = /^(?:import|from|package|namespace|require|include|using|use|module|export)$/

const choices: Readonly<Record<string, Choice>> = {
  addition: 'gi',
  attr: 'na',
  attribute: 'nl',
  built_in: 'nb',
  bullet: 'pi',
  'char.escape': 'se',
  code: 's',
  comment: text => (/^(?:\/\*|&lt;!--|\(\*|\{-|=begin)/.test(text) ? 'cm' : 'c1'),
  deletion: 'gd',
  doctag: 'cs',
  emphasis: 'ge',
  keyword: text => (declaring.test(text) ? 'kd' : importing.test(text) ? 'kn' : 'k'),
  literal: 'kc',
  meta: 'cp',
  'meta.prompt': 'gp',
  name: 'nt',
  number: text => (/^0x/i.test(text) ? 'mh' : /[.eE]/.test(text) ? 'mf' : 'mi'),
  operator: 'o',
  property: 'py',
  punctuation: 'p',
  quote: 'c1',
  regexp: 'sr',
  section: 'gh',
  'selector-attr': 'na',
  'selector-class': 'nc',
  'selector-id': 'nf',
  'selector-pseudo': 'nd',
  'selector-tag': 'nt',
  string: text => (/^(?:"|&quot;|`)/.test(text) ? 's2' : /^(?:'|&#x27;)/.test(text) ? 's1' : 's'),
  strong: 'gs',
  subst: 'si',
  symbol: 'ss',
  'template-tag': 'cp',
  'template-variable': 'nv',
  title: 'nf',
  'title.class': 'nc',
  'title.class.inherited': 'nc',
  'title.function': 'nf',
  'title.function.invoke': 'nf',
  type: 'kt',
  variable: 'nv',
  'variable.constant': 'no',
  'variable.language': 'bp',
}

/** The same code with Rouge's classes; elements that are not highlight.js's stay as they are. */
export function inRougeClasses(code: string): string {
  const open: boolean[] = []
  return withQuotes(code).replace(
    /<span class="hljs-([^"]*)">([^<]*)|<(\/?)span\b[^>]*>/g,
    (tag, scope: string | undefined, text: string, slash) => {
      if (scope !== undefined) {
        const name = rougeName(scope, text)
        open.push(name !== '')
        return name === '' ? text : `<span class="${name}">${text}`
      }
      if (slash !== '') return open.pop() === false ? '' : tag
      open.push(true)
      return tag
    },
  )
}

// `title function_ invoke__` is highlight.js's `title.function.invoke`.
function rougeName(classes: string, text: string): string {
  const scope = classes
    .replaceAll('hljs-', '')
    .replace(/_+(?= |$)/g, '')
    .replaceAll(' ', '.')
  const choice = ownValue(choices, scope) ?? ownValue(choices, scope.split('.', 1)[0] ?? '') ?? ''
  return typeof choice === 'string' ? choice : choice(text)
}

/** How Rouge writes a block of code. */
export interface RougeOptions {
  /** The number of the first line; undefined where lines have none. */
  readonly firstLine: number | undefined
  /** The class of the `pre`. */
  readonly preClass: string
  /** Code is left to a script of the site's own: in blocks, and within lines. */
  readonly isOff: boolean
  readonly isOffInLines: boolean
}

export const usualRouge: RougeOptions = { firstLine: undefined, preClass: 'highlight', isOff: false, isOffInLines: false }

/** What the options of kramdown and its attributes say of code within a line. */
export interface InlineCode {
  readonly isOff: boolean
  /** Empty for none. */
  readonly language: string
  /** By the code itself. */
  readonly isNamed: boolean
  readonly html?: string | undefined
}

interface BlockAttributes {
  /** Without its language. */
  readonly classes: string
  /** The others, as they are written. */
  readonly attributes: string
}

/** A block of code as kramdown writes it with Rouge (kramdown/converter/html.rb). */
export function rougeBlock(
  code: string,
  language: string,
  { classes, attributes }: BlockAttributes,
  { firstLine, preClass }: RougeOptions,
): string {
  const own = classes === '' ? '' : ` ${classes}`
  const inside = firstLine === undefined ? code : rougeTable(code, firstLine, 'rouge-')
  const pre = `<pre class="${escapeHtml(preClass)}"><code>${inside}</code></pre>`
  return `<div class="language-${language}${own} highlighter-rouge"${attributes}><div class="highlight">${pre}</div></div>\n`
}

/** Code that Rouge does not colour, which kramdown writes by itself; `language` is empty where the text names none. */
export function bareBlock(code: string, language: string, { classes, attributes }: BlockAttributes): string {
  const own = classes === '' ? '' : ` class="${classes}"`
  const ofCode = language === '' ? '' : ` class="language-${language}"`
  return `<pre${own}${attributes}><code${ofCode}>${withQuotes(code).replace(/\n$/, '')}\n</code></pre>\n`
}

/** Numbered code in Rouge's table (rouge/formatters/html_table.rb); Jekyll's `highlight` names its cells without a prefix. */
export function rougeTable(code: string, firstLine = 1, prefix = ''): string {
  // The last line may end within a span.
  const text = code.replace(/<[^>]*>/g, '')
  const ended = text.endsWith('\n') ? code : `${code}\n`
  const lines = text.replace(/\n$/, '').split('\n').length
  const numbers = Array.from({ length: lines }, (_, index) => `${firstLine + index}\n`).join('')
  const gutter = `<td class="${prefix}gutter gl"><pre class="lineno">${numbers}</pre></td>`
  const cells = `${gutter}<td class="${prefix}code"><pre>${ended}</pre></td>`
  return `<table class="rouge-table"><tbody><tr>${cells}</tr></tbody></table>`
}
