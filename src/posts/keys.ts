// THE LIST of front matter keys. The type of front matter, the manual's table and "did you mean" follow from it;
// a key that is not here still reaches the templates in `page.data`.

import { anything, authors, flag, flagOrSettings, oneOf, type Reader, text, texts } from '../config/readers.ts'
import type { Author, Data } from '../model.ts'

export interface FrontMatterKey<Value> {
  readonly reader: Reader<Value>
  readonly aliases: readonly string[]
  readonly doc: string
}

function key<Value>(reader: Reader<Value>, doc: string, aliases: readonly string[] = []): FrontMatterKey<Value> {
  return { reader, doc, aliases }
}

export const frontMatterKeys = {
  layout: key(text, 'Template that shows the post; `post` by default, `none` for the bare text'),
  title: key(text, 'Title; by default the file name in words'),
  subtitle: key(text, 'A line below the title'),
  date: key<Data>(anything, 'Date and time; by default the one in the file name'),
  last_modified_at: key<Data>(anything, 'Date of the last change that readers should know of', [
    'updated',
    'lastmod',
    'modified_date',
    'last-modified',
    'last_updated',
    'modified',
  ]),
  tags: key<Data>(anything, 'Tags: a list, or one text split at spaces'),
  tag: key<Data>(anything, 'One tag that is not split; it wins over `tags`'),
  categories: key<Data>(anything, 'Categories: a list, or one text split at spaces; they are part of the address'),
  category: key<Data>(anything, 'One category that is not split'),
  permalink: key(text, 'Address of the post, with placeholders if wanted'),
  slug: key(text, 'Name of the post in its address; by default that in the file name'),
  published: key(flag, '`false` hides the post'),
  draft: key(flag, 'Keeps the post out of feeds; to hide it use `published: false` or `_drafts`, as in Jekyll'),
  description: key(text, 'One sentence for search engines, cards and feeds; by default the first sentences', ['summary', 'subtitle']),
  excerpt: key(text, 'Shown in lists instead of the first paragraph, as it is written'),
  excerpt_separator: key(text, 'Where the excerpt of this post ends'),
  author: key<readonly Author[]>(authors, 'Who wrote the post, if not the author of the site', ['authors']),
  image: key<Data>(anything, 'Picture for cards: an address, or a group with `path` and `alt`', [
    'cover',
    'og_image',
    'thumbnail',
    'feature_image',
  ]),
  lang: key(text, 'Language of the post, if not that of the site', ['locale']),
  translation: key(text, 'Name that a text shares with its translations, which are linked then', [
    'translation_key',
    'translationKey',
    'lang-ref',
    'ref',
  ]),
  mentions: key(flag, 'Whether posts that link to the post are named below it'),
  comments: key(flagOrSettings, 'Whether readers may comment'),
  redirect_from: key<readonly string[]>(texts, 'Old addresses that lead here'),
  redirect_to: key<readonly string[]>(texts, 'Address to go to instead of this page'),
  sitemap: key(flagOrSettings, '`false` keeps the post out of the sitemap'),
  course: key(text, 'Course that the post is a lecture of; `false` for none, where the title looks like one'),
  lecture: key<Data>(anything, 'Number of the lecture in its course: `3`, `1.5`, `2a`, `guest`'),
  series: key(text, 'Sequence of posts that is no course'),
  part: key<Data>(anything, 'Number of the post in its series'),
  module: key(text, 'Part of the course that the lecture stands in'),
  slides: key<Data>(anything, 'Slides of the lecture: a file beside the post, or an address'),
  video: key<Data>(anything, 'Recording of the lecture, likewise'),
  print: key(oneOf(['solutions']), '`solutions` prints the solutions of exercises, which stay folded otherwise'),
  bibliography: key<readonly string[]>(
    texts,
    'Bibliographies that the post cites from: a `.bib` file beside it or in `_bibliography`, or a list',
  ),
  nocite: key<readonly string[]>(texts, 'Works for the list of references that nothing cites: `"@a, @b"`, or `"@*"` for all'),
  csl: key(text, 'Style of its references: a `.csl` file'),
  keywords: key<Data>(anything, 'What the lecture is about in a few words, for the page of its course: a list, or a text with commas'),
} as const satisfies Record<string, FrontMatterKey<unknown>>

type ValueOf<Key> = Key extends FrontMatterKey<infer Value> ? Value : never
export type FrontMatter = { readonly [Name in keyof typeof frontMatterKeys]?: ValueOf<(typeof frontMatterKeys)[Name]> }

/** Keys that Jekyll, its plugins and its themes read: no misspellings of ours. */
export const otherKnownKeys = [
  'id url path ext name content output collection render_with_liquid hidden pin toc math mathjax katex use_math mermaid',
  'header footer author_profile classes read_time share related search feed pagination media_subpath img_path',
  'cover_image thumbnail-img cover-img share-img header-img gh-repo gh-badge giscus_comments code robots link',
  'canonical_url seo lecturers scribes editors instructor instructors term license sidebar nav order weight type lesson section number duration place index dates data',
].flatMap(line => line.split(' '))
