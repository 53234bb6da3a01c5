// Keys whose values are a closed list: a value that is none is told where it stands, with the one that was meant.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const post = '-- posts/2024-01-01-a.md --\nWords.\n'
const told = async (archive: string): Promise<string[]> =>
  (await site(archive)).diagnostics.map(({ file, position, message, hint }) => `${file}:${position?.line}: ${message}; ${hint}`)

test.each([
  ['home: crads', 'home is crads, but can be list, cards or index only; did you mean cards?'],
  ['home: grid-of-posts', 'home is grid-of-posts, but can be list, cards or index only; write home as list, cards or index'],
  ['style: { density: compcat }', 'There is no density compcat; did you mean compact?'],
  ['style: terminl', 'There is no look terminl; did you mean terminal?'],
  ['deploy: github', 'Nothing is known of the host github; did you mean github-pages?'],
  ['deploy: [nginx, Cloudflare-Pages]', 'Nothing is known of the host Cloudflare-Pages; did you mean cloudflare?'],
  ['deploy: netlfy', 'Nothing is known of the host netlfy; did you mean netlify?'],
])('a configuration with %s is told so', async (line, message) => {
  expect(await told(`-- _config.yml --\ntitle: A\n${line}\n${post}`)).toEqual([`_config.yml:2: ${message}`])
})

test('a theme of Jekyll may have a key of the same name for itself', async () => {
  expect(await told('-- _config.yml --\nhome: Welcome\n-- _posts/2024-01-01-a.md --\n---\nprint: true\n---\nWords.\n')).toEqual([])
})

test('front matter: a misspelt value is told at its place', async () => {
  expect(await told('-- posts/2024-01-01-a.md --\n---\nprint: solutoins\n---\nWords.\n')).toEqual([
    'posts/2024-01-01-a.md:2: print is solutoins, but can be solutions only; did you mean solutions?',
  ])
})
