// jekyll-github-metadata: what layouts are told of the repository that a site lies in.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const layout = '-- _layouts/bare.html --\n{{ content }}\n'

/** What this Liquid prints in a site with this configuration. */
async function printed(liquid: string, config: string): Promise<string> {
  const { file } = await site(
    `-- _config.yml --\nplugins: [jekyll-github-metadata]\n${config}\n-- sub/x.md --\n---\nlayout: bare\n---\n${liquid}\n${layout}`,
  )
  return file('sub/x.html')
}

test('site.github: a repository that the configuration names is known by its addresses', async () => {
  const names = 'repository_nwo owner_name owner_url repository_name repository_url clone_url zip_url releases_url'.split(' ')
  const html = await printed(names.map(name => `{{ site.github.${name} }}`).join(' '), 'repository: octo/notes')
  const at = 'https://github.com/octo'
  expect(html).toContain(`octo/notes octo ${at} notes ${at}/notes ${at}/notes.git ${at}/notes/zipball/gh-pages ${at}/notes/releases`)
})

test('site.github: the site of a person has no path, that of a project has its name', async () => {
  const place = '{{ site.github.url }} {{ site.github.is_project_page }} {{ site.github.is_user_page }} {{ site.title }}'
  expect(await printed(place, 'repository: Octo/notes')).toContain('https://octo.github.io/notes true false notes')
  expect(await printed(place, 'repository: octo/octo.github.io')).toContain('https://octo.github.io false true octo')
  expect(await printed(place, 'repository: octo/notes\nurl: https://a.example\nbaseurl: /b')).toContain('https://a.example/b true')
})

test('site.github: what the configuration says itself stays, and a title of its own', async () => {
  const config = 'repository: octo/notes\ntitle: Mine\ngithub: { owner_name: me, source: { branch: main } }'
  expect(
    await printed('{{ site.title }} {{ site.github.owner_name }} {{ site.github.source.branch }}{{ site.github.source.path }}', config),
  ).toContain('Mine me main/')
  expect(await printed('[{{ site.github }}] [{{ site.title }}]', 'title: ""')).toContain('[] []')
})

test('github_edit_link: prints where a page is edited, or a link there, and nothing without a repository', async () => {
  const tags = '[{% github_edit_link %}] [{% github_edit_link "Edit" %}]'
  const address = 'https://github.com/octo/notes/edit/gh-pages/sub/x.md'
  expect(await printed(tags, 'repository: octo/notes')).toContain(`[${address}] [<a href="${address}">Edit</a>]`)
  expect(await printed(tags, '')).toContain('[] []')
})
