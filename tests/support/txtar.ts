// Several files in one string: `-- path --` lines, each followed by the file's text. The format of Go's txtar.

export interface Archive {
  /** What stands before the first file. */
  readonly comment: string
  readonly files: ReadonlyMap<string, string>
}

export function parseArchive(text: string): Archive {
  const [comment = '', ...parts] = text.replace(/^\n/, '').split(/^-- (.+?) --\n?/m)
  const files = new Map<string, string>()
  for (let index = 0; index < parts.length; index += 2) files.set(parts[index] ?? '', parts[index + 1] ?? '')
  return { comment, files }
}
