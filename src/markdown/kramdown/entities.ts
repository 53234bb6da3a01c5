// Named and numbered characters, decoded by markdown-it's table.

import type { Parser } from './parser.ts'

/** The character that `&name;`, `&#number;` or `&#xhex;` stands for, or the text itself where there is none of that name. */
export function decodeEntities(text: string, { decodeEntity }: Pick<Parser, 'decodeEntity'>): string {
  return text.includes('&') ? text.replace(/&(?:[A-Za-z]\w*|#\d+|#[xX][0-9a-fA-F]+);/g, entity => decodeEntity(entity)) : text
}
