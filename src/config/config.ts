// `_config.yml` read into one typed value.

import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import {
  brokenYaml,
  frontMatterNoMap,
  ownSheetKey,
  pluginsCalledGems,
  repeatedKey,
  styleKeyOnTop,
  unknownChoice,
  unknownConfigKey,
  unknownHost,
  unknownPlugin,
  unknownZone,
  unreadYaml,
  wrongConfigType,
} from '../diagnostics/front-matter.ts'
import { type Data, type DataMap, type SourcePath, sourcePath } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { positionAt, positionsIn } from '../text/position.ts'
import { findZone, utcZone, type Zone } from '../text/zone.ts'
import { readScopes, type Scope } from './defaults.ts'
import { nearestHost, readHosts } from './deploy.ts'
import { type ConfigKey, type ConfigValues, configKeys, otherKnownKeys } from './keys.ts'
import { looks } from './looks.ts'
import { deepMerge } from './merge.ts'
import { unknownPlugins } from './plugins.ts'
import { describe, isMap, type Reader, textOf } from './readers.ts'
import { tidyUrl, urlProblems } from './site-url.ts'
import { styleKeys, styleProblems } from './style.ts'
import { readYaml } from './yaml.ts'
import type { YamlProblem } from './yaml-problems.ts'
import type { Yaml } from './yaml-value.ts'

export interface Config extends ConfigValues {
  /** Everything the files say, known or not, for templates. */
  readonly data: DataMap
  readonly zone: Zone
  /** `lectern` sites have a `posts` folder; `jekyll` ones are any folder with `_posts` somewhere in it. */
  readonly shape: SiteShape
  /** False where a Jekyll site is to be shown in our theme, whatever layouts it has. */
  readonly usesOwnLayouts: boolean
  readonly scopes: readonly Scope[]
  /** Where `defaults` stand, for what is wrong in them. */
  readonly defaultsPlace: Place
}

export type SiteShape = 'lectern' | 'jekyll'

/** Whatever is not asked for as CommonMark is read as Jekyll reads it. */
export function dialectOf(config: Config): 'kramdown' | 'commonmark' {
  return /^(?:commonmark|gfm|cmark)/i.test(config.markdown) ? 'commonmark' : 'kramdown'
}

export interface ConfigFile {
  readonly path: SourcePath
  readonly text: string
}

interface ReadFile extends ConfigFile {
  readonly yaml: Yaml
  readonly data: DataMap
}

/** Reads the configuration files; of a key that stands in several the last counts, groups are merged. */
export function readConfig(files: readonly ConfigFile[], shape: SiteShape): Checked<Config> {
  const read = files.map(file => readFile(file))
  const diagnostics = read.flatMap(file => [...problemsOf(file), ...misspellings(file), ...strangers(file)])
  const data = read.reduce<DataMap>((merged, file) => deepMerge(merged, file.data), Object.create(null))
  const placeOf = (key: string): Place => keyPlace(read, key)
  const tell = (name: string, reader: Reader<unknown>, value: Data): void => {
    diagnostics.push(...valueProblems(name, reader, value, shape, placeOf(name)))
  }
  const values = Object.fromEntries(
    Object.entries<ConfigKey<unknown>>(configKeys).map(([name, key]) => [name, readKey(name, key, data, tell)]),
  ) as unknown as ConfigValues
  const style = withTheme(values.style, data['theme'])
  const zone = findZone(values.timezone)
  diagnostics.push(...urlProblems(values.url, shape === 'jekyll', placeOf('url')))
  for (const name of readHosts(values.deploy).unknown) diagnostics.push(unknownHost(placeOf('deploy'), name, nearestHost(name)))
  diagnostics.push(...styleProblems(style, placeOf(isMap(data['theme']) ? 'theme' : 'style')))
  if (zone === undefined) diagnostics.push(unknownZone(placeOf('timezone'), values.timezone))
  return {
    value: {
      ...values,
      style,
      baseurl: tidyBase(values.baseurl),
      url: tidyUrl(values.url),
      data,
      zone: zone ?? utcZone,
      shape,
      usesOwnLayouts: data['theme'] !== 'lectern',
      scopes: readScopes(values.defaults),
      defaultsPlace: placeOf('defaults'),
    },
    diagnostics,
  }
}

// `theme: terminal` names a look too, and a group is a style; the name of any other theme is that of a Jekyll site.
function withTheme(style: DataMap, theme: Data | undefined): DataMap {
  if (isMap(theme)) return { ...theme, ...style }
  return typeof theme === 'string' && Object.hasOwn(looks, theme) ? { look: theme, ...style } : style
}

function readFile(file: ConfigFile): ReadFile {
  const yaml = readYaml(file.text)
  return { ...file, yaml, data: isMap(yaml.value) ? yaml.value : {} }
}

function problemsOf(file: ReadFile): Diagnostic[] {
  const problems = yamlDiagnostics(file.path, file.yaml.problems, positionsIn(file.text))
  const isEmpty = file.yaml.value === null
  return isEmpty || isMap(file.yaml.value)
    ? problems
    : [...problems, frontMatterNoMap({ file: file.path, position: positionAt(file.text, 0) })]
}

