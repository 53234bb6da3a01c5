// As an article is set in print: white, justified, a title block in the middle, headings in the text's own face.

import type { Look } from '../look.ts'

export const paper: Look = {
  doc: 'An article in print: justified text, the title block in the middle, small capitals',
  palette: {
    paper: ['#ffffff', '#141414'],
    raised: ['#f5f5f5', '#202020'],
    line: ['#cccccc', '#3d3d3d'],
    text: ['#000000', '#dedede'],
    quiet: ['#4d4d4d', '#aeaeae'],
    link: ['#00308f', '#9db9ff'],
    visited: ['#5b2a86', '#cbb0f0'],
    mark: ['#fff3a8', '#4d4412'],
  },
  properties: {
    serif: '"Latin Modern Roman","STIX Two Text","Libertinus Serif","Times New Roman","Nimbus Roman","Liberation Serif",Times,serif',
    sans: 'var(--serif)',
    measure: '34rem',
  },
  rules: `
.prose{text-align:justify;hyphens:auto}
.prose :is(h2,h3,h4,li,figcaption){text-align:start}
:is(h1,h2,h3,h4,h5,h6){font-weight:600}
.post-header,.home-header,.list-header{text-align:center}
.post-header :is(.authors,.post-meta),.home-header .authors{justify-content:center}
.post-header .authors{font-variant-caps:small-caps;font-size:1.05em}
.home-header .lead{margin-inline:auto}
.site-header{font-variant-caps:small-caps;font-size:1.05em}
.prose blockquote{padding-inline:2em;border:0;font-size:.95em}
.prose table{border-block:1.5px solid}
.highlight,pre,.card{border-radius:0}`,
}
