// The tables of the manual are made from the lists in the source, so they are true. UPDATE=1 writes them anew. Its examples are built.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands, takersOf } from '../src/cli/commands.ts'
import { flagUsage } from '../src/cli/help.ts'
import { commonFlags, type FlagName, flags } from '../src/cli/options.ts'
import { hosts } from '../src/config/deploy.ts'
import { type ConfigKey, configKeys } from '../src/config/keys.ts'
import { styleKeys } from '../src/config/style.ts'
import { type FrontMatterKey, frontMatterKeys } from '../src/posts/keys.ts'
import { placeholders } from '../src/posts/permalink.ts'
import { listFields, pageFields, postFields, siteFields } from '../src/templates/contract.ts'
import { courseFields } from '../src/templates/course-page.ts'
import { helperDocs } from '../src/templates/helpers.ts'
import { layerTable } from './support/layers.ts'

const root = join(import.meta.dirname, '..')
const manual = join(root, 'docs', 'posts', 'manual')
const files = [join(root, 'README.md'), ...readdirSync(manual).map(name => join(manual, name))]
const allText = (): string => files.map(file => readFileSync(file, 'utf8')).join('\n')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
}

function takers(flag: FlagName): string {
  return commonFlags.includes(flag)
    ? 'every command'
    : takersOf(flag)
        .map(({ name }) => name)
        .join(', ')
}

function named(name: string, aliases: readonly string[]): string {
  return [name, ...aliases].map(word => `\`${word}\``).join(', ')
}

function fieldTable(fields: Record<string, string>): string {
  return table(
    ['Name', 'What it is'],
    Object.entries(fields).map(([name, doc]) => [`\`${name}\``, doc]),
  )
}

const tables: Record<string, string> = {
  layers: layerTable(),
  'front matter keys': table(
    ['Key', 'Meaning'],
    Object.entries<FrontMatterKey<unknown>>(frontMatterKeys).map(([name, { aliases, doc }]) => [named(name, aliases), doc]),
  ),
  'configuration keys': table(
    ['Key', 'Meaning'],
    Object.entries<ConfigKey<unknown>>(configKeys).map(([name, { aliases, doc, absent }]) => [
      named(name, aliases),
      `${doc}${shown(absent)}`,
    ]),
  ),
  'style keys': table(
    ['Key', 'Meaning'],
    Object.entries(styleKeys).map(([name, { doc }]) => [`\`${name}\``, doc]),
  ),
  hosts: table(
    ['`deploy`', 'What a build adds'],
    Object.entries(hosts).map(([name, doc]) => [`\`${name}\``, doc]),
  ),
  placeholders: placeholders.map(name => `\`:${name}\``).join(' '),
  commands: table(
    ['Command', 'What it does'],
    // What it takes may be broken into lines.
    commands.map(({ name, takes, summary }) => [`\`lectern ${name}\`${takes === undefined ? '' : ` ${takes}`}`, summary]),
  ),
  options: table(
    ['Option', 'Meaning'],
    // On a phone there is no room for a third column.
    (Object.keys(flags) as FlagName[]).map(name => [`\`${flagUsage(name)}\``, `${flags[name].doc} (${takers(name)})`]),
  ),
  'site fields': fieldTable(siteFields),
  'page fields': fieldTable(pageFields),
  'post fields': fieldTable(postFields),
  'list fields': fieldTable(listFields),
  'course fields': fieldTable(courseFields),
  helpers: table(
    ['Name', 'What it does'],
    Object.entries(helperDocs).map(([name, doc]) => [`\`${name}\``, doc]),
  ),
}

// The default of a key, where it can be told in a word.
function shown(absent: unknown): string {
  if (typeof absent === 'number' || absent === true) return ` (\`${absent}\`)`
  return typeof absent === 'string' && /^\S+$/.test(absent) && absent !== 'public' ? ` (\`${absent}\`)` : ''
}

function withTables(text: string): string {
  return text.replace(
    /<!-- ([a-z ]+) -->\n([\s\S]*?)<!-- end -->/g,
    (_, name: string) => `<!-- ${name} -->\n${tables[name] ?? ''}\n<!-- end -->`,
  )
}

test('the manual knows every key, command, option and template value', () => {
  expect(
    [...allText().matchAll(/<!-- ([a-z ]+) -->\n/g)]
      .map(match => match[1])
      .filter(name => name !== 'end')
      .sort(),
  ).toEqual(Object.keys(tables).sort())
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    if (process.env['UPDATE']) writeFileSync(file, withTables(text))
    expect(readFileSync(file, 'utf8')).toBe(withTables(text))
  }
})

test('the manual names every file that it says to read or to add a line to', () => {
  const paths = [...allText().matchAll(/`(src\/[\w/-]+\.ts)`/g)].map(match => match[1] ?? '')
  const examples = ['src/markdown/extensions/spoilers.ts', 'src/pages/authors.ts', 'src/cli/commands/stats.ts']
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths.filter(path => !examples.includes(path))) expect(readFileSync(join(root, path), 'utf8')).not.toBe('')
})

test('the npm scripts that are told are those there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const told = new Set([...allText().matchAll(/npm (?:run |(?=test\b))([\w:]+)/g)].map(match => match[1] ?? ''))
  expect(
    Object.keys(scripts)
      .filter(name => name !== 'prepare')
      .sort(),
  ).toEqual([...told].sort())
})

test('the README is a screen and a half, and leads to every chapter', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  expect(text.split('\n').length).toBeLessThan(70)
  for (const name of readdirSync(manual)) expect(text).toContain(`(docs/posts/manual/${name})`)
  for (const [, path = ''] of text.matchAll(/\]\(([^):]+)\)/g)) expect(existsSync(join(root, path)), path).toBe(true)
})
