// The look of a site in three levels: settings, files of one's own beside the theme's, a theme of one's own.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkOverrides } from '../../src/templates/overrides.ts'
import { checkClasses } from '../../src/templates/styled-classes.ts'
import { defaultTheme, site } from '../support/site.ts'

const post = '-- posts/2024-01-01-a.md --\nText.\n'
const page = '2024/01/01/a/index.html'

const styled = (style: string): ReturnType<typeof site> => site(`-- _config.yml --\nstyle: ${style}\n${post}`)

describe('the look in a few settings', () => {
  test('colours, fonts and width become properties of the theme', async () => {
    const { file, report } = await styled('{ accent: "#a0304c", width: 40rem, font: "Charter, serif", heading_font: Futura, size: 19px }')
    expect(report).toBe('')
    expect(file(page)).toContain(
      '<style>@media screen{:root{--link:light-dark(#a0304c,#d098a6);--visited:light-dark(#a0304c,#d098a6)}}:root{--serif:Charter, serif}h1,h2,h3,h4,h5,h6{font-family:Futura}:root{--measure:40rem}html{font-size:19px}</style>',
    )
  })

  test('a colour may be told for light and for dark', async () => {
    const { file } = await styled('{ background: { light: "#fff", dark: black } }')
    expect(file(page)).toContain('--paper:light-dark(#fff,black);--raised:light-dark(#f4f4f3,#0b0b0b)')
  })

  test('without settings there is no style element', async () => {
    expect((await site(post)).file(page)).not.toContain(':root{')
  })

  test('a mistake is told where the settings stand, and left out', async () => {
    const { file, report } = await styled('{ acent: red, width: "1px} body{display:none", background: [] }')
    expect(report).toContain('_config.yml:1:1: warning The style has no acent [config/style]')
    expect(report).toContain('did you mean accent?')
    expect(report).toContain('The width of the style cannot be read')
    expect(report).toContain('The background of the style cannot be read')
    expect(file(page)).not.toContain('display:none')
  })

  test('links that many could not read are told, with a colour that they could', async () => {
    const { report } = await styled('{ accent: "#9cf" }')
    expect(report).toContain('Links in #9cf on #f4f2ec have a contrast of 1.5, which many cannot read [config/contrast]')
    expect(report).toMatch(/take #[\da-f]{6}, which has 4.5/)
    expect((await styled('{ accent: "#059" }')).report).toBe('')
  })

  test('text, dates, links and code are judged on a background of one’s own, in light and in dark', async () => {
    expect((await styled('{ background: "#777" }')).report).toContain('Coloured code in')
    expect((await styled('{ background: { light: "#fff", dark: "#446" } }')).report).toContain('in the dark, has a contrast of')
    expect((await styled('{ look: terminal, text: "hsl(0 0% 60%)" }')).report).toContain('Text in hsl(0 0% 60%) on #')
  })

  test('a look is named alone, in a group or as the theme, and the group goes on from it', async () => {
    const themed = (theme: string) => site(`-- _config.yml --\ntheme: ${theme}\n${post}`)
    const all = await Promise.all([styled('terminal'), styled('{ look: terminal }'), themed('terminal'), themed('{ look: terminal }')])
    for (const { file, report } of all) {
      expect(report).toBe('')
      expect(file(page)).toContain('--paper:light-dark(#f6f7f2,#0d110f)')
    }
    const { file } = await styled('{ look: journal, accent: "#114488", font: times, density: compact }')
    expect(file(page)).toContain('--link:light-dark(#114488,')
    expect(file(page)).toContain('"Latin Modern Roman"')
    expect(file(page)).toContain('line-height:1.45')
  })

  test('a look and a density that are none are told', async () => {
    expect((await styled('jurnal')).report).toContain('did you mean journal?')
    expect((await styled('fancy')).report).toContain('take one of paper, terminal, journal, notebook')
    expect((await styled('{ density: dense }')).report).toContain('There is no density dense')
  })

  test('a colour without quotes is a comment, and that is said', async () => {
    const { report } = await site(`-- _config.yml --\nstyle:\n  accent: #a0304c\n${post}`)
    expect(report).toContain('in quotes, since # begins a comment')
  })
})

describe('files of one’s own beside the theme’s', () => {
  test('assets/custom.css is linked behind the theme’s sheets, with baseurl', async () => {
    const { file } = await site(`-- _config.yml --\nbaseurl: /notes\n-- templates/assets/custom.css --\na{}\n${post}`)
    expect(file(page)).toContain('@import "/notes/assets/site.css"; @import "/notes/assets/custom.css";</style>')
  })

  test('partials/head and partials/foot stand at the end of the head and of the page', async () => {
    const { file } = await site(`
-- templates/partials/head.eta --
<meta name="generator" content="<%= it.page.kind %>">
-- templates/partials/foot.eta --
<p>Last words</p>
${post}`)
    expect(file(page)).toMatch(/<meta name="generator" content="post">\s*(?:<meta http-equiv="Content-Security-Policy"[^>]*>\s*)?<\/head>/)
    expect(file(page)).toMatch(/<p>Last words<\/p>\s*<\/body>/)
  })

  test('a script that the head partial adds keeps running: the page’s policy allows it', async () => {
    const { file } = await site(`-- templates/partials/head.eta --\n<script defer src="https://stats.example/js"></script>\n${post}`)
    expect(file(page)).toContain("content=\"object-src 'none'; base-uri 'self'\"")
  })
})

test('copies of the theme’s own templates are told nothing', () => {
  const theme = readdirSync(defaultTheme, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.eta'))
    .map(file => ({ name: file.slice(0, -4), path: `templates/${file}`, text: readFileSync(join(defaultTheme, file), 'utf8') }))
  expect(theme.length).toBeGreaterThan(20)
  expect(checkOverrides(theme, theme, () => false)).toEqual([])
})

test('a class of a copy that no sheet knows any more is told at its place, and one of the author’s own is not', () => {
  const template = (name: string, text: string) => ({ name, path: `templates/${name}.eta`, text })
  const theme = [template('post', '<article class="post h-entry"><h1 class="level-<%= 1 %>">')]
  const copy = template('post', '<article class="post h-entry">\n<p class="post-top mine <%= it.x %>-y scripted">')
  const told = (dress: readonly string[], own = copy) =>
    checkClasses([own], theme, dress).map(
      ({ file, position, message }) => `${file}:${position?.line}:${position?.column} ${message.split(';')[0]}`,
    )
  expect(told(['.mine { color: red }', "root.classList.add('scripted')"])).toEqual([
    'templates/post.eta:2:11 No style sheet and no script knows the class post-top',
  ])
  expect(told(['.post-top, .mine, .scripted {}'])).toEqual([])
  expect(told([], template('post', `<style>.a{}</style><p class="a">`))).toEqual([])
  expect(checkClasses([template('partials/foot', '<p class="imprint">')], [...theme, template('partials/foot', '')], [])).toEqual([])
  expect(told([], template('post', '<link rel="stylesheet" href="https://cdn.example/b.css"><p class="container">'))).toEqual([])
})
