declare module 'citeproc' {
  const CSL: import('./csl-style.ts').Citeproc
  export default CSL
}
