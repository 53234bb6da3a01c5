// English, and with it the list of all phrases there are.

import type { Phrase } from './phrase.ts'

export const en = {
  // Around every page
  skip: 'Skip to the text',
  home: 'Home',
  siteNavigation: 'Site',
  feed: 'Feed',
  source: 'Source',
  archive: 'Archive',
  tags: 'Tags',
  categories: 'Categories',
  posts: 'Posts',
  search: 'Search',
  pageTitle: '{title} – page {number}',
  languages: 'Other languages',

  // A post
  contents: 'Contents',
  minutes: { one: '{count} min read', other: '{count} min read' },
  updated: 'updated',
  related: 'Related posts',
  neighbours: 'Previous and next post',
  previous: 'Previous',
  next: 'Next',
  cite: 'Cite this post',
  licence: 'Licence:',
  edit: 'Edit this page',
  comments: 'Comments',
  commentsApart: 'Comments on their own page',
  note: 'Note {number}',
  taskOpen: 'to do',
  taskDone: 'done',
  lecture: 'Lecture {number}',

  // The blocks of a lecture
  noteBlock: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  definition: 'Definition',
  theorem: 'Theorem',
  lemma: 'Lemma',
  corollary: 'Corollary',
  proposition: 'Proposition',
  conjecture: 'Conjecture',
  remark: 'Remark',
  proof: 'Proof',
  example: 'Example',
  exercise: 'Exercise',
  solution: 'Solution',
  question: 'Question',
  takeaway: 'Takeaway',
  figure: 'Figure',
  table: 'Table',
  equation: 'Equation',
  // {name} is what is referred to, {place} a lecture or the title of another text
  inOther: '{name} in {place}',
  references: 'References',
  andOthers: 'et al.',
  noDate: 'n.d.',
  inBook: 'In {book}',
  editors: { one: '(ed.)', other: '(eds.)' },
  accessed: 'accessed {date}',

  // Courses
  courses: 'Courses',
  coursesOf: 'Courses of {site}',
  part: 'Part {number}',
  lectureOf: 'Lecture {number} of {total}',
  partOf: 'Part {number} of {total}',
  guestLecture: 'Guest lecture',
  lectureCount: { one: '{count} lecture', other: '{count} lectures' },
  partCount: { one: '{count} part', other: '{count} parts' },
  planned: 'planned',
  slides: 'Slides',
  video: 'Video',
  hours: '{hours} h {minutes} min read',
  onePage: 'All on one page',
  asBook: 'As a book (EPUB)',
  besides: 'Also in this course',
  website: 'Website of the course',
  feedOfCourse: 'Feed of this course',

  // Lists
  empty: 'Nothing has been published yet.',
  postCount: { one: '{count} post', other: '{count} posts' },
  allOfYear: { one: 'The post of {year}', other: 'All {count} posts of {year}' },
  pagination: 'Pages',
  newer: 'Newer',
  older: 'Older',
  pageOf: 'Page {number} of {total}',
  feedOfTag: 'Feed of this tag',

  // What lists are called where nobody sees the page
  tagged: 'Posts tagged {name}',
  inCategory: 'Posts in {name}',
  ofPeriod: 'Posts of {name}',
  tagsOf: 'Tags of {site}',
  categoriesOf: 'Categories of {site}',
  archiveOf: 'All posts of {site} by year',
  searchOf: 'Find a post of {site} by its words',
  theSite: 'the site',

  // Pages that are not there
  notFound: 'Page not found',
  notFoundAbout: 'There is no page at this address',
  notFoundWhy: 'There is nothing at this address. It may have moved, or the link may be wrong.',
  toHome: 'Go to the home page',
  toArchive: 'Look through the archive',
  newest: 'Newest posts',
  redirecting: 'Redirecting…',
  redirectLink: 'Click here if you are not redirected.',

  // Search
  searchLabel: 'Words to look for',
  searchNeedsScript: 'Searching needs a script, and your browser runs none. All posts stand in the archive.',
  searchTags: 'Or look under a tag',
  searchClose: 'Close',
  searchKeys: 'Open with / and Ctrl-K',
  searchNothing: 'Nothing about “{query}”',
  searchFound: { one: '{count} page', other: '{count} pages' },
  searchBest: '{found}, the best {most} of them',
  searchFails: 'The index could not be loaded. A build of the site makes it.',

  // Buttons
  copy: 'Copy',
  copied: 'Copied',
  wrap: 'Wrap lines',
  close: 'Close',
  colours: 'Colours: {name}',
  diagram: 'Diagram',
  diagramText: 'The diagram as text',
  markRead: 'Mark as read',
  isRead: 'Read',
  readCount: '{count} of {total} read',
  forgetRead: 'Forget what I have read',
  automatic: 'automatic',
  light: 'light',
  dark: 'dark',
} as const satisfies Record<string, Phrase>

export type PhraseName = keyof typeof en

/** The phrases of one language; one that is missing is said in English. */
export type Words = { readonly [Name in PhraseName]?: Phrase }
