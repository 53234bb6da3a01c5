// As a magazine sets an essay: a masthead between rules, large titles of high contrast, a first letter that stands out, one strong colour.

import type { Look } from '../look.ts'

export const journal: Look = {
  doc: 'A magazine: a masthead between rules, large titles, a first letter that stands out',
  palette: {
    paper: ['#fbf7f0', '#1a1614'],
    raised: ['#f3ebdf', '#262019'],
    line: ['#d6c8b4', '#453a30'],
    text: ['#221a14', '#e8ddd0'],
    quiet: ['#5e5044', '#b5a594'],
    link: ['#9b1b1e', '#ff9e91'],
    visited: ['#743a52', '#e3a9c0'],
    mark: ['#fbe4a6', '#52400f'],
  },
  properties: {
    serif: 'Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Noto Serif",serif',
    measure: '34rem',
  },
  rules: `
:is(h1,h2,h3,.summary h2,.card h2){font-family:"Bodoni 72",Didot,"Playfair Display","Libre Bodoni","Bodoni MT",Georgia,"Noto Serif Display","Noto Serif",serif}
:is(h1,.home-header h1){font-weight:500;font-size:clamp(2.3rem,1.6rem + 2.6vw,3.6rem);line-height:1.08;letter-spacing:-.015em}
.prose h2{font-size:1.65em;font-weight:500}
.site-header{padding-block:1.4rem 1rem;border-bottom:3px double var(--text)}
.site-name{font:500 1.35rem/1.2 Didot,"Playfair Display",Georgia,"Noto Serif Display","Noto Serif",serif}
.post-header{margin-bottom:2.4em}
.post-header .authors,.lecture-line{color:var(--link);letter-spacing:.02em}
.post .prose>p:first-child::first-letter{float:inline-start;margin:.06em .1em 0 0;color:var(--link);font:500 3.4em/.82 Didot,"Playfair Display",Georgia,"Noto Serif Display","Noto Serif",serif}
.prose blockquote{padding:.2em 0 .2em 1.2em;border-inline-start:3px solid var(--link);color:var(--text);font-size:1.12em}
.prose hr{width:auto;border:0;text-align:center}
.prose hr::before{content:"* * *" / "";color:var(--quiet);letter-spacing:.6em}
.prose a:not([class]){text-decoration-color:color-mix(in oklab,var(--link) 45%,var(--paper))}
.site-footer{border-top:3px double var(--text)}
:is(.highlight,pre,.card,.thumb){border-radius:0}
.card{border-width:0;border-top:2px solid var(--text);padding-inline:0}
.card>.thumb{width:100%;margin-inline:0}`,
}
