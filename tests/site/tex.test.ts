// TeX as MathJax reads it, and what a screen reader finds in its MathML: elements that hold only one thing are left out.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

async function read(body: string): Promise<{ formulas: string[]; report: string }> {
  const built = await site(`-- posts/2024-01-02-x.md --\n${body}\n`)
  const html = built.main('2024/01/02/x/index.html')
  const formulas = [...html.matchAll(/<math\b.*?<annotation/gs)].map(([math]) => spoken(math))
  return { formulas, report: built.report }
}

function spoken(math: string): string {
  return math
    .replace(/<mphantom>.*?<\/mphantom>/g, '')
    .replace(/<\/?(?!msu|mund|mover|mfrac|mroot|mtr|menclose)\w+[^>]*>?/g, '')
    .replace(/<(\/?)(\w+)[^>]*>/g, '<$1$2>')
    .replace(/[\u00a0\u2002-\u200a\u2061\u2063]/g, ' ')
    .replaceAll('<annotation', '')
    .replace(/ +/g, ' ')
    .trim()
}

const rows: readonly (readonly [tex: string, spoken: string])[] = [
  // Definitions
  [String.raw`\DeclareMathOperator{\rank}{rank} \rank X`, 'rank X'],
  [String.raw`\DeclareMathOperator*{\argmin}{arg\,min} \argmin_b`, '<munder>arg min b</munder>'],
  [String.raw`\newcommand{\f}[2][2]{#2_{#1}} \f{x} \f[1]{y}`, '<msub>x2</msub><msub>y1</msub>'],
  [String.raw`\newcommand\a{1}\newcommand\a{2}\renewcommand\b{3} \a\b`, '23'],
  [String.raw`{\def\z{1}} \let\y=\z \y`, '1'],
  [String.raw`\newenvironment{foo}[1]{\left(#1}{\right)} \begin{foo}{q} a \end{foo}`, '(qa)'],
  [String.raw`\DeclarePairedDelimiter{\abs}{\lvert}{\rvert} \abs{x} \abs*{y} \abs[\big]{z}`, '∣x∣∣y∣∣z∣'],
  [String.raw`\def\bea{\begin{eqnarray}} \def\eea{\end{eqnarray}} \bea a &=& b \eea`, '<mtr>a=b</mtr>'],
  // Environments
  [String.raw`\begin{multline} a + b \\[1ex] + c \end{multline}`, '<mtr>a+b</mtr><mtr>+c</mtr>'],
  [String.raw`\begin{eqnarray} a &=& b \\ c &=& d \nonumber \end{eqnarray}`, '<mtr>a=b</mtr><mtr>c=d</mtr>'],
  [String.raw`\begin{eqnarray*} && \begin{pmatrix} 1 & 2 \end{pmatrix} \end{eqnarray*}`, '<mtr>(<mtr>12</mtr>)</mtr>'],
  [String.raw`\begin{flalign} & a = b & \end{flalign}`, '<mtr>a=b</mtr>'],
  [String.raw`\begin{xalignat}{2} a & b & c & d \end{xalignat}`, '<mtr>abcd</mtr>'],
  [String.raw`\begin{align*} a \intertext{and} b \end{align*}`, '<mtr>a</mtr><mtr>and</mtr><mtr>b</mtr>'],
  [String.raw`\begin{array}{@{}l|p{2cm}*{2}{c}} a & b & c & d \\ \hline\hline e \end{array}`, '<mtr>abcd</mtr><mtr>e</mtr>'],
  [String.raw`\matrix{a & b \cr c & d} \cases{1 & x \cr 2 & y}`, '<mtr>ab</mtr><mtr>cd</mtr>{<mtr>1x</mtr><mtr>2y</mtr>'],
  [String.raw`\eqalign{a &= b \cr c &= d} \displaylines{e \cr f}`, '<mtr>a=b</mtr><mtr>c=d</mtr><mtr>e</mtr><mtr>f</mtr>'],
  // Chemistry
  [String.raw`\ce{2H2 + O2 -> 2H2O}`, '2 H<msub>2</msub>+O<msub>2</msub><mover>→</mover>2 H<msub>2</msub>O'],
  [String.raw`\pu{123 kJ/mol}`, '123 kJ/mol'],
  // Indices without braces, and letters that are special outside of text
  [String.raw`x_\hat b^\sqrt[3]2`, '<msubsup>x<mover>b^</mover><mroot>23</mroot></msubsup>'],
  [String.raw`x_\left(a\right) y^\overset{a}{b}`, '<msub>x(a)</msub><msup>y<mover>ba</mover></msup>'],
  [String.raw`\newcommand\R{\mathbb{R}} \newcommand\v[1]{\boldsymbol{#1}} x_\v{y}^\R`, '<msubsup>xyR</msubsup>'],
  [String.raw`\text{my_var, 5% of #1 & ^} a_b`, 'my_var, 5% of #1 &amp; ^<msub>ab</msub>'],
  // Boxes, lines and colours
  [String.raw`\bbox[yellow,5px,border:2px solid red]{x} \bbox[#eee]{y} \bbox[5px]{z}`, 'xyz'],
  [String.raw`\cancelto{0}{x} \enclose{updiagonalstrike}{y}`, '<msup><menclose>x</menclose> 0</msup><menclose>y</menclose>'],
  [String.raw`\color[rgb]{1,0,0}{a} \definecolor{mine}{RGB}{0,128,255} \color{mine}{b} \color{mine} c`, 'abc'],
  // What only a browser would show
  [String.raw`\require{cancel} \class{a}{b} \cssId{c}{d} \style{color:red}{e} \mathtip{f}{g} \toggle{h}{i}\endtoggle`, 'bdefh'],
  // The rest
  [String.raw`\sideset{_a^b}{_c^d}\sum_{i=1}^n x`, '<munderover><msubsup>ab</msubsup> <msubsup>∑cd</msubsup>i=1n</munderover>x'],
  [String.raw`\mathop{\rm argmax}_x`, '<munder>argmaxx</munder>'],
  [String.raw`\unicode{x263a} \unicode[Times]{9786}`, '☺☺'],
  [String.raw`a \buildrel \rm def \over = b`, 'a<mover>=def</mover>b'],
  [String.raw`\root 3 \of {x+1} \overunderset{a}{b}{c}`, '<mroot>x+13</mroot><mover><munder>cb</munder>a</mover>'],
  [String.raw`\raise 2pt {a} \lower 0.5 em \hbox{b c} \mspace{18mu} \skew{3}\hat A`, 'ab c<mover>A^</mover>'],
  [String.raw`{\scr A B} \mathds{1} \overparen{ab} \iiiint \idotsint`, 'AB1<mover>ab⏠</mover>∫ ∫ ∫ ∫∫⋯∫'],
  [String.raw`\underbrace{a}\limits_{b} \left\arrowvert c \right\Arrowvert`, '<munder><munder>a⏟</munder>b</munder>∣c∥'],
]

