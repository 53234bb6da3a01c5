// THE LIST of commands. Help is printed from it, in this order.

import type { Command } from './command.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { dev } from './commands/dev.ts'
import { explain } from './commands/explain.ts'
import { exportPosts } from './commands/export.ts'
import { importBlog } from './commands/import.ts'
import { init } from './commands/init.ts'
import { newText } from './commands/new.ts'
import { publishDraft } from './commands/publish.ts'
import { schema } from './commands/schema.ts'
import { siteFlags } from './options.ts'

export const commands: readonly Command[] = [
  {
    name: 'init',
    takes: '[DIR]',
    summary: 'Begin a site in this folder, or in DIR',
    flags: ['title', 'author', 'url', 'lang', 'timezone', 'deploy', 'templates'],
    run: init,
  },
  {
    name: 'new',
    takes: '[page|draft|lecture|course] TITLE',
    most: Number.POSITIVE_INFINITY,
    summary: 'Begin a post; a lecture takes over what the last ones have in common',
    flags: ['config', 'date', 'course', 'lecture', 'tags', 'slug', 'lang', 'now'],
    run: newText,
  },
  { name: 'publish', takes: 'DRAFT', summary: 'Make a draft a post of today', flags: ['config', 'now'], run: publishDraft },
  { name: 'build', summary: 'Make the website', flags: [...siteFlags, 'now', 'lock'], run: build },
  { name: 'dev', summary: 'Show the website while you write', flags: [...siteFlags, 'host', 'port', 'open', 'follow'], run: dev },
  {
    name: 'check',
    summary: 'Look for dead links and whatever else is wrong, and write nothing',
    flags: [...siteFlags, 'now', 'external', 'against', 'write-redirects'],
    run: check,
  },
  {
    name: 'explain',
    takes: 'FILE',
    summary: 'Tell what a file becomes and why: its date, address, template, course; or why it is not published',
    flags: [...siteFlags, 'now'],
    run: explain,
  },
  { name: 'import', takes: 'DIR', summary: 'Copy a Jekyll blog into this folder', flags: [], run: importBlog },
  {
    name: 'schema',
    takes: 'config|post|vscode',
    summary: 'Print a JSON Schema for editors; vscode sets up VS Code with both',
    flags: [],
    run: schema,
  },
  { name: 'export', summary: 'Print every post as a line of JSON', flags: [...siteFlags, 'now'], run: exportPosts },
]

/** The commands that take a flag. */
export function takersOf(flag: string): readonly Command[] {
  return commands.filter(({ flags }) => flags.some(name => name === flag))
}
