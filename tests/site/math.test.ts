import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

async function post(body: string, frontMatter = '', config = ''): Promise<{ html: string; page: string; report: string }> {
  const built = await site(`
-- _config.yml --
title: Notes
${config}
-- posts/2024-01-02-x.md --
---
title: X
${frontMatter}
---
${body}
`)
  return { html: built.main('2024/01/02/x/index.html'), page: built.file('2024/01/02/x/index.html'), report: built.report }
}

const tex = (html: string): string[] =>
  [...html.matchAll(/<annotation encoding="application\/x-tex">([\s\S]*?)<\/annotation>/g)].map(([, source = '']) => source)

test('two dollars set a formula, in the line or by itself, as HTML and as MathML', async () => {
  const { html, page } = await post('Euler: $$e^{i\\pi}$$.\n\n$$\na < b\n$$')
  expect(tex(html)).toEqual(['e^{i\\pi}', 'a &lt; b'])
  expect(html).toContain('<math ')
  expect(html.match(/katex-display/g)).toHaveLength(1)
  expect(page).toContain('/assets/katex/katex.min.css')
})

test('a page without formulas does not ask for their style sheet', async () => {
  expect((await post('No math for $5.')).page).not.toContain('katex')
})

test('money, shell variables, code and template code stay text', async () => {
  const body = 'It is $5 or $10, `$HOME$x`, US$3 and \\$4.\n\n```sh\necho $a_b $c_d\n```\n\n<code>$x^2$</code>'
  for (const frontMatter of ['', 'math: true']) {
    const { html } = await post(body, frontMatter)
    expect(tex(html)).toEqual([])
    expect(html).toContain('It is $5 or $10, <code>$HOME$x</code>, US$3 and $4.')
    expect(html).toContain('<code>$x^2$</code>')
  }
})

test('what looks like TeX between single dollars is a formula, and Markdown does not touch it', async () => {
  const { html } = await post('From $x_1*y_2*z$ to $\\{a_i\\}$ and \\\\(b_1\\\\).')
  expect(tex(html)).toEqual(['x_1*y_2*z', '\\{a_i\\}', 'b_1'])
  expect(html).not.toContain('<em>')
})

test.each(['math', 'mathjax', 'use_math', 'katex'])('%s: true in the front matter makes every pair of dollars math', async key => {
  expect(tex((await post('Take $n$ of $5 n$.', `${key}: true`)).html)).toEqual(['n', '5 n'])
})

test.each(['$x_1$', '$$n$$', '\\\\(n\\\\)'])('beside %s every pair of dollars is a formula, but for money and prose', async sure => {
  const { html } = await post(`Take ${sure}, $f(x)$ and $10$. It is $5 and $10, ($5)/($6), or $both of them$.`)
  expect(tex(html).slice(1)).toEqual(['f(x)', '10'])
  expect(html).toContain('It is $5 and $10, ($5)/($6), or $both of them$.')
})

test('without a formula that is one for sure, dollars stay', async () => {
  expect((await post('Take $f(x)$ and $10$ and $a$.')).html).toContain('Take $f(x)$ and $10$ and <span')
  expect((await post('Take $f(x)$ and $10$.')).html).toContain('Take $f(x)$ and $10$.')
})

test.each(['kramdown:\n  math_engine: katex', 'kramdown:\n  math_engine: mathjax', 'plugins: [jekyll-katex]', 'mathjax: true'])(
  'a configuration with %j makes every pair of dollars math',
  async config => {
    expect(tex((await post('Take $f(x)$, not $5 or $10.', '', config)).html)).toEqual(['f(x)'])
  },
)

test('an environment needs no dollars', async () => {
  expect((await post('\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}')).html).toContain('class="math-box"')
})

test('a label numbers an equation, and eqref leads to it', async () => {
  const { html } = await post('$$a \\label{one}$$\n\n$$b \\tag{B} \\label{two}$$\n\nSee \\eqref{one} and \\eqref{two}.')
  expect(html).toContain('id="eq-one"')
  expect(html).toContain('<a href="#eq-one">(1)</a> and <a href="#eq-two">(B)</a>')
})

test('an equation has one number, however many labels', async () => {
  const { html, report } = await post(
    '$$a \\label{one} \\label{eq-uno}$$\n\n$$b \\label{two}$$\n\nSee \\eqref{one}, @eq-uno and \\eqref{two}.',
  )
  expect(html.replace(/<[^>]*>/g, '')).toContain('See (1), Equation\u00a0(1) and (2).')
  expect(report).toBe('')
})

test('an equation is referred to by the sign that its author gave it', async () => {
  const { html } = await post(
    '$$a \\tag{$*$} \\label{one}$$\n\n$$b \\tag{$\\dagger\\mathrm{B}$} \\label{two}$$\n\nSee \\eqref{one} and @eq-two.',
  )
  expect(html).toContain('See <a href="#eq-one">(∗)</a> and <a href="#eq-two" class="reference">Equation\u00a0(†B)</a>.')
})

