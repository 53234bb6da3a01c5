// What `--help` prints, made from the lists of commands and of flags.

import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { commonFlags, type FlagName, flags } from './options.ts'

/** All commands, and the options that each of them takes. */
export function help(): string {
  return [
    'Lectern makes a website from lecture notes.',
    'Usage: lectern COMMAND [OPTIONS]',
    section(
      'Commands',
      commands.map(command => [usageOf(command), command.summary]),
    ),
    section('Options of every command', commonFlags.map(flagRow)),
    'lectern COMMAND --help lists the others.',
  ].join('\n\n')
}

export function helpFor(command: Command): string {
  return [
    `${command.summary}.`,
    `Usage: lectern ${usageOf(command)} [OPTIONS]`,
    ...(command.flags.length === 0 ? [] : [section(`Options of ${command.name}`, command.flags.map(flagRow))]),
    section('Options of every command', commonFlags.map(flagRow)),
  ].join('\n\n')
}

/** A command with what it takes: `import DIR`. */
export function usageOf({ name, takes }: Command): string {
  return takes === undefined ? name : `${name} ${takes}`
}

/** A flag with its value: `-o, --output DIR`. */
export function flagUsage(name: FlagName): string {
  const flag = flags[name]
  return `${'short' in flag ? `-${flag.short}, ` : ''}--${name}${'value' in flag ? ` ${flag.value}` : ''}`
}

function flagRow(name: FlagName): readonly [string, string] {
  return [flagUsage(name), flags[name].doc.replaceAll('`', '')]
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  return [title, ...rows.map(([left, right]) => `  ${left.padEnd(22)} ${right}`)].join('\n')
}
