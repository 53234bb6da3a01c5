// An image that is a paragraph by itself and has a title becomes a figure with the title as its caption.

import type { Decoration } from '../decorate.ts'

const lonelyImage = /<p([^>]*)>((?:<a\b[^>]*>)?<img\b(?:[^>"]|"[^"]*")*\stitle="([^"]+)"(?:[^>"]|"[^"]*")*>(?:<\/a>)?)<\/p>/g

export const figures: Decoration = markup =>
  markup.replace(lonelyImage, (whole, attributes: string, _image: string, title: string) => {
    const isWide = /\sclass="[^"]*\bwide\b/.test(attributes)
    return `<figure class="lectern-wrap${isWide ? ' wide' : ''}">${whole}<figcaption class="lectern-add">${title}</figcaption></figure>`
  })
