// Files of `_data`, for `site.data` in Liquid: YAML, JSON, and tables with a line of names on top.

import type { Checked, Diagnostic } from '../diagnostic.ts'
import { brokenTable } from '../diagnostics/front-matter.ts'
import type { Data, DataMap, SourcePath } from '../model.ts'
import { compareTexts } from '../text/compare.ts'
import { positionAt, positionsIn } from '../text/position.ts'
import { baseName, extensionOf, folderOf } from '../text/url.ts'
import { yamlDiagnostics } from './config.ts'
import { deepMerge } from './merge.ts'
import { readTable } from './table.ts'
import { readYamlInOrder } from './yaml.ts'

export interface DataFile {
  readonly path: SourcePath
  readonly text: string
}

/** All data files as one map, in the order in which Jekyll reads them: `_data/people/staff.yml` is `people.staff`. */
export function readDataFiles(files: readonly DataFile[]): Checked<DataMap> {
  const diagnostics: Diagnostic[] = []
  let value: DataMap = Object.create(null)
  for (const file of files.toSorted((a, b) => inOrderOfReading(a.path.split('/'), b.path.split('/')))) {
    const read = readDataFile(file)
    diagnostics.push(...read.diagnostics)
    const name = baseName(file.path)
      .slice(0, -extensionOf(file.path).length)
      .replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, '')
      .replace(/\s+/g, '_')
    const folders = folderOf(file.path).split('/').slice(1)
    value = deepMerge(value, [...folders, name].reduceRight<Data>((inner, key) => ({ [key]: inner }), read.value) as DataMap)
  }
  return { value, diagnostics }
}

const endings = ['.yaml', '.yml', '.json', '.csv', '.tsv']

// In each folder the files by their endings and names, then the folders.
function inOrderOfReading([a = '', ...deeper]: readonly string[], [b = '', ...other]: readonly string[]): number {
  if (a === b && deeper.length > 0) return inOrderOfReading(deeper, other)
  const rank = (name: string, within: readonly string[]): number =>
    within.length > 0 ? endings.length : endings.indexOf(extensionOf(name))
  return rank(a, deeper) - rank(b, other) || compareTexts(a, b)
}

function readDataFile({ path, text }: DataFile): Checked<Data> {
  const extension = extensionOf(path).toLowerCase()
  if (extension === '.csv') return readTableFile({ path, text }, ',')
  if (extension === '.tsv') return readTableFile({ path, text }, '\t')
  const json = extension === '.json' ? parsedJson(text) : undefined
  if (json !== undefined && !hasIndexes.test(text)) return { value: json, diagnostics: [] }
  // Jekyll reads JSON as YAML, which lets a comma stand behind the last item.
  const yaml = readYamlInOrder(text)
  const broken = yaml.problems.filter(({ kind }) => kind !== 'repeated')
  if (json !== undefined && broken.length > 0) return { value: json, diagnostics: [] }
  return { value: yaml.value, diagnostics: yamlDiagnostics(path, broken, positionsIn(text)) }
}

// JSON.parse would put keys that are numbers first.
const hasIndexes = /[{,]\s*"\d+"\s*:/

function parsedJson(text: string): Data | undefined {
  try {
    return JSON.parse(text) as Data
  } catch {
    return undefined
  }
}

function readTableFile({ path, text }: DataFile, separator: ',' | '\t'): Checked<Data> {
  const { rows, problem } = readTable(text, separator)
  if (problem === undefined) return { value: rows, diagnostics: [] }
  const place = { file: path, position: positionAt(text, problem.offset) }
  return { value: null, diagnostics: [brokenTable(place, problem.message, problem.hint)] }
}
