// Feeds and the sitemap against what their specifications ask, for a site that uses everything and for one that says nothing.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { site } from '../support/site.ts'

const schemaText = (name: string): string => readFileSync(join(import.meta.dirname, '..', 'support', name), 'utf8')

const rich = `
-- _config.yml --
title: Notes & "more"
description: About <things>
url: https://example.org
baseurl: /notes
lang: de
author: {name: Ada, email: ada@example.org, url: https://ada.example}
-- posts/2024-01-01-a.md --
---
title: First <post> & more
tags: [C++, "two words"]
categories: [math]
author: [Ada, Grace]
lang: pt_BR
---
A note[^n], $$x < y$$ and [a link](2024-01-02-b.md "said").

[^n]: Note.
-- posts/2024-01-02-b.md --
---
last_modified_at: 2024-02-03 10:00:00 +0530
---
Second ]]> post. \u0001
`
const plain = `
-- posts/2024-01-01-a.md --
Words.
`

const xmlErrors = async (text: string, schema: string, extension: 'schema' | 'relaxng'): Promise<string[]> => {
  const { errors } = await validateXML({ xml: [{ fileName: 'checked.xml', contents: text }], schema: [schemaText(schema)], extension })
  return errors.map(error => String(error.rawMessage))
}

test('feeds: every Atom feed is what RFC 4287 asks', async () => {
  const { file, loaded } = await site(rich)
  const feeds = loaded.pages.map(page => String(page.output)).filter(path => path.endsWith('feed.xml'))
  expect(feeds).toHaveLength(3)
  for (const feed of feeds) expect(await xmlErrors(file(feed), 'atom.rng', 'relaxng'), feed).toEqual([])
})

test('feeds: the schema sees a feed that is wrong', async () => {
  const { file } = await site(rich)
  expect(await xmlErrors(file('feed.xml').replace('<updated>', '<updated>yesterday '), 'atom.rng', 'relaxng')).not.toEqual([])
})

test('feeds: the sitemap is what its protocol asks', async () => {
  const { file } = await site(rich)
  expect(await xmlErrors(file('sitemap.xml'), 'sitemap.xsd', 'schema')).toEqual([])
  expect(await xmlErrors(file('sitemap.xml').replace('https://', ''), 'sitemap.xsd', 'schema')).not.toEqual([])
})

test.each([rich, plain])('feeds: the JSON feed is what JSON Feed 1.1 asks', async archive => {
  const { file } = await site(archive)
  const ajv = new Ajv2020({ allErrors: true })
  formats.default(ajv)
  const validate = ajv.compile(JSON.parse(schemaText('json-feed.schema.json')))
  validate(JSON.parse(file('feed.json')))
  expect(validate.errors ?? []).toEqual([])
})
