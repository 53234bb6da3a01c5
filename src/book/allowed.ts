// What the schema of a book allows in attributes and among drawings and formulas. Browsers pass over what they do not know; a book that holds it is
// refused by shops and by some readers.

import { ownValue } from '../text/own-value.ts'

const whole = /^-?\d+$/
const count = /^[1-9]\d{0,2}$/
const day = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?$/

const values: Readonly<Record<string, (value: string) => boolean>> = {
  dir: value => /^(?:ltr|rtl|auto)$/.test(value),
  lang: value => /^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)?$/.test(value),
  // What else is said of a widget means nothing where no script runs.
  role: value => /^(?:doc-[a-z]+|img|group|note|presentation)$/.test(value),
  'aria-hidden': value => /^(?:true|false)$/.test(value),
  'aria-label': () => true,
  'aria-labelledby': value => /\S/.test(value),
  'aria-describedby': value => /\S/.test(value),
  datetime: value => day.test(value) || moment.test(value),
  start: value => whole.test(value),
  value: () => true,
  colspan: value => count.test(value),
  rowspan: value => count.test(value),
  scope: value => /^(?:row|col|rowgroup|colgroup)$/.test(value),
  cite: value => URL.canParse(value),
  width: value => /^\d+$/.test(value),
  height: value => /^\d+$/.test(value),
}

/** The value of an attribute as a book may have it; undefined where it is left out. */
export function allowedValue(element: string, attribute: string, written: string): string | undefined {
  if (attribute === 'href') return addressIn(written)
  const value = attribute === 'lang' ? written.replaceAll('_', '-') : written
  if (element === 'li' && attribute === 'value') return whole.test(value) ? value : undefined
  const isAllowed = ownValue(values, attribute)
  return (isAllowed === undefined ? !attribute.startsWith('aria-') : isAllowed(value)) ? value : undefined
}

// An address in full with what no address may hold written as browsers send it; one that browsers cannot read leads nowhere.
function addressIn(written: string): string | undefined {
  const address = written.trim().replace(/[\s"<>\\^`{|}]/g, encodeURIComponent)
  return /^https?:/i.test(address) && !URL.canParse(address) ? undefined : address
}

const drawing = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc marker pattern mask clipPath ' +
    'linearGradient radialGradient stop filter feBlend feColorMatrix feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset style'
  ).split(' '),
)
const formula = new Set(
  (
    'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd maction semantics annotation'
  ).split(' '),
)

/** The name of an element of a drawing or a formula, or one that holds the same; undefined for what is left out with all that is in it. */
export function allowedForeign(name: string): string | undefined {
  if (drawing.has(name) || formula.has(name)) return name
  // A link in a drawing would need a title, and what is in it is drawn all the same.
  if (name === 'a' || name === 'switch') return 'g'
  return /^m[a-z]+$/.test(name) && name !== 'mask' && name !== 'metadata' && name !== 'mpath' ? 'mrow' : undefined
}
