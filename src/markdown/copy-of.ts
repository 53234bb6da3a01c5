// Tokens are read-only once a text is read: what is to be written otherwise is a copy.

import type { Token } from 'markdown-it'

/** The same token with other values. */
export function copyOf(token: Token, values: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, values)
}
