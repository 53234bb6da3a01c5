// A command line into an exit code.

import packageJson from '../../package.json' with { type: 'json' }
import { nearest } from '../text/nearest.ts'
import { type Command, commands, type ExitCode, type Terminal } from './commands.ts'
import { flags, readCommandLine } from './options.ts'

export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const line = readCommandLine(args)
  if (typeof line === 'string') return misuse(line, terminal)
  if (line.options.version) {
    terminal.print(packageJson.version)
    return 0
  }
  if (line.options.help || line.command === undefined || line.command === 'help') {
    terminal.print(help())
    return line.options.help || line.command === 'help' ? 0 : 2
  }
  const command = commands.find(({ name }) => name === line.command)
  if (!command) return misuse(unknownCommand(line.command), terminal)
  const extra = line.rest[command.takes === undefined ? 0 : 1]
  if (extra !== undefined) return misuse(`lectern ${command.name} takes no ${extra}`, terminal)
  return command.run(line.options, terminal, line.rest)
}

function misuse(message: string, terminal: Terminal): ExitCode {
  terminal.printError(`${message}\nlectern --help lists the commands and options.`)
  return 2
}

function unknownCommand(name: string): string {
  const near = nearest(
    name,
    commands.map(command => command.name),
  )
  return `There is no command ${name}${near === undefined ? '' : `; did you mean ${near}?`}`
}

function help(): string {
  const rows = (pairs: readonly (readonly [string, string])[]): string =>
    pairs.map(([left, right]) => `  ${left.padEnd(22)} ${right}`).join('\n')
  const commandRows = commands.map(
    ({ name, takes, summary }: Command) => [takes === undefined ? name : `${name} ${takes}`, summary] as const,
  )
  const flagRows = Object.entries(flags).map(([name, flag]) => {
    const short = 'short' in flag ? `-${flag.short}, ` : ''
    return [`${short}--${name}${'value' in flag ? ` ${flag.value}` : ''}`, flag.doc.replaceAll('`', '')] as const
  })
  return `Lectern makes a website from lecture notes.\n\nUsage: lectern COMMAND [OPTIONS]\n\nCommands\n${rows(commandRows)}\n\nOptions\n${rows(flagRows)}`
}
