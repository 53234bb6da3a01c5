// As a terminal shows it: one face of one width, square corners, headings with the marks that they were written with.

import type { Look } from '../look.ts'

export const terminal: Look = {
  doc: 'A terminal: one face of one width, square corners, headings with their marks',
  palette: {
    paper: ['#f6f7f2', '#0d110f'],
    raised: ['#e9ece4', '#161c19'],
    line: ['#bcc4b8', '#2f3a34'],
    text: ['#1a211c', '#cfe3d4'],
    quiet: ['#475249', '#93ab9a'],
    link: ['#0a5c33', '#6ee7a0'],
    visited: ['#4a4f11', '#d4d77c'],
    mark: ['#e4efb0', '#3a4316'],
  },
  properties: {
    serif: 'ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace',
    sans: 'var(--serif)',
    mono: 'var(--serif)',
    measure: '36rem',
  },
  rules: `
html{font-size:clamp(.94rem,.9rem + .2vw,1.05rem);line-height:1.65}
body{font-variant-numeric:normal}
:is(code,kbd,samp,pre){font-size:1em}
pre{font-size:.94em}
:is(h1,h2,h3,h4,h5,h6){font-size:1.1em;line-height:1.4;letter-spacing:0}
h1,.home-header h1{font-size:1.35em}
:is(.prose h2,.year h2)::before{content:"## " / "";color:var(--quiet)}
.prose h3::before{content:"### " / "";color:var(--quiet)}
h1::before{content:"# " / "";color:var(--quiet)}
.site-name::before{content:"~/" / "";color:var(--quiet)}
.lead,.post-meta,.authors{font-size:1em}
:is(pre,.highlight,.card,.thumb,.prose details,.lecture-list,:not(pre)>code,kbd){border-radius:0}
.highlight{border-inline-start:3px solid var(--link)}
.prose ul{list-style:"- "}
.prose hr{width:auto;border-top-style:dashed}
:is(.site-header,.post-list li){border-bottom-style:dashed}
.site-footer{border-top-style:dashed}`,
}
