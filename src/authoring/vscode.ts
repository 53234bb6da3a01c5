// What VS Code is given for a site: schemas of the configuration and of front matter, the setting that names them, and tasks whose complaints stand in
// its list of problems, front matter and texts included.

import { schemaOf } from '../config/json-schema.ts'
import { configKeys } from '../config/keys.ts'
import { frontMatterKeys } from '../posts/keys.ts'
import type { NewFile } from './new-text.ts'

export const configSchema = (): object => schemaOf('Configuration of a site of Lectern', configKeys)
export const postSchema = (): object => schemaOf('Front matter of a post or page of Lectern', frontMatterKeys)

/** Schemas, which follow the program and are written anew each time. */
export function schemaFiles(): NewFile[] {
  return [json('lectern-config.json', configSchema()), json('lectern-post.json', postSchema())]
}

/** Settings, which are the author's once they are there. `lectern` is how the program is called. */
export function settingsFiles(lectern: string): NewFile[] {
  return [
    json('settings.json', { 'yaml.schemas': { '.vscode/lectern-config.json': ['_config.yml', '_config.*.yml'] } }),
    json('extensions.json', { recommendations: ['redhat.vscode-yaml'] }),
    json('tasks.json', { version: '2.0.0', tasks: [checkTask(lectern), previewTask(lectern)] }),
  ]
}

function json(name: string, value: object): NewFile {
  return { path: `.vscode/${name}`, text: `${JSON.stringify(value, null, 2)}\n` }
}

// As `cli/report.ts` prints them: `posts/2024-01-31-a.md:3:1: warning What is wrong [what/kind]`.
const pattern = {
  regexp: String.raw`^(\S.*?):(\d+):(\d+): (error|warning|hint) (.*) \[([\w/-]+)\]$`,
  file: 1,
  line: 2,
  column: 3,
  severity: 4,
  message: 5,
  code: 6,
}

const checkTask = (lectern: string): object => ({
  label: 'Lectern: check',
  type: 'shell',
  command: `${lectern} check --verbose`,
  group: 'build',
  // From the folder that VS Code has open, where the task runs.
  problemMatcher: { owner: 'lectern', fileLocation: 'relative', pattern },
})

const previewTask = (lectern: string): object => ({
  label: 'Lectern: preview',
  type: 'shell',
  command: `${lectern} dev`,
  isBackground: true,
  problemMatcher: [],
})
