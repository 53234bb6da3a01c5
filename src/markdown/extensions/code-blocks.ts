// Fenced and indented code, coloured by classes; the box scrolls by itself and can be reached by keyboard.

import type { MarkdownIt, Token } from 'markdown-it'
import { unknownLanguage } from '../../diagnostics.ts'
import { escapeHtml } from '../../text/escape.ts'
import { nearest } from '../../text/nearest.ts'
import { below, positionOnLine } from '../../text/position.ts'
import { type CodeOptions, codeLines, readCodeOptions, withTitle } from '../code-box.ts'
import { envOf, type MarkdownEnv } from '../env.ts'
import type { ExtensionTools } from '../extensions.ts'
import { languageNames, plainNames } from '../languages.ts'

export function codeBlocks(markdown: MarkdownIt, { highlighter }: ExtensionTools): void {
  markdown.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const token = tokens[index] as Token
    const language = languageOf(token)
    const coloured = plainNames.has(language.toLowerCase()) ? undefined : highlighter.highlight(token.content, language)
    if (coloured === undefined && !plainNames.has(language.toLowerCase())) complain(envOf(env), token, language)
    const info = token.info
      .trim()
      .slice(language.length)
      .replace(/^:\s*([^\s{}"'=]+)/, ' title="$1"')
    const options = readCodeOptions(info, attributesOf(token))
    return withTitle(codeBox(codeLines(coloured ?? escapeHtml(token.content), options), language, options, token), options)
  }
  markdown.renderer.rules['code_block'] = (tokens, index) => codeBox(escapeHtml(tokens[index]?.content ?? ''), '', readCodeOptions(''))
}

// `python`, `python {1,3}`, `python:file.py`: the language is the first word.
function languageOf(token: Token): string {
  return /^[^\s{,:]*/.exec(token.info.trim())?.[0] ?? ''
}

function attributesOf(token: Token): Record<string, string> {
  return Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)]))
}

function codeBox(code: string, language: string, { isNumbered }: CodeOptions, token?: Token): string {
  const name = escapeHtml(language === '' ? 'plaintext' : language)
  const own = (token?.attrs ?? [])
    .filter(([attribute]) => !/^(?:class|title|file|mark)$/.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(String(value))}"`)
  const added = token?.attrGet('class') ? ` ${escapeHtml(String(token.attrGet('class')))}` : ''
  const classes = `highlight language-${name}${isNumbered ? ' numbered' : ''}${added}`
  return `<div class="${classes}" data-lang="${escapeHtml(language)}"${own.join('')}><pre tabindex="0"><code>${code}</code></pre></div>\n`
}

function complain(env: MarkdownEnv, token: Token, language: string): void {
  const line = (token.map?.[0] ?? 0) + 1
  const position = below(positionOnLine(env.body, line, language), env.bodyLine)
  env.diagnostics.push(unknownLanguage({ file: env.file, position }, language, nearest(language, languageNames())))
}
