// What `--write-redirects` makes of a file, byte for byte: one address more, and everything else as the author wrote it.

import { expect, test } from 'vitest'
import { addRedirects } from '../../src/migration/add-redirect.ts'

/** `⏎` ends a line as Windows does, `␍` as old Macs did. */
function bytes(text: string): string {
  return text.replaceAll('⏎\n', '\r\n').replaceAll('␍\n', '\r')
}

const forms: Record<string, readonly [before: string, after: string]> = {
  'no redirects yet': ['---\ntitle: A\n---\nHi\n', '---\ntitle: A\nredirect_from:\n  - /new/\n---\nHi\n'],
  'no front matter': ['Hi\n', '---\nredirect_from:\n  - /new/\n---\nHi\n'],
  'no front matter and a rule of hyphens': ['---\n\nHi\n', '---\nredirect_from:\n  - /new/\n---\n---\n\nHi\n'],
  'an empty file': ['', '---\nredirect_from:\n  - /new/\n---\n'],
  'empty front matter': ['---\n---\nHi\n', '---\nredirect_from:\n  - /new/\n---\nHi\n'],
  'a blank line in front matter': ['---\n\n---\nHi\n', '---\n\nredirect_from:\n  - /new/\n---\nHi\n'],
  'only a comment': ['---\n# later\n---\nHi\n', '---\n# later\nredirect_from:\n  - /new/\n---\nHi\n'],
  'line ends of Windows': ['---⏎\ntitle: A⏎\n---⏎\nHi⏎\n', '---⏎\ntitle: A⏎\nredirect_from:⏎\n  - /new/⏎\n---⏎\nHi⏎\n'],
  'line ends of old Macs': ['---␍\ntitle: A␍\n---␍\nHi␍\n', '---␍\ntitle: A␍\nredirect_from:␍\n  - /new/␍\n---␍\nHi␍\n'],
  'line ends of both kinds': [
    '---⏎\ntitle: A\ntags: [x]⏎\n---\nHi⏎\n',
    '---⏎\ntitle: A\ntags: [x]⏎\nredirect_from:⏎\n  - /new/⏎\n---\nHi⏎\n',
  ],
  'a list with line ends of Windows': [
    '---⏎\nredirect_from:⏎\n- /a/ # first⏎\ntitle: A⏎\n---⏎\nHi⏎\n',
    '---⏎\nredirect_from:⏎\n- /a/ # first⏎\n- /new/⏎\ntitle: A⏎\n---⏎\nHi⏎\n',
  ],
  'a byte order mark': ['\ufeff---\ntitle: A\n---\nHi\n', '\ufeff---\ntitle: A\nredirect_from:\n  - /new/\n---\nHi\n'],
  'a byte order mark and no front matter': ['\ufeffHi\n', '\ufeff---\nredirect_from:\n  - /new/\n---\nHi\n'],
  'a closing line of dots, with spaces': ['---\ntitle: A\n...  \nHi\n', '---\ntitle: A\nredirect_from:\n  - /new/\n...  \nHi\n'],
  'an opening line with spaces': ['---  \ntitle: A\n---\nHi\n', '---  \ntitle: A\nredirect_from:\n  - /new/\n---\nHi\n'],
  'hyphens in the text': [
    '---\ntitle: A\n---\nHi\n\n---\n\nb: c\n---\n',
    '---\ntitle: A\nredirect_from:\n  - /new/\n---\nHi\n\n---\n\nb: c\n---\n',
  ],
  'a list indented by two': ['---\nredirect_from:\n  - /a/\ntitle: A\n---\n', '---\nredirect_from:\n  - /a/\n  - /new/\ntitle: A\n---\n'],
  'a list that is not indented': ['---\nredirect_from:\n- /a/\n---\n', '---\nredirect_from:\n- /a/\n- /new/\n---\n'],
  'a list indented by four': [
    '---\nredirect_from:\n    - /a/\n    - /b/\n---\n',
    '---\nredirect_from:\n    - /a/\n    - /b/\n    - /new/\n---\n',
  ],
  'a list with comments and blank lines': [
    '---\nredirect_from: # old\n\n  # 2019\n  - /a/ # moved\n\n  # 2020\n  - "/b/"\n  # the end\ntitle: A\n---\n',
    '---\nredirect_from: # old\n\n  # 2019\n  - /a/ # moved\n\n  # 2020\n  - "/b/"\n  - /new/\n  # the end\ntitle: A\n---\n',
  ],
  'a list with a name': ['---\nredirect_from: &old\n  - /a/\n---\n', '---\nredirect_from: &old\n  - /a/\n  - /new/\n---\n'],
  'a list with wide hyphens': ['---\nredirect_from:\n-   /a/\n---\n', '---\nredirect_from:\n-   /a/\n- /new/\n---\n'],
  'a list in brackets': ['---\nredirect_from: [/a/, "/b/"]\n---\n', '---\nredirect_from: [/a/, "/b/", /new/]\n---\n'],
  'empty brackets': ['---\nredirect_from: [ ]\n---\n', '---\nredirect_from: [/new/ ]\n---\n'],
  'brackets over many lines': [
    '---\nredirect_from: [\n  /a/, # one\n  /b/  # two\n]\ntitle: A\n---\n',
    '---\nredirect_from: [\n  /a/, # one\n  /b/, /new/  # two\n]\ntitle: A\n---\n',
  ],
  'brackets with a last comma': ['---\nredirect_from: [/a/,]\n---\n', '---\nredirect_from: [/a/, /new/,]\n---\n'],
  'one address': ['---\nredirect_from: /a/\ntitle: A\n---\n', '---\nredirect_from: [/a/, /new/]\ntitle: A\n---\n'],
  'one address with a comment': ['---\nredirect_from:   /a/  # old\n---\n', '---\nredirect_from:   [/a/, /new/]  # old\n---\n'],
  'one address in quotes': ["---\nredirect_from: '/a/'\n---\n", "---\nredirect_from: ['/a/', /new/]\n---\n"],
  'one address with a name': ['---\nredirect_from: &a /a/\n---\n', '---\nredirect_from: [&a /a/, /new/]\n---\n'],
  'one address on its own line': ['---\nredirect_from:\n  /a/\n---\n', '---\nredirect_from:\n  [/a/, /new/]\n---\n'],
  'a key without a value': ['---\nredirect_from:\ntitle: A\n---\n', '---\nredirect_from: [/new/]\ntitle: A\n---\n'],
  'a key with only a comment': ['---\nredirect_from: # none\ntitle: A\n---\n', '---\nredirect_from: [/new/] # none\ntitle: A\n---\n'],
  'the value null': ['---\nredirect_from: ~ # none\n---\n', '---\nredirect_from: [/new/] # none\n---\n'],
  'a key in quotes': ['---\n"redirect_from": [/a/]\n---\n', '---\n"redirect_from": [/a/, /new/]\n---\n'],
  'a space before the colon': ['---\nredirect_from : /a/\n---\n', '---\nredirect_from : [/a/, /new/]\n---\n'],
  'a key that stands twice, of which the last counts': [
    '---\nredirect_from: /a/\nredirect_from: /b/\n---\n',
    '---\nredirect_from: /a/\nredirect_from: [/b/, /new/]\n---\n',
  ],
  'the same words within a text': [
    '---\nnote: |\n  redirect_from: /x/\n\n---\nHi\n',
    '---\nnote: |\n  redirect_from: /x/\n\nredirect_from:\n  - /new/\n---\nHi\n',
  ],
  'the same key deeper down': [
    '---\nother:\n  redirect_from: /x/\n---\nHi\n',
    '---\nother:\n  redirect_from: /x/\nredirect_from:\n  - /new/\n---\nHi\n',
  ],
  'a text with all its blank lines at the end': ['---\nnote: |+\n  a\n\n---\n', '---\nnote: |+\n  a\n\nredirect_from:\n  - /new/\n---\n'],
  'keys that are indented': ['---\n  title: A\n  tags: x\n---\n', '---\n  title: A\n  tags: x\n  redirect_from:\n    - /new/\n---\n'],
  'keys in braces': ['---\n{title: A, tags: [x] }\n---\n', '---\n{title: A, tags: [x], redirect_from: [/new/] }\n---\n'],
  'empty braces': ['---\n{}\n---\n', '---\n{redirect_from: [/new/]}\n---\n'],
  'a value that goes on at the start of the next line': [
    '---\ntitle: "one\ntwo"\n---\n',
    '---\ntitle: "one\ntwo"\nredirect_from:\n  - /new/\n---\n',
  ],
  'a key that a merge brings besides': [
    '---\nbase: &base {layout: post}\n<<: *base\ntitle: A\n---\n',
    '---\nbase: &base {layout: post}\n<<: *base\ntitle: A\nredirect_from:\n  - /new/\n---\n',
  ],
  'the address is there already': ['---\nredirect_from: [/new/]\n---\n', '---\nredirect_from: [/new/]\n---\n'],
}

