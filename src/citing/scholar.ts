// The tags of jekyll-scholar, `{% cite key %}` and `{% bibliography %}`, as what Markdown reads here.

const tag = /\{%-?\s*(cite|cite_no_parens|bibliography)\b([^%\n]*?)-?%\}/g

/** A text with a bibliography: its tags become citations, and the place of the list. */
export function fromScholar(text: string): string {
  if (!text.includes('{%')) return text
  return text.replace(tag, (_, name: string, rest: string) => (name === 'bibliography' ? '<div id="refs"></div>' : citation(rest)))
}

// `{% cite a b --locator 23 -L page --prefix see --suppress_author %}`; a locator belongs to the key at the same place.
function citation(words: string): string {
  const values = (option: RegExp): string[] => [...words.matchAll(option)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  const locators = values(/(?:--locator|-l)[ =]+(?:"([^"]*)"|(\S+))/g)
  const [prefix] = values(/(?:--prefix|-p)[ =]+(?:"([^"]*)"|(\S+))/g)
  const minus = /\s(?:--suppress_author|-A)\b/.test(words) ? '-' : ''
  const keys = words
    .replace(/\s--?[a-zA-Z_]+(?:(?<=locator|prefix|suffix|label|file|style|template|-[lLpsfT])[ =]+(?:"[^"]*"|\S+))?/g, ' ')
    .split(/[\s,]+/)
    .filter(key => key !== '')
  const items = keys.map((key, index) => `${minus}@${key}${locators[index] === undefined ? '' : `, p. ${locators[index]}`}`)
  return `[${prefix === undefined ? '' : `${prefix} `}${items.join('; ')}]`
}
