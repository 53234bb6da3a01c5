// `lectern init [DIR]`: a site to start from, in any folder. Asks where somebody sits at the terminal, and each question has an option; writes over
// nothing.

import { cpSync, existsSync, readdirSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { type NewSite, starterFiles } from '../../authoring/starter.ts'
import { hosts } from '../../config/deploy.ts'
import { createFiles } from '../../io/create-files.ts'
import { gitUser } from '../../io/git-user.ts'
import { readIfThere } from '../../io/text-file.ts'
import { momentAt } from '../../text/dates.ts'
import { strftime } from '../../text/strftime.ts'
import { findZone, utcZone } from '../../text/zone.ts'
import type { Environment, ExitCode } from '../command.ts'
import type { Options } from '../options.ts'

/** Hosts that build the site by themselves. */
const builders: readonly string[] = ['github-pages', 'netlify', 'cloudflare']

export async function init(options: Options, environment: Environment, [name]: readonly string[]): Promise<ExitCode> {
  const { folder, calledAs, printError: tell } = environment
  const root = resolve(folder, options.root ?? '.', name ?? '.')
  const site = await answers(root, options, environment)
  if (typeof site === 'string') {
    tell(site)
    return 2
  }
  // A folder that has posts keeps them; it gets no other.
  const files = starterFiles(site).filter(({ path }) => !path.startsWith('posts/') || !hasPosts(root))
  const written = createFiles(root, files)
  if (options.templates) copyTemplates(environment.theme, join(root, 'templates'))
  if (options.quiet) return 0
  const place = relative(folder, root)
  for (const { path } of files) tell(`${written.has(path) ? 'Wrote' : 'Kept '} ${join(place, path)}`)
  if (options.templates) tell(`Wrote ${join(place, 'templates')}, the theme; delete what you do not change`)
  const here = place === '' ? '' : `cd ${place.includes(' ') ? JSON.stringify(place) : place} && `
  tell(
    `\nNow run: ${here}${calledAs} dev\nand open http://localhost:4000/ while you write. ${calledAs} new "Lecture 2" begins the next post.`,
  )
  if (builders.includes(site.deploy) && isLinked(root))
    tell(
      'package.json has Lectern from a folder of this machine, which the host has not. Before the first push: npm pack with that folder, npm install ./lectern-….tgz, and commit the file.',
    )
  return 0
}

// What is installed from a folder of this machine is a link to it, which no other machine can follow.
function isLinked(root: string): boolean {
  const project = readIfThere(join(root, 'package.json')) ?? ''
  return /"lectern"\s*:\s*"(?:file|link):(?!.*\.tgz")/.test(project)
}

async function answers(root: string, options: Options, { ask, timezone, now, calledAs }: Environment): Promise<NewSite | string> {
  const title = options.title ?? (await ask('Name of the site', titleOfFolder(root)))
  const author = options.author ?? (await ask('Your name', gitUser(existsSync(root) ? root : '.')))
  const url = options.url ?? (await ask('Where it will stand (https://…, may be left empty)', ''))
  const lang = options.lang ?? (await ask('Language', 'en'))
  const zoneName = options.timezone ?? timezone()
  const zone = findZone(zoneName)
  if (zone === undefined && options.timezone !== undefined)
    return `There is no time zone called ${zoneName}; take a name from the IANA list, such as Europe/Berlin`
  const deploy = options.deploy ?? ''
  if (deploy !== '' && !Object.hasOwn(hosts, deploy)) return `--deploy takes ${Object.keys(hosts).join(', ')}, not ${deploy}`
  const date = strftime(momentAt(now(), zone ?? utcZone), '%Y-%m-%d')
  return { title, author, url: url.replace(/\/+$/, ''), lang, timezone: zone === undefined ? 'UTC' : zoneName, deploy, date, calledAs }
}

function titleOfFolder(root: string): string {
  const words = basename(root).replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function hasPosts(root: string): boolean {
  const folders = ['posts', '_posts'].map(name => join(root, name)).filter(place => existsSync(place))
  return folders.some(place => readdirSync(place, { recursive: true, encoding: 'utf8' }).some(file => /\.(?:md|markdown)$/.test(file)))
}

function copyTemplates(theme: string, to: string): void {
  cpSync(theme, to, { recursive: true, force: false })
}
