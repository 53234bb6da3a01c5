// Front matter and configuration.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { didYouMean, error, hint, warning } from './severity.ts'

export const unclosedFrontMatter = (place: Place): Diagnostic =>
  error(
    'front-matter/unclosed',
    place,
    'The front matter is opened but never closed',
    'add a line with three hyphens (---) after the last key',
  )

export const notYaml = (place: Place, language: string): Diagnostic =>
  error(
    'front-matter/language',
    place,
    `Front matter in ${language} is not read; only YAML is`,
    'open the front matter with three hyphens and nothing after them',
  )

export const brokenYaml = (place: Place, problem: string, mend: string): Diagnostic =>
  error('yaml/syntax', place, `The YAML cannot be read: ${problem}`, mend)

export const brokenTable = (place: Place, problem: string, mend: string): Diagnostic =>
  error('data/table', place, `The table cannot be read: ${problem}`, mend)

export const repeatedKey = (place: Place, key: string): Diagnostic =>
  warning('yaml/repeated-key', place, `The key ${key} stands here a second time; the last one counts`, 'keep one of them')

export const unreadYaml = (place: Place): Diagnostic =>
  warning('yaml/unread', place, 'What is above has ended, and nothing from here on is read', 'let all keys begin in the same column')

export const frontMatterNoMap = (place: Place): Diagnostic =>
  error('front-matter/no-keys', place, 'The front matter holds no keys', 'write it as lines of key: value')

export const misspeltKey = (place: Place, key: string, near: string): Diagnostic =>
  hint('front-matter/misspelt-key', place, `Nothing reads the key ${key}`, `did you mean ${near}?`)

export const wrongType = (place: Place, key: string, wanted: string, seen: string): Diagnostic =>
  warning('front-matter/wrong-type', place, `${key} should be ${wanted}, but this is ${seen}; it is ignored`, `write ${key} as ${wanted}`)

/** Of a list of names, such as the arrangements of the home page. */
export const unknownChoice = (place: Place, key: string, seen: string, near: string | undefined, wanted: string): Diagnostic =>
  warning(
    'front-matter/unknown-value',
    place,
    `${key} is ${seen}, but can be ${wanted} only`,
    didYouMean(near, `write ${key} as ${wanted}`),
  )

export const badDate = (place: Place, key: string, text: string): Diagnostic =>
  error('front-matter/bad-date', place, `${key} is ${text}, which is no date`, 'write it as 2024-01-31 or 2024-01-31 18:30:00 +0100')

export const commaInTags = (place: Place, key: string, names: readonly string[]): Diagnostic =>
  hint(
    'front-matter/commas',
    place,
    `${key} is split at spaces, so the commas stay part of ${names.join(' ')}`,
    `write it as a list: ${key}: [${names.map(name => name.replace(/,$/, '')).join(', ')}]`,
  )

export const unknownConfigKey = (place: Place, key: string, near: string): Diagnostic =>
  hint('config/misspelt-key', place, `Nothing reads the key ${key}`, `did you mean ${near}?`)

export const unknownPlugin = (place: Place, name: string): Diagnostic =>
  hint(
    'config/unknown-plugin',
    place,
    `Lectern does not do what the plugin ${name} does`,
    'look at the pages that need it; without those, remove its name',
  )

export const pluginsCalledGems = (place: Place): Diagnostic =>
  hint('config/gems', place, 'Nothing reads gems, and Jekyll 4 does not either, so the plugins in it are off', 'rename the key to plugins')

export const wrongConfigType = (place: Place, key: string, wanted: string, seen: string): Diagnostic =>
  warning('config/wrong-type', place, `${key} should be ${wanted}, but this is ${seen}; its default is used`, `write ${key} as ${wanted}`)

export const unknownZone = (place: Place, name: string): Diagnostic =>
  warning(
    'config/timezone',
    place,
    `There is no time zone called ${name}; UTC is used`,
    'take a name from the IANA list, such as Europe/Berlin or America/New_York',
  )

export const urlWithoutScheme = (place: Place, url: string): Diagnostic =>
  warning('config/url', place, `The url ${url} has no scheme; https://${url} is taken`, `write url: https://${url}`)

export const urlIsNone = (place: Place, url: string): Diagnostic =>
  warning('config/url', place, `The url ${url} is no address of a website; none is taken`, 'write it as https://example.org')

export const urlWithFolder = (place: Place, folder: string): Diagnostic =>
  warning(
    'config/url',
    place,
    `The url holds the folder ${folder}, to which addresses from the root do not go`,
    `write the folder as baseurl: ${folder} and leave it out of url`,
  )

export const styleKeyOnTop = (place: Place, key: string): Diagnostic =>
  hint(
    'config/misplaced-key',
    place,
    `Nothing reads the key ${key}`,
    `to set it for the theme, write it below style, as in style: { ${key}: … }`,
  )

export const ownSheetKey = (place: Place, key: string): Diagnostic =>
  hint('config/misplaced-key', place, `Nothing reads the key ${key}`, 'to add a style sheet, put it at templates/assets/custom.css')

export const unknownHost = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'config/deploy',
    place,
    `Nothing is known of the host ${name}`,
    didYouMean(near, 'leave deploy out; the site in public/ can be put on any host'),
  )

export const missingConfig = (name: string): Diagnostic =>
  error('config/missing', undefined, `There is no file ${name} to read the configuration from`, 'check the path after --config')
