// A lecture with all that one may hold, and its course, by the bars of every page: slides as pictures, notes in the margin and at the foot, figures side
// by side, diagrams, theorems, citations, and tables and formulas wider than a phone.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import { judged } from '../support/judged.ts'
import { makePdf } from '../support/make-pdf.ts'
import { makeFolder } from '../support/transcript.ts'
import { parseArchive } from '../support/txtar.ts'

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 320" width="600" height="320"><path d="M10 300 L590 20" stroke="#333"/></svg>'
const prose = 'Each process keeps the order of the messages that it sees, and none asks a clock that others cannot read. '.repeat(4)
const wideRow = `| ${Array.from({ length: 9 }, (_, index) => `quantity${index}`).join(' | ')} |\n`

const lecture = (number: number): string => `-- posts/2024-01-0${number}-l${number}.md --
---
title: "CS 900, Lecture ${number}: ${number === 1 ? 'Agreement' : 'Clocks'}"
slides: slides.pdf
video: https://video.example/1
keywords: order, clocks
---
${prose}[^n] As [@lamport, pp. 3-5] says; [[Clocks]], [12:34].

[^n]: A note with $x^2$ and [a link](https://example.org/).

![What we say](slides.pdf#page=1) ![[plot.svg|120]]

## Figures {#sec-figures}

::: {#fig-two layout-ncol=2}
![One](plot.svg){#fig-one}

![Other, by @thm-first](plot.svg){#fig-other width=200 fig-alt="A line that falls"}

Both, see @fig-other
:::

\`\`\`{mermaid}
%%| label: fig-flow
%%| fig-cap: Who asks *whom*
flowchart LR
  A["x > y"] --> B
\`\`\`

(myst)=

## Statements on @fig-flow

::: theorem Name {#thm-first}
${prose}

$$ \\sum_{i=1}^n x_i = aaaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbb + cccccccccccccccccccccc + ddddddddddddddd $$ (sum-one)
:::

::: proof
By {eq}\`sum-one\`, {ref}\`myst\` and @tbl-wide.
:::

::: exercise
Do it.

::: solution
Done.
:::
:::

> [!TIP]- Folded {#tip-one}
> See @tip-one.

${wideRow}${'|---'.repeat(9)}|
${wideRow.repeat(3)}
: All there is, by @fig-one {#tbl-wide}
`

const archive = `-- _config.yml --
title: Notes
url: https://notes.example
author: Ada Lovelace
-- posts/plot.svg --
${drawing}
-- posts/refs.bib --
@book{lamport, author = {Leslie Lamport}, title = {Time and Clocks}, edition = 2, publisher = {ACM}, year = 1978}
${lecture(1)}${lecture(2)}`

describe('a lecture with everything', () =>
  judged(
    () => {
      const { folder: root, remove } = makeFolder(parseArchive(archive).files)
      writeFileSync(join(root, 'posts', 'slides.pdf'), makePdf(['What we say', 'And so on']))
      return { root, remove }
    },
    {
      // Its diagram is in view at once, and the script that draws it is what such a page costs.
      scored: [],
      looked: ['/2024/01/01/l1/', '/courses/cs900/', '/courses/cs900/all/'],
      schemes: ['light', 'dark'],
    },
  ))
