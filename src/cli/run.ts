// A command line into an exit code.

import packageJson from '../../package.json' with { type: 'json' }
import { nearest } from '../text/nearest.ts'
import { ownValue } from '../text/own-value.ts'
import type { Command, Environment, ExitCode, Terminal } from './command.ts'
import { commands, takersOf } from './commands.ts'
import { help, helpFor } from './help.ts'
import { type CommandLine, commonFlags, type FlagName, readCommandLine } from './options.ts'
import { answers, otherNames } from './other-words.ts'

export async function run(args: readonly string[], environment: Environment): Promise<ExitCode> {
  const line = readCommandLine(args)
  if (typeof line === 'string') return misuse(line, environment)
  if (line.options.version) {
    environment.print(packageJson.version)
    return 0
  }
  if (line.command === undefined || line.command === 'help') return showHelp(line, environment)
  const command = commandOf(line.command)
  if (!command) return misuse(unknownCommand(line.command), environment)
  if (line.options.help) {
    environment.print(helpFor(command))
    return 0
  }
  const wrong = misplaced(command, line)
  return wrong === undefined ? command.run(line.options, environment, line.rest) : misuse(wrong, environment, command)
}

// Without a command there was nothing to do, unless help was what was asked for.
function showHelp({ command, rest, options }: CommandLine, terminal: Terminal): ExitCode {
  const about = commandOf(rest[0] ?? '')
  terminal.print(about ? helpFor(about) : help())
  return options.help || command === 'help' ? 0 : 2
}

/** What the command does not take, in a sentence. */
function misplaced(command: Command, { rest, options }: CommandLine): string | undefined {
  const extra = rest[command.takes === undefined ? 0 : (command.most ?? 1)]
  if (extra !== undefined) return `lectern ${command.name} takes no ${extra}`
  const foreign = (Object.keys(options) as FlagName[]).find(name => !command.flags.includes(name) && !commonFlags.includes(name))
  if (foreign === undefined) return undefined
  const takers = takersOf(foreign).map(({ name }) => name)
  return `lectern ${command.name} takes no --${foreign}; it belongs to lectern ${takers.join(', ').replace(/, ([^,]*)$/, ' and $1')}`
}

function misuse(message: string, terminal: Terminal, command?: Command): ExitCode {
  const where = command ? `lectern ${command.name} --help lists its options.` : 'lectern --help lists the commands and options.'
  terminal.printError(`${message}\n${where}`)
  return 2
}

function commandOf(name: string): Command | undefined {
  const ours = ownValue(otherNames, name) ?? name
  return commands.find(command => command.name === ours)
}

function unknownCommand(name: string): string {
  const answer = ownValue(answers, name)
  if (answer !== undefined) return answer
  // A word of another tool's may be misspelt as well.
  const words = Object.keys(otherNames).filter(word => word.length > 3)
  const near = nearest(name, [...commands.map(command => command.name), ...words])
  return `There is no command ${name}${near === undefined ? '' : `; did you mean ${ownValue(otherNames, near) ?? near}?`}`
}
