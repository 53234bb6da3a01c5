// What a new site begins with: a configuration, one post that explains itself, and what git need not keep.

import { writeYaml } from '../config/yaml.ts'
import type { NewFile } from './new-text.ts'
import { pagesWorkflow } from './workflow.ts'

export interface NewSite {
  readonly title: string
  readonly author: string
  readonly url: string
  readonly lang: string
  readonly timezone: string
  /** The host that it will be put on, if that is known. */
  readonly deploy: string
  /** Day of the first post. */
  readonly date: string
  /** How the program is called there. */
  readonly calledAs: string
}

export function starterFiles(site: NewSite): NewFile[] {
  return [
    { path: '_config.yml', text: configOf(site) },
    { path: `posts/${site.date}-lecture-1.md`, text: firstPost(site.calledAs) },
    ...(site.deploy === 'github-pages' ? [pagesWorkflow] : []),
    { path: '.gitignore', text: 'public/\n.cache/\nnode_modules/\n' },
  ]
}

function configOf({ title, author, url, lang, timezone, deploy }: NewSite): string {
  const line = (key: string, value: string): string => (value === '' ? `# ${key}:` : writeYaml({ [key]: value }).trimEnd())
  return `${[
    line('title', title),
    line('author', author),
    `${line('url', url)} # where the site will stand, such as https://example.org; feeds, cards and the sitemap need it`,
    '# baseurl: /notes # the folder of that address, if it is not the whole of it',
    line('lang', lang),
    line('timezone', timezone),
    `${line('deploy', deploy)} # github-pages, netlify, cloudflare, nginx, caddy, apache, s3: adds what that host needs`,
  ].join('\n')}\n`
}

const firstPost = (lectern: string): string => String.raw`---
title: "Lecture 1: How to write here"
tags: [example]
---

This text is the file that you see the name of in the preview's bar. The first paragraph is also what lists show of a post.

## Formulas

Between dollars, inside a line, $e^{i\pi} + 1 = 0$, or on their own:

$$
\nabla f(x) = 0 \label{stationary}
$$

By its label an equation gets a number, and \eqref{stationary} leads back to it.

## Notes and code

A footnote[^margin] stands beside its line where there is room. Code is coloured when the site is built:

${'```'}python
def step(x, gradient, rate=0.1):
    return x - rate * gradient(x)
${'```'}

[^margin]: Like this one. On a phone a tap opens it.

## What now?

- Write over this text; the preview follows each time you save.
- ${'`'}${lectern} new "Lecture 2"${'`'} begins the next post, with the tags and the pattern of this one.
- Pictures go beside the posts: ${'`'}![A plot of the loss](plot.png "The loss falls")${'`'} becomes a figure.
- ${'`'}_config.yml${'`'} has the site's name. ${'`'}${lectern} check${'`'} looks for dead links and the like.
- ${'`'}${lectern} build${'`'} writes the site to ${'`'}public/${'`'}, which any host can serve.
`
