// THE LIST of what `_config.yml` can say. The type of the configuration, the manual's table and "did you mean" follow from it.

import type { Author, Data, DataMap } from '../model.ts'
import { anything, authors, count, flag, groupOr, map, oneOf, type Reader, text, texts } from './readers.ts'

export interface ConfigKey<Value> {
  readonly reader: Reader<Value>
  readonly absent: Value
  /** Other names of the same key, in use by Jekyll or its themes. */
  readonly aliases: readonly string[]
  readonly doc: string
}

function key<Value>(reader: Reader<Value>, absent: Value, doc: string, aliases: readonly string[] = []): ConfigKey<Value> {
  return { reader, absent, aliases, doc }
}

export const configKeys = {
  title: key(text, '', 'Name of the site', ['name']),
  tagline: key(text, '', 'A few words below the name', ['subtitle']),
  description: key(text, '', 'One sentence about the site, for the home page, feeds and search engines'),
  url: key(text, '', 'Where the site will stand, scheme and host: `https://example.org`; feeds and the sitemap need it'),
  baseurl: key(text, '', 'The folder of that host it will stand in: `/notes`'),
  author: key<readonly Author[]>(authors, [], 'Name of the writer, or a group of `name`, `email` and `url`', ['authors']),
  lang: key(text, 'en', 'Language of the pages', ['locale']),
  timezone: key(text, 'UTC', 'Zone in which dates without an offset are read and all dates are told'),
  permalink: key(
    text,
    '',
    'Pattern of post addresses, or one of `pretty`, `date`, `ordinal`, `weekdate`, `none`; `pretty` by default, `date` in a Jekyll site',
  ),
  home: key(
    oneOf(['list', 'cards', 'index']),
    'list',
    'Arrangement of the home page: `list`, `cards` or `index`, which names every post in a line',
  ),
  paginate: key(count, 10, 'Posts on a page of the home list'),
  paginate_path: key(text, '/page:num/', 'Address of the second and later pages of a list'),
  excerpt_separator: key(text, '\n\n', 'Where the excerpt of a post ends'),
  future: key(flag, false, 'Publish posts dated in the future'),
  show_drafts: key(flag, false, 'Publish the posts in `_drafts`'),
  unpublished: key(flag, false, 'Publish posts with `published: false`'),
  limit_posts: key(count, 0, 'Publish only the newest so many posts; 0 for all'),
  defaults: key<Data>(anything, [], 'Front matter for many posts at once: a list of `scope` (`path`, `type`) and `values`'),
  exclude: key<readonly string[]>(texts, [], 'Files and folders to leave out'),
  include: key<readonly string[]>(texts, ['.htaccess'], 'Files to take although their name begins with a dot or an underscore'),
  collections_dir: key(text, '', 'Folder that holds `_posts` and the other collections of a Jekyll site'),
  collections: key<Data>(anything, {}, 'Collections of a Jekyll site besides its posts'),
  destination: key(text, 'public', 'Output folder'),
  markdown: key(text, 'kramdown', 'Dialect: `kramdown` as in Jekyll, or `commonmark`'),
  markdown_ext: key(text, 'markdown,mkdown,mkdn,mkd,md', 'File extensions that mean Markdown'),
  kramdown: key<DataMap>(map, {}, 'Options of kramdown'),
  math: key<Data>(
    anything,
    true,
    'How formulas are set: by KaTeX when the site is built, `client` for a script in the browser, `false` for not at all; or a group of `engine` and `macros`',
  ),
  feed: key<DataMap>(map, {}, 'The Atom feed, as jekyll-feed reads it: `path`, `posts_limit`, `excerpt_only`'),
  nav: key<Data>(anything, [], 'Links in the header: a list of `title` and `url`; tags, archive and pages by default', [
    'navigation',
    'header_pages',
  ]),
  search: key(flag, true, 'Search by Pagefind, with a page of its own at `/search/`'),
  mentions: key(flag, true, 'Below a post the posts that link to it, each with the sentence in which it does'),
  cards: key(flag, false, 'Draw a picture for each post, which is shown where somebody shares its address; needs `sharp`'),
  images: key(flag, true, 'Make smaller WebP and AVIF files of large images, where `sharp` is installed'),
  comments: key<Data>(
    anything,
    {},
    'Where readers comment: a group of `provider` (`giscus`, `utterances`, `disqus`) and its settings, as popular Jekyll themes have it',
  ),
  repository: key(text, '', 'The repository on GitHub, `owner/name`, for utterances and links to it'),
  edit_url: key(
    text,
    '',
    'Begin of the address where a post can be edited, `https://github.com/owner/name/edit/main/`; the path of its file is added',
  ),
  license: key<Data>(anything, '', 'Licence of the texts: its short name (`CC BY 4.0`), or a group of `name` and `url`', ['licence']),
  social: key<Data>(anything, [], 'Profiles of the writer elsewhere: a list of addresses, or a group with it as `links`'),
  twitter: key<Data>(anything, '', 'Account that cards name: `username`, or a group with it', ['twitter_username']),
  last_modified_at: key(text, '', '`git` takes the date of a post’s last commit where its front matter has none'),
  style: key<DataMap>(
    groupOr('look'),
    {},
    'The look: the name of one that ships (`paper`, `terminal`, `journal`, `notebook`), or a group of `look`, `accent`, `background`, `text`, `font`, `heading_font`, `code_font`, `width`, `size`, `density`',
  ),
  words: key<DataMap>(map, {}, 'Phrases of the theme to be said otherwise, by name: `words: { related: See also }`'),
  security_policy: key(flag, true, 'Send every page with a Content-Security-Policy that allows what the page holds and nothing else'),
  deploy: key<Data>(
    anything,
    '',
    'Host, or list of hosts, to add files for: `github-pages`, `netlify`, `cloudflare`, `nginx`, `caddy`, `apache`, `s3`',
  ),
  bibliography: key<readonly string[]>(
    texts,
    [],
    'Bibliographies that every text may cite from, besides those in `_bibliography` and beside it: a `.bib` file, or a list',
  ),
  csl: key(text, '', 'Style of references: a `.csl` file; by default author and year'),
  robots: key(text, '', 'Lines to add to `robots.txt`'),
} as const satisfies Record<string, ConfigKey<unknown>>

type ValueOf<Key> = Key extends ConfigKey<infer Value> ? Value : never
export type ConfigValues = { readonly [Name in keyof typeof configKeys]: ValueOf<(typeof configKeys)[Name]> }

/**
 * Keys that Jekyll, its plugins and its themes read, or that later parts of Lectern do: no misspelling of ours,
 * and still in reach of templates as `site.data`.
 */
export const otherKnownKeys = [
  'plugins gems theme remote_theme sass highlighter liquid incremental safe encoding strict_front_matter keep_files',
  'source plugins_dir layouts_dir data_dir includes_dir quiet verbose host port livereload lsi detach whitelist profile',
  'social twitter github github_username twitter_username email logo avatar disqus disqus_shortname giscus utterances analytics google_analytics',
  'minima kramdown math mathjax scholar courses redirect_from webmaster_verifications minimal_mistakes_skin',
  'jekyll-archives pagination autopages footer copyright paginate_per_page toc series keywords image defaults tags',
].flatMap(line => line.split(' '))
