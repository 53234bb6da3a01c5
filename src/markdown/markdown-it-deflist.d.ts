// The package ships without types.
declare module 'markdown-it-deflist' {
  const definitionLists: (markdown: import('markdown-it').MarkdownIt) => void
  export default definitionLists
}
