// Fenced and indented code, coloured by classes when it is read; on a page the box scrolls by itself and can be reached by keyboard.

import type { StateCore, Token } from 'markdown-it'
import { unknownLanguage } from '../../diagnostics/texts.ts'
import { escapeHtml, withQuotes } from '../../text/escape.ts'
import { nearest } from '../../text/nearest.ts'
import { below, positionOnLine } from '../../text/position.ts'
import { type CodeOptions, codeLines, readCodeOptions, withTitle } from '../code-box.ts'
import { envOf, type MarkdownEnv } from '../env.ts'
import type { Extension, ExtensionTools } from '../extension.ts'
import { languageNames, plainNames } from '../languages.ts'
import { captionText, type FloatPhrase } from '../lecture/floats.ts'
import { bareBlock, type InlineCode, inRougeClasses, type RougeOptions, rougeBlock, usualRouge } from '../rouge-classes.ts'
import { rougeLanguages } from '../rouge-languages.ts'
import { attributesText, type Writing, withClasses } from '../writing.ts'

export const codeBlocks: Extension = {
  name: 'code blocks',
  tokens: (state: StateCore, tools: ExtensionTools) => {
    const env = envOf(state.env)
    for (const token of state.tokens) {
      for (const child of token.children ?? []) if (child.type === 'code_inline') colourInLine(child, tools)
      if (token.type !== 'fence') continue
      token.meta = { ...token.meta, code: readCode(token, env, tools) }
    }
  },
  write: {
    fence: (tokens, index, writing, renderer) => {
      const token = tokens[index] as Token
      const { html, options } = codeOf(token)
      const box = codeBox(html, languageOf(token), options, writing, token)
      const titled = writing.frame.dress === 'page' ? withTitle(box, options) : box
      if (token.meta?.['caption'] === undefined) return titled
      const id = attributesText({ attrs: (token.attrs ?? []).filter(([name]) => name === 'id') })
      const phrase = (token.meta?.['phrase'] as FloatPhrase | undefined) ?? 'figure'
      const caption = `<figcaption>${captionText(token, phrase, writing, renderer)}</figcaption>`
      // A reader of code wants to know first what it is.
      return token.meta?.['isListing'] === true
        ? `<figure${id}>${caption}${titled}</figure>\n`
        : `<figure${id}>${titled}${caption}</figure>\n`
    },
    code_inline: (tokens, index, writing) => inlineCode(tokens[index] as Token, writing),
    code_block: (tokens, index, writing) => codeBox(escapeHtml(tokens[index]?.content ?? ''), '', readCodeOptions(''), writing),
  },
}

/** What a fence keeps of its reading. */
interface ColouredCode {
  readonly html: string
  readonly options: CodeOptions
}

function readCode(token: Token, env: MarkdownEnv, { highlighter }: ExtensionTools): ColouredCode {
  const language = languageOf(token)
  const isPlain = plainNames.has(language.toLowerCase())
  const coloured = isPlain ? undefined : highlighter.highlight(token.content, language)
  if (coloured === undefined && !isPlain) complain(env, token, language)
  const info = token.info
    .trim()
    .slice(language.length)
    .replace(/^:\s*([^\s{}"'=]+)/, ' title="$1"')
  const options = readCodeOptions(info, attributesOf(token))
  return { html: coloured ?? escapeHtml(token.content), options }
}

function colourInLine(token: Token, { highlighter }: ExtensionTools): void {
  const code = token.meta as InlineCode | null
  if (code === null || code.language === '' || plainNames.has(code.language.toLowerCase())) return
  token.meta = { ...code, html: highlighter.highlight(token.content, code.language) }
}

function codeOf({ meta }: Token): ColouredCode {
  return meta?.['code'] as ColouredCode
}

// What the options of kramdown ask for; a text of CommonMark has none.
function rougeOf(token: Token | undefined): RougeOptions {
  return (token?.meta?.['rouge'] as RougeOptions | undefined) ?? usualRouge
}

// `python`, `python {1,3}`, `python:file.py`: the language is the first word.
function languageOf(token: Token): string {
  return /^[^\s{,:]*/.exec(token.info.trim())?.[0] ?? ''
}

function attributesOf(token: Token): Record<string, string> {
  return Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)]))
}

function codeBox(code: string, language: string, options: CodeOptions, { frame }: Writing, token?: Token): string {
  const name = escapeHtml(language === '' ? 'plaintext' : language)
  const isRouge = frame.codeMarkup === 'rouge'
  const own = (token?.attrs ?? [])
    // That of a figure stands at the whole. What is ours to show above the code is left to the theme where it has a look of its own.
    .filter(
      ([attribute]) =>
        attribute !== 'class' &&
        (isRouge || !/^(?:title|file|mark)$/.test(attribute)) &&
        (attribute !== 'id' || token?.meta?.['number'] === undefined),
    )
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(String(value))}"`)
  const given = escapeHtml(String(token?.attrGet('class') ?? ''))
  if (isRouge) {
    const of = { classes: given, attributes: own.join('') }
    const rouge = rougeOf(token)
    if (rouge.isOff) return bareBlock(escapeHtml(token?.content ?? ''), escapeHtml(language), of)
    if (!rougeLanguages.has(language)) return bareBlock(escapeHtml(token?.content ?? ''), name, of)
    return rougeBlock(inRougeClasses(code), name, of, rouge)
  }
  const classes = `highlight language-${name}${options.isNumbered ? ' numbered' : ''}${given === '' ? '' : ` ${given}`}`
  const pre = frame.dress === 'page' ? '<pre tabindex="0">' : '<pre>'
  return `<div class="${classes}" data-lang="${escapeHtml(language)}"${own.join('')}>${pre}<code>${codeLines(code, options)}</code></pre></div>\n`
}

function inlineCode(token: Token, { frame }: Writing): string {
  if (frame.codeMarkup === 'rouge') return rougeInline(token)
  const { attrs, content } = token
  const back = frame.dress === 'page' && isOption(content) ? 'unbroken' : ''
  return `<code${attributesText({ attrs: withClasses(attrs, { back }) })}>${escapeHtml(content)}</code>`
}

// As kramdown writes it with Rouge, which leaves alone what is in a language that it does not know.
function rougeInline({ attrs, content, meta }: Token): string {
  const { isOff, language, isNamed, html } = (meta as InlineCode | null) ?? { isOff: false, language: '', isNamed: false }
  const isKnown = language === '' || rougeLanguages.has(language)
  const classes = { front: isNamed ? '' : `language-${language || 'plaintext'}`, back: 'highlighter-rouge' }
  const attributes = attributesText({ attrs: isOff || !isKnown ? attrs : withClasses(attrs, classes) })
  const code = isOff || html === undefined ? withQuotes(escapeHtml(content)) : inRougeClasses(html)
  return `<code${attributes}>${code}</code>`
}

// `-n` broken behind its hyphen is no option, and `git-log` would be read without one. What is longer has to break somewhere.
function isOption(code: string): boolean {
  return code.length <= 20 && /^\S*-\S+$/.test(code)
}

function complain(env: MarkdownEnv, token: Token, language: string): void {
  const line = (token.map?.[0] ?? 0) + 1
  const position = below(positionOnLine(env.lines(), line, language), env.bodyLine)
  env.diagnostics.push(unknownLanguage({ file: env.file, position }, language, nearest(language, languageNames())))
}