test.each(Object.entries(forms))('a redirect is added to %s', (_, [before, after]) => {
  expect(addRedirects(bytes(before), ['/new/'])).toEqual({ text: bytes(after) })
})

test('addresses with signs of YAML are put in quotes', () => {
  expect(addRedirects('---\nredirect_from:\n- /a/\n---\n', ['/b: c/', '/d #e/', '/[f], g/'])).toEqual({
    text: '---\nredirect_from:\n- /a/\n- "/b: c/"\n- "/d #e/"\n- "/[f], g/"\n---\n',
  })
})

const refusals: Record<string, string> = {
  'cannot be read': '---\ntitle: "A\n---\nHi\n',
  'is a list': '---\n- a\n---\nHi\n',
  'is never closed': '---\ntitle: A\nHi\n',
  'gives another list by its name': '---\nold: &old [/a/]\nredirect_from: *old\n---\n',
  'gives a map': '---\nredirect_from: {a: b}\n---\n',
  'gives a text of many lines': '---\nredirect_from: >\n  /a/\n---\n',
  'inherits the redirects that it has': '---\nbase: &base {redirect_from: [/a/]}\n<<: *base\n---\n',
  'would lose an address that holds a comma': '---\nredirect_from: /a,b/\n---\n',
}

test.each(Object.entries(refusals))('a file is left alone whose front matter %s', (_, text) => {
  expect(addRedirects(text, ['/new/'])).toEqual({ refused: expect.stringMatching(/\w/) })
})
