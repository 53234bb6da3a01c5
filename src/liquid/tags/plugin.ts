// Tags and filters that Jekyll's plugins add, each a function of what stands in it and of the page.

import type { Filter, ReadTag, Run } from '../nouns.ts'
import { find, settled } from '../running/run.ts'
import { filled } from '../running/template.ts'
import type { WriteTag } from '../site.ts'
import { isNil } from '../values/kinds.ts'
import { field } from '../values/property.ts'
import { toText } from '../values/text.ts'

export function pluginTag(name: string, write: WriteTag): ReadTag {
  return ({ markup }) => ({
    render: run => {
      const words = filled(run, markup).trim()
      run.out += toText(
        settled(
          run,
          writtenOnce(run, `${name} ${words}`, () => write(words, { subject: run.subject, lookUp: lookUpIn(run) })),
        ),
      )
    },
  })
}

// A text is rendered again when what it waits for is there, and then must find what it waited for. What need not wait is written anew each time:
// the same words may look up another value.
function writtenOnce({ engine: { written }, subject }: Run, key: string, make: () => string | Promise<string>): string | Promise<string> {
  if (subject === undefined) return make()
  const texts = written.get(subject) ?? new Map<string, string | Promise<string>>()
  written.set(subject, texts)
  const text = texts.get(key) ?? make()
  if (typeof text !== 'string') texts.set(key, text)
  return text
}

function lookUpIn(run: Run): (path: string) => string | undefined {
  return path => {
    const [name = '', ...rest] = path.split('.')
    const value = rest.reduce<unknown>((object, key) => settled(run, field(object, key)), find(run, name))
    return isNil(value) ? undefined : toText(value)
  }
}

export function pluginFilter(change: (input: string, subject: object | undefined) => string): Filter {
  return (run, input) => change(toText(input), run.subject)
}