test.each(rows)('%s', async (tex, expected) => {
  const { formulas, report } = await read(`$$\n${tex}\n$$`)
  expect(report).toBe('')
  expect(formulas).toEqual([expected])
})

test('what one formula defines, those behind it know, and other posts do not', async () => {
  const built = await site(String.raw`
-- posts/2024-01-02-x.md --
$$\begin{align} \newcommand{\f}[2][2]{#2_{#1}} \DeclareMathOperator{\rank}{rank} a \end{align}$$

$$\f{x} \rank y$$
-- posts/2024-01-03-y.md --
$$\rank y$$
`)
  expect(built.report).toMatch(/^posts\/2024-01-03-y\.md:\d+:\d+: warning The formula cannot be set: Undefined control sequence: \\rank/)
})

test('a mistake is told at its own place, however much in front of it was set by a macro', async () => {
  const { report } = await read('$$\\DeclareMathOperator{\\a}{a} x_\\hat b \\begin{eqnarray} c &=& d \\end{eqnarray} \\wrong$$')
  expect(report).toContain('posts/2024-01-02-x.md:1:80: warning The formula cannot be set: Undefined control sequence: \\wrong')
})

test.each([
  '\\begin{eqnarray} a &=& b',
  '\\bbox[red',
  '\\newcommand{\\a}',
  '\\begin{array}',
  'x_\\left(',
  '{\\scr A',
  '\\raise 2pt',
  '\\begin{foo}a\\end{foo}',
])('%s is a mistake of the author’s', async tex => {
  expect((await read(`$$${tex}$$`)).report).toContain('warning The formula cannot be set: ')
})
