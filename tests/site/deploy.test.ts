// What hosts read and no reader does, where the configuration names the host.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildInto } from '../support/browser.ts'
import { site } from '../support/site.ts'
import { makeFolder } from '../support/transcript.ts'

const on = (config: string): ReturnType<typeof site> =>
  site(`-- _config.yml --\n${config}\n-- posts/2024-01-01-a.md --\n---\nredirect_from: [/old/, /older.html]\n---\nText.\n`)

test('GitHub Pages gets .nojekyll, and CNAME for a domain of one’s own', async () => {
  const own = await on('deploy: github-pages\nurl: https://notes.example.org')
  expect([own.file('.nojekyll'), own.file('CNAME')]).toEqual(['', 'notes.example.org\n'])
  const theirs = await on('deploy: github-pages\nurl: https://ada.github.io\nbaseurl: /notes')
  expect(theirs.file('.nojekyll')).toBe('')
  expect(() => theirs.file('CNAME')).toThrow('no file')
})

test('Netlify and Cloudflare get headers and redirects, with baseurl', async () => {
  const { file } = await on('deploy: [netlify, cloudflare]\nbaseurl: /notes')
  expect(file('_redirects')).toBe('/notes/old/ /notes/2024/01/01/a/ 301\n/notes/older.html /notes/2024/01/01/a/ 301\n')
  expect(file('_headers')).toContain('/notes/*\n  X-Content-Type-Options: nosniff\n')
  expect(file('_headers')).toContain('/notes/pagefind/fragment/*\n  Cache-Control: public, max-age=31536000, immutable')
})

test('Apache gets its page for missing addresses and its redirects', async () => {
  const { file } = await on('deploy: apache\nbaseurl: /notes')
  expect(file('.htaccess')).toContain('ErrorDocument 404 /notes/404.html')
  expect(file('.htaccess')).toContain('RedirectMatch 301 "^/notes/older\\.html$" "/notes/2024/01/01/a/"')
})

test('Apache compares decoded addresses, and encodes the new one by itself', async () => {
  const { file } = await site(
    '-- _config.yml --\ndeploy: apache\n-- posts/2024-01-01-über.md --\n---\nredirect_from: [/früher/, "/what?/", /100%/]\npermalink: /$1/über/\n---\nText.\n',
  )
  expect(file('.htaccess').match(/RedirectMatch.*/g)).toEqual([
    'RedirectMatch 301 "^/früher/$" "/\\$1/über/"',
    'RedirectMatch 301 "^/100%/$" "/\\$1/über/"',
  ])
})

test('without a host nothing is added, and an unknown one is told', async () => {
  const { loaded } = await on('')
  expect(loaded.pages.filter(({ output }) => /^[._]|CNAME/.test(output))).toEqual([])
  expect((await on('deploy: github-page')).report).toContain('1:1: warning Nothing is known of the host github-page')
})

test('a site with layouts of its own gets what it asks for', async () => {
  const { file } = await site(
    '-- _config.yml --\ndeploy: netlify\n-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\nText.\n',
  )
  expect(file('_headers')).toContain('nosniff')
})

test('for a host, sheets and scripts have names that tell their content, which pages and headers know', async () => {
  const place = makeFolder(
    new Map([
      ['_config.yml', 'deploy: netlify\nbaseurl: /notes\nsearch: false\n'],
      ['templates/assets/custom.css', 'a { color: red }'],
      ['posts/2024-01-01-a.md', 'A formula, $x^2$.'],
    ]),
  )
  const pageAfter = async (css: string) => {
    writeFileSync(join(place.folder, 'templates/assets/custom.css'), css)
    const built = await buildInto(place.folder)
    const read = (name: string): string => readFileSync(join(built.output, name), 'utf8')
    const page = read('2024/01/01/a/index.html')
    const linked = [...page.matchAll(/(?:src|@import) ?=?"\/notes(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, path = '']) => path)
    const files = JSON.parse(/data-files="(.*?)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '{}')
    try {
      return { linked, headers: read('_headers') }
    } finally {
      for (const path of linked) expect(read(path)).toBe(read(path.replace(/\.[\da-f]{10}/, '')))
      expect(read(`assets/answers.${files['answers.js']}.js`)).toBe(read('assets/answers.js'))
      built.remove()
    }
  }
  try {
    const red = await pageAfter('a { color: red }')
    expect(red.linked.map(path => path.replace(/[\da-f]{10}/, '…'))).toEqual([
      '/assets/site.….js',
      '/assets/site.….css',
      '/assets/katex/katex.min.….css',
      '/assets/math.….css',
      '/assets/custom.….css',
    ])
    for (const path of red.linked) expect(red.headers).toContain(`/notes${path}\n  Cache-Control: public, max-age=31536000, immutable`)
    const blue = await pageAfter('a { color: blue }')
    expect(blue.linked.slice(0, -1)).toEqual(red.linked.slice(0, -1))
    expect(blue.linked.at(-1)).not.toBe(red.linked.at(-1))
  } finally {
    place.remove()
  }
})

test('nginx and Caddy get compressed files beside the originals, which hold the same', async () => {
  const place = makeFolder(
    new Map([
      ['_config.yml', 'deploy: nginx\nsearch: false\n'],
      ['posts/2024-01-01-a.md', 'Words. '.repeat(500)],
    ]),
  )
  const built = await buildInto(place.folder)
  try {
    for (const name of ['2024/01/01/a/index.html', 'assets/site.css']) {
      const bytes = readFileSync(join(built.output, name))
      expect(brotliDecompressSync(readFileSync(join(built.output, `${name}.br`)))).toEqual(bytes)
      expect(gunzipSync(readFileSync(join(built.output, `${name}.gz`)))).toEqual(bytes)
    }
    expect(existsSync(join(built.output, 'assets/icon.png.br'))).toBe(false)
  } finally {
    built.remove()
    place.remove()
  }
})
