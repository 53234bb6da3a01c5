// jekyll-github-metadata: `site.github`, what is known of a site's repository without asking GitHub, and the title that a site gets from it.

import type { Data, DataMap } from '../model.ts'
import { deepMerge } from './merge.ts'
import { pluginsOf } from './plugins.ts'
import { isMap } from './readers.ts'

/** The data of a configuration with what the plugin adds, where the site has it and names its `repository`. */
export function withRepository(data: DataMap): DataMap {
  const [, owner, name] = /^([^/\s]+)\/([^/\s]+)$/.exec(String(data['repository'] ?? '')) ?? []
  if (owner === undefined || name === undefined || !pluginsOf({ data })('jekyll-github-metadata')) return data
  const { github: own = null, title = null, name: called = null } = data
  const known = knownOf(owner, name, data)
  const github: Data = own === null ? known : isMap(own) ? deepMerge(known, own) : own
  return { ...data, github, ...(title === null && called === null && { title: known['is_user_page'] === true ? owner : name }) }
}

function knownOf(owner: string, name: string, data: DataMap): DataMap {
  const domain = `${owner}.github.io`.toLowerCase()
  const isUserPage = [domain, `${owner}.github.com`.toLowerCase()].includes(name.toLowerCase())
  const ownerUrl = `https://github.com/${owner}`
  const repositoryUrl = `${ownerUrl}/${name}`
  const branch = isUserPage ? 'master' : 'gh-pages'
  const path = isUserPage ? '' : `/${name}`
  return {
    repository_nwo: `${owner}/${name}`,
    repository_name: name,
    repository_url: repositoryUrl,
    project_title: name,
    owner_name: owner,
    owner_url: ownerUrl,
    owner_gravatar_url: `${ownerUrl}.png`,
    clone_url: `${repositoryUrl}.git`,
    zip_url: `${repositoryUrl}/zipball/${branch}`,
    tar_url: `${repositoryUrl}/tarball/${branch}`,
    releases_url: `${repositoryUrl}/releases`,
    is_user_page: isUserPage,
    is_project_page: !isUserPage,
    source: { branch, path: '/' },
    ...placeOf(domain, path, data),
    hostname: 'github.com',
    pages_hostname: 'github.io',
    api_url: 'https://api.github.com',
    help_url: 'https://help.github.com',
  }
}

// GitHub tells where the site is, which is what the configuration says if it says anything.
function placeOf(domain: string, path: string, { url, baseurl }: DataMap): DataMap {
  const host = typeof url === 'string' && url !== '' ? url.replace(/\/$/, '') : `https://${domain}`
  const isOurs = host.toLowerCase() === `https://${domain}`
  const below = typeof baseurl === 'string' ? baseurl.replace(/\/$/, '') : isOurs ? path : ''
  return { url: host + below, baseurl: below }
}
