// Texts that could cost more than their length: each repeats an opening without its end, nests, or defines and uses, as often as asked.

export interface Pattern {
  /** How often it is repeated, where the usual is too much or too little. */
  readonly size?: number
  readonly make: (size: number) => string
}

const repeated = (piece: string, before = '', after = ''): Pattern => ({ make: size => before + piece.repeat(size) + after })
const each = (piece: (index: number) => string, before = '', after = ''): Pattern => ({
  make: size => before + Array.from({ length: size }, (_, index) => piece(index)).join('') + after,
})
/** `open` as often as `close`, around `inside`. */
const nested = (open: string, inside: string, close: string): Pattern => ({ make: size => open.repeat(size) + inside + close.repeat(size) })
/** Pieces that grow from one to the next, until together they are as long as four times the size. */
const growing = (piece: (length: number) => string, isFalling = false): Pattern => ({
  make: size => {
    const lengths = Array.from({ length: Math.floor(Math.sqrt(8 * size)) }, (_, index) => index + 1)
    return (isFalling ? lengths.reverse() : lengths).map(piece).join('')
  },
})

const spans: Readonly<Record<string, Pattern>> = {
  'opening brackets': repeated('['),
  'closing brackets': repeated(']'),
  'brackets in brackets': { size: 250, make: size => `${'['.repeat(size)}a${']'.repeat(size)}` },
  'brackets that are no link': repeated('[a] '),
  links: repeated('[a](b "c") '),
  'links without an end': repeated('[a]('),
  'links without an end, with text': repeated('[a](b'),
  'links in links': nested('[', 'a', '](b)'),
  'links with an angle without an end': repeated('[a](<b'),
  'links with a title without an end': repeated('[a](b "'),
  'labels without an end': repeated('[a]['),
  'images without an end': { size: 250, make: size => '!['.repeat(size) },
  'images in images': { size: 200, make: size => '!['.repeat(size) + '](a)'.repeat(size) },
  'images in images that lead nowhere': { size: 250, make: size => `${'!['.repeat(size)}a${']'.repeat(size)}` },
  'images with an empty link': repeated('![[]()'),
  'escaped brackets': repeated('[\\'),
  asterisks: repeated('*'),
  'opening asterisks': repeated('*a '),
  'pairs of opening asterisks': repeated('**a '),
  'closing asterisks': repeated('a** '),
  'opening underscores': repeated('_a '),
  'pairs of opening underscores': repeated('__a '),
  'underscores in words': repeated('_a'),
  'both lengths of emphasis': repeated('*a **a '),
  'both signs of emphasis': repeated('*a_ '),
  'three asterisks': repeated('***a** '),
  'emphasis closed only in code': repeated('*a **b ', '', '`x* y**`'),
  'emphasis over links': repeated('*a [b ', '', ']*'),
  'emphasis over tags': repeated('*a <b>'),
  'emphasis over tags closed in code': repeated('*a <b>', '', '`</b>`'),
  'emphasis over tags of many names': each(index => `*a <x${index}>`),
  'struck out without an end': repeated('~~a '),
  backticks: repeated('`'),
  'rising runs of backticks': growing(length => `e${'`'.repeat(length)}`),
  'falling runs of backticks': growing(length => `e${'`'.repeat(length)}`, true),
  'backticks of two lengths': repeated('``a` '),
  'addresses without an end': repeated('<http:'),
  addresses: repeated('<http://a.b>'),
  'bare addresses': repeated('http://a.b '),
  'mail without an end': repeated('<a@'),
  entities: repeated('&amp;'),
  ampersands: repeated('&a'),
  escapes: repeated('\\*'),
  backslashes: repeated('\\'),
  'hard breaks': repeated('a  \n'),
  'broken lines': repeated('a\\\n'),
  'quotes in quotes': repeated('"a\' '),
  'dashes and dots': repeated('-- ... '),
  guillemets: repeated('<< a'),
  spaces: repeated(' ', 'a', 'b'),
  'attribute lists behind spans': repeated('*a*{: .b}'),
  'attribute lists behind spans without an end': { size: 1000, make: size => '{:'.repeat(size) },
  'extensions without an end': repeated('{::comment}'),
}

// The shapes on which other readers of Markdown have been slow.
const known: Readonly<Record<string, Pattern>> = {
  'openers and closers that do not pair': { make: size => '*a '.repeat(size) + '_a*_ '.repeat(size) },
  'closers of another length': repeated('c* ', 'a**b'),
  'openers of links with closers of emphasis': repeated('[ a_'),
  'brackets and parentheses crossed': repeated('[ (]('),
  'strong in emphasis': { make: size => '*a **a '.repeat(size) + 'b'.repeat(size) + ' a** a*'.repeat(size) },
  'declarations without an end': repeated('a <!A '),
  'sections of characters without an end': repeated('a <![CDATA['),
  'empty tags': repeated('<>'),
  'labels that differ in case alone': each(index => `[a${index % 7}A]: /b\n`, '', '[A6a]'),
  'blank lines behind items in items': { size: 250, make: size => `${'- '.repeat(size)}a${'\n'.repeat(size)}` },
  'blank lines in a quote behind items': { size: 250, make: size => `> ${'- '.repeat(size)}a\n${'>\n'.repeat(size)}` },
  'emphasis in quotes': { size: 250, make: size => '>'.repeat(size) + 'a*'.repeat(size) },
  pipes: repeated('|'),
  tabs: repeated('\t'),
}

const html: Readonly<Record<string, Pattern>> = {
  'tags without an end': repeated('<b>'),
  'tags in a row': repeated('<b a="">c</b>'),
  'closing tags': repeated('</b>'),
  'attributes without an end': repeated('<a b="'),
  'attributes of a tag without an end': repeated(' b="c"', '<a', '<'),
  'blocks in blocks': { size: 250, make: size => '<div>'.repeat(size) + '</div>'.repeat(size) },
  'blocks on lines': repeated('<div>\n'),
  'blocks beside blocks': repeated('<div>a</div>\n'),
  'blocks in a row': repeated('<p></p>'),
  'blocks that are read': repeated('<div markdown="1">\n'),
  'comments without an end': repeated('a <!-- '),
  'comments on lines without an end': repeated('<!-- a\n\n'),
  'instructions without an end': repeated('<?a', '<div>'),
  scripts: repeated('<script>a\n'),
  preformatted: repeated('<pre>a '),
  pictures: repeated('<img src="a">\n\n'),
  'pictures without an end': repeated('<img ', '<div>\n'),
}

const blocks: Readonly<Record<string, Pattern>> = {
  paragraphs: repeated('a b\n\n'),
  lines: repeated('a b\n'),
  'blank lines': repeated('\n', '', 'a'),
  headings: repeated('# a\n'),
  'headings and their numbers': repeated('# a\n\n# a-1\n\n'),
  'underlined headings': repeated('a\n---\n\n'),
  'ids of headings without an end': repeated(' {#a', '# a'),
  contents: repeated('## a *b*\n\n', '* a\n{:toc}\n\n'),
  blocks: each(index => `::: theorem A {#thm-${index}}\na\n:::\n\n`),
  'blocks that nobody closes': { size: 250, make: size => '::: note\n\n'.repeat(size) },
  references: each(index => `@thm-${index} [@lem-${index}]\n\n::: theorem {#thm-${index}}\na\n:::\n\n`),
  captions: each(index => `![a](b){#fig-${index}}\n\n|a|\n|-|\n|b|\n\n: c {#tbl-${index}}\n\n`),
  'references without an end': repeated('[@thm-'),
  'long labels': repeated('a-:.', '@thm-'),
  'blocks of no kind': repeated('::: a\n\n'),
  alerts: repeated('> [!NOTE] a\n> b\n\n'),
  'attributes of blocks': repeated(' a="b" .c #d', '::: {', '}\na\n:::\n'),
  'attributes of blocks without an end': repeated('a={', '::: note '),
  quotes: { size: 250, make: size => `${'> '.repeat(size)}a` },
  'lines of a quote': repeated('> a\n'),
  'lazy lines of a quote': repeated('b\n', '> a\n'),
  items: repeated('- a\n'),
  'items apart': repeated('- a\n\n'),
  'items in items on a line': { size: 250, make: size => `${'- '.repeat(size)}a` },
  'items in items': {
    size: 250,
    make: size => Array.from({ length: Math.sqrt(2 * size) }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
  },
  'tabs of an item': repeated(' \t', '- ', 'a'),
  'lazy lines of an item': repeated('b\n', '- a\n'),
  tasks: repeated('- [ ] a\n'),
  'attribute lists of items without an end': { size: 400, make: size => '- {: .a'.repeat(size) },
  'definitions of a term': repeated(': b\n', 'a\n'),
  terms: repeated('a\n', '', ': b\n'),
  'definition lists': repeated('a\n: b\n\n'),
  'definition lists apart': repeated('a\n\n: b\n'),
  rows: repeated('| c | d |\n', '| a | b |\n|---|---|\n'),
  columns: { make: size => `${'| a '.repeat(size)}|\n${'|---'.repeat(size)}|\n${'| c '.repeat(size)}|\n` },
  'rows that are no table': repeated('a | b\n', '', 'c'),
  'lines of hyphens that are no separator': repeated('|-', '| a |\n', 'x\n'),
  'lines of equal signs that are no foot': repeated('=', '| a |\n', 'x|\n'),
  'code in a cell without an end': repeated('<code>', '| ', ' |\n'),
  'indented code': repeated('    a\n'),
  'blank lines in indented code': repeated('\n', '    a\n', 'b'),
  'falling fences': growing(length => `${'`'.repeat(length + 2)}\na\n\n`, true),
  'blank lines in a fence without an end': repeated('\n', '```', 'a'),
  'fences that are none': repeated('~~~ a b\n\n'),
  'rules that are none': { size: 250, make: size => `${'* '.repeat(size)}x` },
  'attribute lists without an end': { size: 500, make: size => 'a\n{: '.repeat(size) },
  'attribute lists': repeated('a\n{: .b}\n\n'),
  'named attribute lists': each(index => `{:a${index}: .b${index}}\n`),
}

const definitions: Readonly<Record<string, Pattern>> = {
  footnotes: each(index => `a[^${index}]\n\n[^${index}]: b\n\n`),
  'footnotes without a paragraph': each(index => `a[^${index}]\n\n[^${index}]:\n    - b\n\n`),
  'marks of one footnote': repeated('[^1] ', '[^1]: a\n\n'),
  'marks without an end': { size: 700, make: size => '[^a'.repeat(size) },
  'footnotes in footnotes': { size: 250, make: size => `a[^0]\n\n${Array.from({ length: size }, (_, index) => `[^${index}]: `).join('')}` },
  'links defined': each(index => `[a${index}]: b "c"\n`, '', '\n[a1]'),
  'links defined and used': each(index => `[a${index}]: b\n\n[a${index}] `),
  'titles without an end': { size: 700, make: size => `[a]: b${' "c'.repeat(size)}` },
  abbreviations: each(index => `*[a${index}]: b\n\na${index}\n\n`),
}

const mathAndLiquid: Readonly<Record<string, Pattern>> = {
  dollars: repeated('$'),
  formulas: repeated('$a$ '),
  'formulas without an end': repeated('$a '),
  'formulas with escaped dollars': repeated('$\\$'),
  'displayed formulas': repeated('$$\na\n$$\n\n'),
  'displayed formulas without an end': repeated('$$a\n\n'),
  'parentheses of formulas without an end': repeated('\\\\(a '),
  'escaped parentheses without an end': repeated('\\(a '),
  'brackets of formulas without an end': repeated('\\\\[a '),
  'environments without an end': repeated('\\begin{align}a '),
  'environments of many names': each(index => `\\begin{a${index}} $`),
  'TeX references without an end': repeated('\\ref{', '', '$'),
  'Liquid without an end': repeated('{{ a ', '', '$'),
  'tags of Liquid without an end': repeated('{% a ', '', '$'),
  braces: repeated('{{{'),
}

const lecture: Readonly<Record<string, Pattern>> = {
  comments: repeated('%%a%% '),
  'references of bookdown': repeated('\\@ref(thm:a) '),
  'references of bookdown without an end': repeated('\\@ref(thm:a'),
  'labels of bookdown': repeated('(\\#eq:a) `'),
  'boxes of bookdown': repeated('```{theorem, a, name="b"}\n'),
  'a block with a long label': repeated('a', '::: theorem {#thm-', '}\nx\n:::\n'),
  'a picture with a label of many parts': repeated('.a', '![a](b){#a', '!}'),
  'a box of bookdown with a long gap': repeated(' ', '```{theorem', '\nx\n```\n'),
  'a box of bookdown with a long label': repeated('a', '```{theorem, ', '}\nx\n```\n'),
  'comments over lines without an end': repeated('%%a\n'),
  'marked words': repeated('==a== '),
  'marked words between others': repeated('*a* ==b== '),
  'marked words without an end': repeated('==a '),
  'paragraphs with names': each(index => `a ^b${index}\n\n`),
  'names of paragraphs alone': each(index => `> a\n\n^b${index}\n\n`),
  'links by name': repeated('[[a|b]] '),
  'links by name with words that look like something': repeated('[[a|*b*]] '),
  'links by name without an end': repeated('[[a|*b* '),
  directives: repeated('```{note}\na\n```\n'),
  'directives without an end': { size: 250, make: size => '```{note}\n'.repeat(size) },
  'options of directives': repeated(':name: a\n', '```{note}\n', '```\n'),
  'code with labels': each(index => `\`\`\`{#lst-${index} lst-cap="a"}\na\n\`\`\`\n`),
  'blocks with labels': each(index => `::: {#tip-a${index} .callout-tip}\na\n:::\n`),
}

/** THE LIST, of which a test says that no name takes the place of another. */
export const groups = [spans, known, html, blocks, definitions, mathAndLiquid, lecture]

export const patterns: Readonly<Record<string, Pattern>> = Object.assign({}, ...groups)
