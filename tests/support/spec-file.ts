// A spec file: prose in Markdown, and in it fenced blocks of input, a line with a single dot, and output.

export interface Example {
  readonly line: number
  readonly input: string
  readonly output: string
}

const example = /^(`{3,}) example\n([\s\S]*?)\n?^\.\n([\s\S]*?)^\1$/gm

export function examplesOf(text: string): Example[] {
  return [...text.matchAll(example)].map(match => ({
    line: text.slice(0, match.index).split('\n').length,
    input: match[2] ?? '',
    output: (match[3] ?? '').trim(),
  }))
}
