// What the theme says by itself, in the language of the site or of a post.

import { describe, expect, test } from 'vitest'
import { en } from '../../src/words/en.ts'
import { languages, sayIn } from '../../src/words/words.ts'
import { site } from '../support/site.ts'

const posts = `
-- posts/2024-09-03-one.md --
---
title: Eins
tags: [graph]
---
## A
Words.[^1]
## B
## C

[^1]: A note.
-- posts/2024-10-04-two.md --
Text.
`

const inLanguage = (lang: string, more = ''): ReturnType<typeof site> => site(`-- _config.yml --\nlang: ${lang}\n${more}${posts}`)

describe('languages', () => {
  test('a site speaks its language on every page, and writes dates in it', async () => {
    const { file } = await inLanguage('de')
    expect(file('2024/09/03/one/index.html')).toContain('3. September 2024')
    expect(file('2024/09/03/one/index.html')).toContain('>Weiter<')
    expect(file('2024/09/03/one/index.html')).toContain('aria-label="Anmerkung 1"')
    expect(file('archive/index.html')).toContain('<h1>Archiv</h1>')
    expect(file('archive/index.html')).toContain('3. Sept.')
    expect(file('tags/index.html')).toContain('1 Beitrag<')
    expect(file('404.html')).toContain('Seite nicht gefunden')
    expect(file('index.html')).toContain('>Schlagwörter<')
  })

  test('East Asian dates stand in their own order, and digits stay those of the text', async () => {
    expect((await inLanguage('ja')).file('2024/09/03/one/index.html')).toContain('2024年9月3日')
    expect((await inLanguage('zh-CN')).file('2024/09/03/one/index.html')).toContain('2024年9月3日')
    expect((await inLanguage('ko')).file('2024/09/03/one/index.html')).toContain('2024년 9월 3일')
  })

  test('Arabic is written from the right, with its own plurals', async () => {
    const { file } = await inLanguage('ar')
    expect(file('index.html')).toContain('<html lang="ar" dir="rtl">')
    expect(file('tags/index.html')).toContain('مقال واحد')
    const say = sayIn('ar')
    const counts = [2, 3, 11, 100].map(count => latin(say('postCount', { count })))
    expect(counts).toEqual(['مقالان', '3 مقالات', '11 مقالًا', '100 مقال'])
  })

  test('Chinese in traditional characters has words of its own, by script or by region', () => {
    expect(['zh-Hant', 'zh-TW', 'zh_HK', 'zh-Hant-TW'].map(lang => sayIn(lang)('search'))).toEqual(['搜尋', '搜尋', '搜尋', '搜尋'])
    expect(['zh', 'zh-CN', 'zh-Hans-SG'].map(lang => sayIn(lang)('search'))).toEqual(['搜索', '搜索', '搜索'])
  })

  test('a post in another language than its site speaks that one', async () => {
    const { file } = await site(`${posts}-- posts/2024-11-05-trois.md --\n---\nlang: fr\n---\nTexte.\n`)
    expect(file('2024/11/05/trois/index.html')).toContain('5 novembre 2024')
    expect(file('2024/11/05/trois/index.html')).toContain('Citer cet article')
    expect(file('2024/09/03/one/index.html')).toContain('3 September 2024')
  })

  test('a language that we do not speak gets English words and its own dates', async () => {
    const { file } = await inLanguage('fi')
    expect(file('2024/09/03/one/index.html')).toContain('3. syyskuuta 2024')
    expect(file('404.html')).toContain('Page not found')
  })

  test('a language that is no language breaks nothing', async () => {
    const { file, report } = await inLanguage('not_a_language!')
    expect(file('2024/09/03/one/index.html')).toContain('3 September 2024')
    expect(report).toBe('')
  })

  test('a site can say a phrase otherwise', async () => {
    const { file } = await inLanguage('en', 'words: { cite: "Quote this", archive: {other: Old things}, nonsense: 1, home: [] }\n')
    expect(file('2024/09/03/one/index.html')).toContain('Quote this')
    expect(file('index.html')).toContain('>Old things<')
    expect(file('index.html')).toContain('Home')
  })

  test('scripts are told their words, which English pages do without', async () => {
    expect((await inLanguage('de')).file('index.html')).toMatch(/<body[^>]* data-words="\{&quot;copy&quot;:&quot;Kopieren&quot;/)
    expect((await inLanguage('en')).file('index.html')).not.toContain('data-words')
  })

  test('a text with translations links them, and tells search engines of all', async () => {
    const { file } = await site(`
-- _config.yml --
url: https://example.org
-- posts/2024-01-01-one.md --
---
translation: intro
---
Text.
-- posts/2024-01-02-eins.md --
---
lang: de
ref: intro
---
Text.
-- posts/ja/2024-01-03-two.md --
---
lang: ja
---
本文。
-- posts/2024-01-03-two.md --
Text.
-- posts/2024-01-04-alone.md --
---
ref: alone
---
Text.
`)
    const one = file('2024/01/01/one/index.html')
    expect(one).toContain('<link rel="alternate" hreflang="de" href="https://example.org/2024/01/02/eins/">')
    expect(one).toContain('<link rel="alternate" hreflang="en" href="https://example.org/2024/01/01/one/">')
    expect(one).toMatch(/Other languages: +<a rel="alternate" hreflang="de" lang="de" href="\/2024\/01\/02\/eins\/">Deutsch<\/a><\/p>/)
    expect(file('2024/01/02/eins/index.html')).toContain('Andere Sprachen:')
    expect(file('2024/01/03/two/index.html')).toContain('lang="ja"')
    expect(file('2024/01/04/alone/index.html')).not.toContain('hreflang')
  })

  test.each(Object.entries(languages))('%s has every phrase, with the values that the English one has', (_, words) => {
    const names = (phrase: unknown): string[] =>
      [...new Set(JSON.stringify(phrase).match(/\{\w+\}/g) ?? [])].filter(name => name !== '{count}').sort()
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort())
    for (const [name, phrase] of Object.entries(en)) expect([name, names(words[name as keyof typeof en])]).toEqual([name, names(phrase)])
  })
})

// Whether digits are Arabic or Indic depends on the version of ICU; the words do not.
function latin(text: string): string {
  return text.replace(/[٠-٩]/g, digit => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
}
