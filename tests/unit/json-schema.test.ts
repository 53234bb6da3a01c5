// The schemas that editors are given, held to what the program reads.

import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { schemaOf } from '../../src/config/json-schema.ts'
import { configKeys } from '../../src/config/keys.ts'
import { readYaml } from '../../src/config/yaml.ts'
import { frontMatterKeys } from '../../src/posts/keys.ts'

const ajv = new Ajv({ allowUnionTypes: true })
const config = ajv.compile(schemaOf('Configuration', configKeys))
const post = ajv.compile(schemaOf('Post', frontMatterKeys))
const yaml = (text: string): unknown => JSON.parse(JSON.stringify(readYaml(text).value))

test.each([
  'title: Notes\npaginate: 5\nauthor: { name: Ada, url: https://ada.example }\nexclude: [a, b]\nfuture: true\n',
  'title: 2024\nsearch: false\nown_key: [1, 2]\nauthor: [Ada, Grace]\nexclude: a\nurl:\n',
])('config: %j is right', text => expect([config(yaml(text)), config.errors]).toEqual([true, null]))

test.each(['paginate: many\n', 'search: sometimes\n', 'kramdown: gfm\n', 'future: 1\n'])('config: %j is wrong', text =>
  expect(config(yaml(text))).toBe(false),
)

test('front matter: keys, their other names and one’s own are known, and wrong types are not', () => {
  expect(post(yaml('title: A\ntags: [a]\nupdated: 2024-01-01\nlecture: 3\nown: {}\ncomments: { provider: giscus }\n'))).toBe(true)
  expect(post(yaml('published: maybe\n'))).toBe(false)
  expect(post(yaml('redirect_from: {}\n'))).toBe(false)
})

test.each([
  ['home: cards', 'home: crads'],
  ['deploy: [netlify, nginx]', 'deploy: [netlfy]'],
  ['deploy: github-pages', 'deploy: github'],
  ['style: terminal', 'style: terminl'],
  ['style: { look: paper, density: airy, font: Georgia }', 'style: { density: crampd }'],
])('config: %s is right, and %s is wrong', (right, wrong) => {
  expect([config(yaml(right)), config(yaml(wrong))]).toEqual([true, false])
})

test('front matter: a closed list of values is in the schema', () => {
  expect([post(yaml('print: solutions')), post(yaml('print: answers'))]).toEqual([true, false])
})

test('every key says what it means', () => {
  const { properties } = schemaOf('Configuration', configKeys) as { properties: Record<string, { description: string; default?: unknown }> }
  expect(Object.values(properties).filter(({ description }) => description === '')).toEqual([])
  expect(properties['paginate']).toMatchObject({ default: 10 })
  expect(properties['name']?.description).toContain('The same as title')
})
