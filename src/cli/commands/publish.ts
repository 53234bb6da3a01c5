// `lectern publish DRAFT`: a draft becomes a post of today, by a move of its file and nothing else.

import { join, relative, resolve } from 'node:path'
import { findDraft, publishedPath } from '../../authoring/publish-draft.ts'
import { moveFile } from '../../io/create-files.ts'
import { nearest } from '../../text/nearest.ts'
import { strftime } from '../../text/strftime.ts'
import type { Environment, ExitCode } from '../command.ts'
import { openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

export async function publishDraft(options: Options, environment: Environment, [name]: readonly string[]): Promise<ExitCode> {
  const { printError: tell, folder } = environment
  const opened = openSite({ ...options, drafts: true }, environment)
  if (!('input' in opened)) return printDiagnostics(opened, options, environment)
  const drafts = opened.input.sources.filter(({ path }) => /(?:^|\/)_drafts\//.test(path))
  const paths = drafts.map(({ path }) => path)
  if (name === undefined) {
    tell(paths.length === 0 ? 'There are no drafts' : `lectern publish needs a draft; there are\n${paths.join('\n')}`)
    return 2
  }
  const path = findDraft(name, paths) ?? findDraft(relative(opened.root, resolve(folder, name)), paths)
  const draft = drafts.find(candidate => candidate.path === path)
  if (draft === undefined || draft.content.kind !== 'text') {
    const near = nearest(
      name,
      paths.map(candidate => candidate.replace(/^.*\/|\.\w+$/g, '')),
    )
    tell(`There is no draft ${name}${near === undefined ? '' : `; did you mean ${near}?`}`)
    return 1
  }
  const target = publishedPath(draft.path, draft.content.text, strftime(opened.now, '%Y-%m-%d'), opened.input.config.shape)
  if (!moveFile(opened.root, draft.path, target)) {
    tell(`${target} is there already; the draft stays where it is`)
    return 1
  }
  if (!options.quiet) tell(`Moved ${draft.path} to ${opened.root === folder ? target : join(opened.root, target)}`)
  return 0
}
