// References as MyST writes them: {eq}`loss`, {ref}`clocks`, {numref}`Figure %s <fig-curve>`, {prf:ref}`thm-cap`.

import type { Token } from 'markdown-it'
import { copyOf } from '../copy-of.ts'

/** A reference to `label`; of `says`, `%s` is the number, and undefined leaves the words to us. */
export interface Role {
  readonly written: string
  readonly label: string
  readonly isEquation: boolean
  readonly isNumber: boolean
  readonly says: string | undefined
}

const role = /\{(eq|ref|numref|prf:ref)\}$/
const withWords = /^(.*\S)\s*<([^<>]+)>$/s

/** The tokens of a line, with what `made` makes of each role in it. */
export function withRoles(line: readonly Token[], made: (role: Role) => Token): readonly Token[] {
  const isRole = ({ type, content }: Token, index: number): boolean =>
    type === 'text' && line[index + 1]?.type === 'code_inline' && role.test(content)
  if (!line.some(isRole)) return line
  return line.flatMap((token, index) => {
    if (token.type === 'code_inline' && index > 0 && isRole(line[index - 1] as Token, index - 1)) return []
    const name = isRole(token, index) ? role.exec(token.content)?.[1] : undefined
    if (name === undefined) return [token]
    const inside = line[index + 1]?.content ?? ''
    const [, words, label = inside] = withWords.exec(inside) ?? []
    const before = token.content.slice(0, -name.length - 2)
    const says = words?.replace('{number}', '%s')
    const reference = made({
      written: `{${name}}\`${inside}\``,
      label: label.trim(),
      isEquation: name === 'eq',
      isNumber: name === 'eq',
      says,
    })
    return before === '' ? [reference] : [copyOf(token, { content: before }), reference]
  })
}
