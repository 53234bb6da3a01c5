// How a book looks: as little as a reader's own settings leave to it.

export const bookStyle = `body { margin: 0 4%; line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.2; page-break-after: avoid; break-after: avoid; text-align: start; hyphens: manual; }
h1 { margin: 1em 0; font-size: 1.6em; }
h2 { margin: 1.4em 0 0.6em; font-size: 1.3em; }
h3, h4 { margin: 1.2em 0 0.5em; font-size: 1.1em; }
.label { margin: 2em 0 -1em; font-family: sans-serif; font-size: 0.85em; }
pre { overflow-wrap: anywhere; white-space: pre-wrap; font-size: 0.85em; line-height: 1.4; text-align: start; }
code { font-family: monospace; }
blockquote { margin: 1em 0 1em 1.2em; padding-left: 1em; border-left: 3px solid #bbb; }
img, svg { max-width: 100%; height: auto; }
figure { margin: 1.2em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
figcaption { font-size: 0.9em; }
table { border-collapse: collapse; font-size: 0.92em; }
th, td { padding: 0.3em 0.6em; border-bottom: 1px solid #bbb; text-align: start; vertical-align: top; }
th.align-right, td.align-right { text-align: right; }
th.align-center, td.align-center { text-align: center; }
math[display="block"] { margin: 1em 0; }
.footnotes { margin-top: 2em; border-top: 1px solid #bbb; font-size: 0.9em; }
nav ol { padding: 0; list-style: none; }
nav ol ol { margin: 0.3em 0 0.8em 1.2em; }
`
