// The parts that kramdown's expressions are built from. `\s`, `\w` and `.` are spelled out, since Ruby's are narrower than
// JavaScript's: a no-break space or a line separator is a letter like any other to it.

import { sticky } from './cursor.ts'

export const space = '[ \\t\\r\\n\\f\\v]'
export const notSpace = '[^ \\t\\r\\n\\f\\v]'
export const blank = '[ \\t\\r\\f\\v]*\\n'
export const indent = '(?:\\t| {4})'
export const upToThree = ' {0,3}'
export const line = '[^\\n]*\\n'

/** Names of elements and attributes, with an optional namespace. */
const ncName = '[A-Za-z_\\u00c0-\\ufffd][\\w.\\-\\u00b7\\u00c0-\\ufffd]*'
export const htmlName = `(?:${ncName}:)?${ncName}`

export const idName = '\\w[\\w-]*'
export const listChars = '(?:\\\\\\}|[^}])'
/** What stands in an attribute list. A brace that nobody closes is not looked for further than any list is long. */
export const listText = `${listChars}{1,1000}`
export const attributeList = `\\{:(?!:|/)(${listText})\\}${space}*?\\n`
export const endMarker = `\\^${space}*?\\n`

const spanNames =
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var'
export const spanElements: ReadonlySet<string> = new Set(spanNames.split(' '))
const notSpan = `(?!(?:${spanNames.replaceAll(' ', '|')}|script)\\b)`
export const blockTagStart = `<${notSpan}${htmlName}`
export const blockTagStop = `</${notSpan}${htmlName}${space}*>`

export const listTail = '[\\t| ][^\\n]*?\\n'
export const bulletStart = `${upToThree}[+*-]${listTail}`
export const numberStart = `${upToThree}\\d+\\.${listTail}`
export const definitionStart = `${upToThree}:${listTail}`
export const atxStart = '#{1,6}[\\t ]+[^\\n]*\\n'
export const quoteStart = `${upToThree}>`
export const fenceStart = `${upToThree}[~\`]{3,}`

/** Where a text that goes on without its indentation ends all the same. */
export const lazyEnd = `${blank}|${upToThree}${attributeList}|${endMarker}|${upToThree}${blockTagStop}|${upToThree}${blockTagStart}|$(?![^])`
export const lazyEndExpression = sticky(lazyEnd)
export const blankExpression = sticky(`(?:${blank})+`)
export const endMarkerExpression = sticky(endMarker)
export const boundaryExpression = sticky(`${blank}|${endMarker}|${upToThree}${attributeList}|$(?![^])`)
export const lineExpression = sticky(line)
export const attributeListStart = sticky(`${upToThree}${attributeList}`)
