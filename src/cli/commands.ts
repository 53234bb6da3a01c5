// THE LIST of commands. Help is printed from it, in this order.

import type { Command } from './command.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { dev } from './commands/dev.ts'
import { exportPosts } from './commands/export.ts'
import { importBlog } from './commands/import.ts'
import { siteFlags } from './options.ts'

export const commands: readonly Command[] = [
  { name: 'build', summary: 'Make the website', flags: [...siteFlags, 'now', 'lock'], run: build },
  { name: 'dev', summary: 'Show the website while you write', flags: [...siteFlags, 'host', 'port', 'open', 'follow'], run: dev },
  {
    name: 'check',
    summary: 'Report what is wrong with the posts, and write nothing',
    flags: [...siteFlags, 'now', 'against', 'write-redirects'],
    run: check,
  },
  { name: 'import', takes: 'DIR', summary: 'Copy a Jekyll blog into this folder', flags: [], run: importBlog },
  { name: 'export', summary: 'Print every post as a line of JSON', flags: [...siteFlags, 'now'], run: exportPosts },
]

/** The commands that take a flag. */
export function takersOf(flag: string): readonly Command[] {
  return commands.filter(({ flags }) => flags.some(name => name === flag))
}
