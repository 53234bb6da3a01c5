// Paths matched against the patterns of `exclude`, `include` and `defaults`, as Jekyll's entry filter matches them.

/** True if `path` is the pattern, lies in the folder it names, or matches it with `*`, `**`, `?`, `[…]` and `{a,b}`. */
export function matchesGlob(path: string, pattern: string): boolean {
  const clean = pattern.replace(/^\.?\//, '').replace(/\/$/, '')
  return path === clean || path.startsWith(`${clean}/`) || (/[*?[{]/.test(clean) && globExpression(clean).test(path))
}

function globExpression(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|\[[^\]]*\]|[.+^$()|\\]/g, part => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    if (part === '?') return '[^/]'
    if (part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').map(escapeExpression).join('|')})`
    return part.startsWith('[') ? part.replace('[!', '[^') : `\\${part}`
  })
  return new RegExp(`^${source}(?:/.*)?$`)
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