test('each row of an environment has the number of its own label, or its own tag', async () => {
  const { html, report } = await post(
    '$$\\begin{align} a &= b \\label{one} \\\\ c &= d \\tag{B} \\\\ e &= f \\tag{C} \\label{three} \\end{align}$$\n\nSee \\eqref{one} and \\eqref{three}.',
  )
  expect(report).toBe('')
  const numbers = (/(?<=class="katex-tag">).*/s.exec(html)?.[0] ?? '').replace(/<[^>]*>|\u200b/g, '')
  expect(numbers).toMatch(/^\(1\)\(B\)\(C\)/)
  expect(html).toContain('>(1)</a> and <a href="#eq-one">(C)</a>')
  expect(html).toContain('id="eq-one"')
})

test('macros of the site and of the post are known in formulas', async () => {
  const { html, report } = await post('$$\\R \\E$$', 'macros:\n  \\E: \\mathbb{E}', 'math:\n  macros:\n    R: \\mathbb{R}')
  expect(report).toBe('')
  expect(html).toContain('mathbb')
})

test('TeX that cannot be set is shown as it was written, and told with its place', async () => {
  const { html, report } = await post('Fine.\n\nHere $$a + \\wrong{b}$$ it is.')
  expect(html).toContain('<code class="math-error">$a + \\wrong{b}$</code>')
  expect(report).toContain('posts/2024-01-02-x.md:7:12: warning The formula cannot be set: Undefined control sequence: \\wrong')
})

test('a formula in a list is found although its indentation is gone', async () => {
  const { report } = await post('- item\n\n  $$\n  a\n  \\wrong\n  $$')
  expect(report).toMatch(/^posts\/2024-01-02-x\.md:[78]:\d+: warning The formula/)
})

test('TeX is read as MathJax reads it, for which it was written', async () => {
  const { html, report } = await post('$$\\color{red}{a} x_\\mathbf{b} \\mbox{if } c \\ $$ and $${\\color{blue} \\frac{a}{b}}$$')
  expect(report).toBe('')
  expect(html).toContain('<mstyle mathcolor="red"><mi>a</mi></mstyle>')
})

test('a description tells a formula once, in signs; a feed holds it as MathML', async () => {
  const built = await site(`
-- posts/2024-01-02-x.md --
The area is $$\\pi r^2$$ here.
`)
  expect(built.main('index.html')).toContain('<p class="p-summary">The area is πr² here.</p>')
  expect(built.file('2024/01/02/x/index.html')).toContain('<meta name="description" content="The area is πr² here.">')
  const content = JSON.parse(built.file('feed.json')).items[0].content_html
  expect(content).toContain('<math ')
  expect(content).not.toContain('katex-html')
  expect(content).toMatch(/<\/math> here\.<\/p>\n$/)
})

test('the MathML is valid where KaTeX’s own is not', async () => {
  const { html } = await post('$$a \\overset{d}{=} b \\tag{1}$$')
  expect(html).toContain('<mrow><mover>')
  for (const index of ['\\max', '{\\max}'])
    expect((await post(`$$\\lambda_${index}$$`)).html).toContain('<msub><mi>λ</mi><mrow><mi>max</mi>')
  expect(html).not.toMatch(/<m[io]\b[^>]*><[^/]|<mtd width|height:-/)
})

test('math: client leaves formulas for a script, as kramdown does', async () => {
  const { html, page } = await post('In $$a<b$$.\n\n$$\nc\n$$', '', 'math: client')
  expect(html).toContain('In \\(a&lt;b\\).')
  expect(html).toContain('\\[c\\]')
  expect(page).not.toContain('katex')
})

test('math: false leaves dollars alone', async () => {
  expect((await post('From $x_1$ to $y_2$.', '', 'math: false')).html).toContain('From $x_1$ to $y_2$.')
})

test('a page loads the fonts of its formulas early, and one without formulas loads none', async () => {
  const { file } = await site(
    String.raw`
-- posts/2024-01-01-plain.md --
Text.
-- posts/2024-01-02-math.md --
---
math: true
---
$x \in \mathbb{R}$
`,
  )
  const fontsOf = (page: string): string[] =>
    [...page.matchAll(/<link rel="preload" href="\/assets\/katex\/fonts\/KaTeX_(.*?)\.woff2" as="font"/g)].map(([, font = '']) => font)
  expect(fontsOf(file('2024/01/02/math/index.html'))).toEqual(['Main-Regular', 'Math-Italic', 'AMS-Regular'])
  expect(fontsOf(file('2024/01/01/plain/index.html'))).toEqual([])
})

test('a formula that is longer than any is shown as it is written', async () => {
  const { html, report } = await post(`$$\\begin{matrix}${'a & '.repeat(20_000)}\\end{matrix}$$`)
  expect(html).not.toContain('katex-html')
  expect(report).toContain('The formula cannot be set: it has 80026 characters, and no formula has so many')
})
