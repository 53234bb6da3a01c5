// A site and its posts as plugins see them. Markdown is left as it is but for `*words*`, so a test shows where it was read.

import { isMap } from '../../src/config/readers.ts'
import { readYaml } from '../../src/config/yaml.ts'
import type { PluginDocument, PluginPage, PluginSite } from '../../src/jekyll/plugin-data.ts'
import type { DataMap } from '../../src/model.ts'
import { type Moment, momentAt, parseDate } from '../../src/text/dates.ts'
import { utcZone } from '../../src/text/zone.ts'

export function yamlMap(text: string): DataMap {
  const { value } = readYaml(text)
  return isMap(value) ? value : {}
}

export function day(text: string): Moment {
  return parseDate(text, utcZone) ?? momentAt(0, utcZone)
}

export function pluginSite(config: string, data = ''): PluginSite {
  return {
    config: yamlMap(config),
    data: yamlMap(data),
    zone: utcZone,
    now: day('2026-01-15 12:00'),
    jekyllVersion: '4.3.1',
    markdownify: async text => text.replace(/\*(\w+)\*/g, '<em>$1</em>'),
    smartify: async text => text.replaceAll("'", '’'),
  }
}

export function page(url: string, data: string, rest: Partial<PluginPage> = {}): PluginPage {
  return { url, data: yamlMap(data), ...rest }
}

export function post(name: string, data: string, rest: Partial<PluginDocument> = {}): PluginDocument {
  const date = day(name.slice(0, 10))
  const common = { date, collection: 'posts', tags: [], categories: [], draft: false, content: async () => '<p>Text</p>\n' }
  return { url: `/${name}.html`, id: `/${name}`, data: yamlMap(data), ...common, ...rest }
}