/** The problems of YAML that stands in a file, from `start` on. */
export function yamlDiagnostics(
  file: SourcePath,
  problems: readonly YamlProblem[],
  position: ReturnType<typeof positionsIn>,
  start = 0,
): Diagnostic[] {
  return problems.map(({ kind, offset, length, message, hint }) => {
    const place = { file, position: position(start + offset, length) }
    if (kind === 'repeated') return repeatedKey(place, message)
    return kind === 'unread' ? unreadYaml(place) : brokenYaml(place, message, hint)
  })
}

const knownKeys = new Set([
  ...Object.entries<ConfigKey<unknown>>(configKeys).flatMap(([name, key]) => [name, ...key.aliases]),
  ...otherKnownKeys,
])

// A key nobody knows is the site's own data, which its templates may read; only a near miss is worth a word.
function misspellings(file: ReadFile): Diagnostic[] {
  return Object.keys(file.data).flatMap(key => {
    const misplaced = misplacedKey(key)
    if (misplaced !== undefined) return [misplaced(keyPlace([file], key), key)]
    const near = knownKeys.has(key) || key.length < 4 ? undefined : nearest(key, Object.keys(configKeys))
    return near === undefined ? [] : [unknownConfigKey(keyPlace([file], key), key, near)]
  })
}

/** The options of kramdown, which leaves code to the highlighter of the site. */
export function kramdownOf({ data, kramdown }: Config): DataMap {
  const { highlighter = null } = data
  return highlighter === null ? kramdown : { syntax_highlighter: highlighter, ...kramdown }
}

function strangers(file: ReadFile): Diagnostic[] {
  const old = file.data['gems'] === undefined ? [] : [pluginsCalledGems(keyPlace([file], 'gems'))]
  return [...old, ...unknownPlugins(file.data).map(name => unknownPlugin(keyPlace([file], 'plugins'), name))]
}

// What belongs below `style`, and what other generators call their style sheets.
function misplacedKey(key: string): ((place: Place, key: string) => Diagnostic) | undefined {
  if (knownKeys.has(key)) return undefined
  if (
    (Object.hasOwn(styleKeys, key) && !/^(?:text|width|size|font|background)$/.test(key)) ||
    /^(?:(?:accent|primary|theme|link|text)[-_])?colou?r$/.test(key)
  )
    return styleKeyOnTop
  return /^(?:(?:custom|extra|site)[-_])?(?:css|stylesheets?)$/.test(key) ? ownSheetKey : undefined
}

function keyPlace(files: readonly ReadFile[], key: string): Place {
  const file = files.findLast(candidate => candidate.yaml.places.has(key))
  const place = file?.yaml.places.get(key)
  if (!file || !place) return { file: files.at(-1)?.path ?? sourcePath('_config.yml') }
  return { file: file.path, position: positionAt(file.text, place.key, place.keyLength) }
}

function readKey(
  name: string,
  key: ConfigKey<unknown>,
  data: DataMap,
  tell: (written: string, reader: Reader<unknown>, value: Data) => void,
): unknown {
  const written = [name, ...key.aliases].find(candidate => !isNothing(data[candidate]))
  const value = written === undefined ? null : (data[written] ?? null)
  if (written === undefined || isFalseForOff(name, value)) return key.absent
  const read = key.reader.read(value)
  if (read !== undefined) return read
  tell(written, key.reader, value)
  return key.absent
}

// In a Jekyll site a key with a closed list of values may be the theme's own, unless one of ours is near.
function valueProblems(name: string, { choices, wanted }: Reader<unknown>, value: Data, shape: SiteShape, place: Place): Diagnostic[] {
  const written = textOf(value)
  if (choices === undefined || (written === undefined && shape === 'lectern'))
    return [wrongConfigType(place, name, wanted, describe(value))]
  const near = nearest(written ?? '', choices)
  return written === undefined || (near === undefined && shape === 'jekyll') ? [] : [unknownChoice(place, name, written, near, wanted)]
}

function isNothing(value: Data | undefined): boolean {
  return value === undefined || value === null
}

// `paginate: false`, `timezone: false` and the like mean "none" to Ruby, so they mean the default here.
function isFalseForOff(name: string, value: Data): boolean {
  return value === false && !(typeof configKeys[name as keyof typeof configKeys].absent === 'boolean')
}

/** `url` and `baseurl` as the files of a Jekyll site say them, a slash too many and all; what the command line says instead is told as it is. */
export function writtenAddress({ data, url, baseurl }: Config): { readonly url?: Data; readonly baseurl?: Data } {
  const written = (key: 'url' | 'baseurl', tidy: string, tidied: (text: string) => string): { readonly [key: string]: Data } => {
    const value = data[key]
    const isAsWritten = typeof value === 'string' ? tidied(value) === tidy : tidy === ''
    return isAsWritten ? (value === undefined ? {} : { [key]: value }) : { [key]: tidy }
  }
  return { ...written('url', url, text => text.replace(/\/+$/, '')), ...written('baseurl', baseurl, tidyBase) }
}

// `notes/`, `/notes/` and `/notes` are all in use; `/` means none.
function tidyBase(baseurl: string): string {
  const path = baseurl.replace(/^\/+|\/+$/g, '')
  return path === '' ? '' : `/${path}`
}
