// THE LIST of directives of MyST that are not read here, each with what to write in its place. Blocks of a lecture, {math}, {mermaid} and {code-block} are.

const page = 'leave it out: a page has its contents, and a course its lectures, by themselves'
const margin = 'write it as a footnote, [^1], which stands in the margin'
const quotation = 'write it as a quotation'
const table = 'write it as a table of Markdown, and below it a line : Caption {#tbl-name}'
const parts = 'write a heading for each part'
const html = 'write its HTML as it is'

export const otherDirectives: ReadonlyMap<string, string> = new Map([
  ['figure', 'write ![Caption](file){#fig-name}'],
  ['image', 'write ![What it shows](file)'],
  ['table', table],
  ['list-table', table],
  ['csv-table', table],
  ['bibliography', 'write <div id="refs"></div>'],
  ['contents', page],
  ['tableofcontents', page],
  ['toc', page],
  ['toctree', page],
  ['margin', margin],
  ['sidebar', margin],
  ['aside', margin],
  ['epigraph', quotation],
  ['pull-quote', quotation],
  ['blockquote', quotation],
  ['include', 'write {% include_relative file.md %}'],
  ['literalinclude', 'write {% include_relative file %} in a box of code'],
  ['tab-set', parts],
  ['tab-item', parts],
  ['grid', parts],
  ['card', parts],
  ['glossary', 'write it as a list of definitions: a term, and below it a line that begins with a colon'],
  ['raw', html],
  ['iframe', html],
])
