// Names that writers choose are looked up in tables; what every object of the language has besides is in none of them.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const everywhere = (name: string): string => `-- _config.yml --
title: Notes
lang: ${name}
home: ${name}
deploy: ${name}
style: ${name}
plugins: [${name}]
permalink: /:title/
kramdown: {${name}: a, smart_quotes: "${name},${name}"}
-- _data/t.csv --
${name},b
1,2
-- posts/refs.bib --
@${name}{cited, title = {A \\${name}{b} {\\${name} c}}, author = {Ada}, month = ${name}}
-- posts/2024-01-01-a.md --
---
title: Logic, Lecture 1
${name}: x
course: ${name}
lecture: ${name}
tags: [${name}]
author: ${name}
lang: ${name}
---
# ${name} {#${name}}

::: ${name}
@thm-${name} [@${name}] [@cited] [^${name}] [12:34]{:.${name} ${name}="x"}
:::

\`\`\`${name}
code
\`\`\`

$$\\begin{${name}}x\\end{${name}} \\${name}{x} \\enclose{${name}}{x}$$

{{ page.${name} }} {{ site.data.t[0].${name} }} {{ "a" | ${name} }} {{ ${name} }}

<${name} a="b">x</${name}> <span ${name}="x">y</span> {::${name} /}

The end.
`

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is a name like any other', async name => {
  const { main } = await site(everywhere(name))
  expect(main('a/index.html')).toContain('The end.')
})

test.each(['constructor', 'toString'])('%s is no placeholder of a permalink, no look, no font and no density', async name => {
  const { report } = await site(
    `-- _config.yml --\npermalink: /:${name.toLowerCase()}/:title/\nstyle: {look: ${name}, density: ${name}}\n-- posts/2024-01-01-a.md --\nText.\n`,
  )
  expect(report).toContain(`uses :${name.toLowerCase()}, which is no placeholder`)
  expect(report).toContain(`There is no look ${name}`)
  expect(report).toContain(`There is no density ${name}`)
})
