// KaTeX's part for chemistry, which only adds macros to KaTeX.

declare module 'katex/contrib/mhchem'
