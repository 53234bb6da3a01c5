// As a student's notebook: squared paper, a face for writing by hand on, a red margin, headings gone over with a marker.

import type { Look } from '../look.ts'

export const notebook: Look = {
  doc: 'A notebook: squared paper, round letters, headings gone over with a marker',
  palette: {
    paper: ['#fcfdff', '#15181f'],
    raised: ['#f0f4fa', '#1f2430'],
    line: ['#cdd7e6', '#38415a'],
    text: ['#1c2333', '#dbe1ee'],
    quiet: ['#4a5670', '#a5b0c8'],
    link: ['#1d4ed8', '#93b4ff'],
    visited: ['#6d28b8', '#cdb0ff'],
    mark: ['#fff2a6', '#534a13'],
  },
  properties: {
    serif: 'Seravek,"Gill Sans Nova",Optima,Candara,Ubuntu,Calibri,"Source Sans 3","Noto Sans","DejaVu Sans",sans-serif',
    sans: 'var(--serif)',
    measure: '34rem',
  },
  rules: `
@media screen{
html{--square:1.6rem;background:linear-gradient(var(--rule) 1px,transparent 1px) 0 0/var(--square) var(--square),linear-gradient(90deg,var(--rule) 1px,transparent 1px) 0 0/var(--square) var(--square),var(--paper);--rule:light-dark(#edf2f9,#1b202a)}
:is(.post,.page,.course) .prose h2{width:fit-content;padding-inline:.25em;margin-inline-start:-.25em;background:linear-gradient(transparent 55%,var(--mark) 55%,var(--mark) 94%,transparent 94%)}
}
body{font-variant-numeric:normal}
:is(h1,h2,h3,h4){font-weight:700;letter-spacing:-.005em}
.post-header{padding-inline-start:1em;border-inline-start:3px solid light-dark(#e0606c,#a8434f)}
:is(.card,.lecture-list,.prose details){background:var(--paper);border:1.5px solid var(--line);border-radius:.9em}
.card>.thumb{border-radius:.8em .8em 0 0}
:is(.highlight,pre){border-radius:.7em}
.prose blockquote{border-inline-start:0;padding:.7em 1.1em;background:var(--mark);border-radius:.2em .9em .9em .2em;color:var(--text)}
.prose ul{list-style:"– "}
.site-header{border-bottom-style:dotted}
.site-footer{border-top-style:dotted}`,
}
