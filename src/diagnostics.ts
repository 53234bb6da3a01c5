// Everything Lectern can complain about, one constructor each; reading this file is reading every message.

import type { Diagnostic, Place, Severity } from './diagnostic.ts'
import type { SourcePath } from './model.ts'

type Constructor = (code: string, place: Place | undefined, message: string, hint?: string) => Diagnostic

function severe(severity: Severity): Constructor {
  return (code, place, message, hint) => ({ code, severity, message, ...(hint === undefined ? {} : { hint }), ...place })
}

const [error, warning, hint] = [severe('error'), severe('warning'), severe('hint')]

// Reading files

export const unreadableFile = (place: Place, reason: string, mend: string): Diagnostic => error('file/unreadable', place, reason, mend)

export const leftOut = (place: Place, reason: string, mend: string): Diagnostic => warning('file/left-out', place, reason, mend)

export const emptyPost = (place: Place): Diagnostic =>
  warning('post/empty', place, 'The post is empty', 'write something below the front matter, or remove the file')

export const undatedPost = (place: Place): Diagnostic =>
  hint(
    'post/undated',
    place,
    'No date in the file name or the front matter, so this is a page, not a post',
    'name it YYYY-MM-DD-title.md to make it a post, or set layout: page to say that it is one',
  )

export const badDateInFileName = (place: Place, date: string): Diagnostic =>
  error(
    'post/bad-date',
    place,
    `The file name begins with ${date}, which is no day of the calendar`,
    'rename the file to a real date, YYYY-MM-DD-title.md',
  )

export const futurePost = (place: Place, date: string): Diagnostic =>
  warning(
    'post/future',
    place,
    `Not published: its date ${date} is in the future`,
    'set future: true in _config.yml or use --future to publish it now',
  )

// Front matter and configuration

export const unclosedFrontMatter = (place: Place): Diagnostic =>
  error(
    'front-matter/unclosed',
    place,
    'The front matter is opened but never closed',
    'add a line with three hyphens (---) after the last key',
  )

export const notYaml = (place: Place, language: string): Diagnostic =>
  error(
    'front-matter/language',
    place,
    `Front matter in ${language} is not read; only YAML is`,
    'open the front matter with three hyphens and nothing after them',
  )

export const brokenYaml = (place: Place, problem: string, mend: string): Diagnostic =>
  error('yaml/syntax', place, `The YAML cannot be read: ${problem}`, mend)

export const brokenTable = (place: Place, problem: string, mend: string): Diagnostic =>
  error('data/table', place, `The table cannot be read: ${problem}`, mend)

export const repeatedKey = (place: Place, key: string): Diagnostic =>
  warning('yaml/repeated-key', place, `The key ${key} stands here a second time; the last one counts`, 'keep one of them')

export const frontMatterNoMap = (place: Place): Diagnostic =>
  error('front-matter/no-keys', place, 'The front matter holds no keys', 'write it as lines of key: value')

export const misspeltKey = (place: Place, key: string, near: string): Diagnostic =>
  hint('front-matter/misspelt-key', place, `Nothing reads the key ${key}`, `did you mean ${near}?`)

export const wrongType = (place: Place, key: string, wanted: string, seen: string): Diagnostic =>
  warning('front-matter/wrong-type', place, `${key} should be ${wanted}, but this is ${seen}; it is ignored`, `write ${key} as ${wanted}`)

export const badDate = (place: Place, key: string, text: string): Diagnostic =>
  error('front-matter/bad-date', place, `${key} is ${text}, which is no date`, 'write it as 2024-01-31 or 2024-01-31 18:30:00 +0100')

export const commaInTags = (place: Place, key: string, names: readonly string[]): Diagnostic =>
  hint(
    'front-matter/commas',
    place,
    `${key} is split at spaces, so the commas stay part of ${names.join(' ')}`,
    `write it as a list: ${key}: [${names.map(name => name.replace(/,$/, '')).join(', ')}]`,
  )

export const unknownConfigKey = (place: Place, key: string, near: string): Diagnostic =>
  hint('config/misspelt-key', place, `Nothing reads the key ${key}`, `did you mean ${near}?`)

export const wrongConfigType = (place: Place, key: string, wanted: string, seen: string): Diagnostic =>
  warning('config/wrong-type', place, `${key} should be ${wanted}, but this is ${seen}; its default is used`, `write ${key} as ${wanted}`)

export const unknownZone = (place: Place, name: string): Diagnostic =>
  warning(
    'config/timezone',
    place,
    `There is no time zone called ${name}; UTC is used`,
    'take a name from the IANA list, such as Europe/Berlin or America/New_York',
  )

export const urlWithoutScheme = (place: Place, url: string): Diagnostic =>
  warning('config/url', place, `The url ${url} has no scheme; https://${url} is taken`, `write url: https://${url}`)

export const urlIsNone = (place: Place, url: string): Diagnostic =>
  warning('config/url', place, `The url ${url} is no address of a website; none is taken`, 'write it as https://example.org')

export const urlWithFolder = (place: Place, folder: string): Diagnostic =>
  warning(
    'config/url',
    place,
    `The url holds the folder ${folder}, to which addresses from the root do not go`,
    `write the folder as baseurl: ${folder} and leave it out of url`,
  )

export const styleKeyOnTop = (place: Place, key: string): Diagnostic =>
  hint(
    'config/misplaced-key',
    place,
    `Nothing reads the key ${key}`,
    `to set it for the theme, write it below style, as in style: { ${key}: … }`,
  )

export const ownSheetKey = (place: Place, key: string): Diagnostic =>
  hint('config/misplaced-key', place, `Nothing reads the key ${key}`, 'to add a style sheet, put it at templates/assets/custom.css')

export const unknownHost = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'config/deploy',
    place,
    `Nothing is known of the host ${name}`,
    near === undefined ? 'leave deploy out; the site in public/ can be put on any host' : `did you mean ${near}?`,
  )

export const missingConfig = (name: string): Diagnostic =>
  error('config/missing', undefined, `There is no file ${name} to read the configuration from`, 'check the path after --config')

// Courses

export const lectureGap = (place: Place, course: string, missing: string, before: string, behind: string): Diagnostic =>
  hint(
    'course/gap',
    place,
    `${course} goes from lecture ${before} to ${behind}, without ${missing}`,
    'list it as planned in _data/courses, or give this lecture its own number with lecture:',
  )

export const lectureTwice = (place: Place, course: string, number: string, other: SourcePath): Diagnostic =>
  warning(
    'course/twice',
    place,
    `Two posts are lecture ${number} of ${course}; the other is ${other}`,
    'give one of them another number with lecture: 2a, or none with course: false',
  )

export const lectureConflict = (
  place: Place,
  number: string,
  because: string,
  against: { readonly number: string; readonly because: string },
): Diagnostic =>
  hint(
    'course/number',
    place,
    `This is taken for lecture ${number}, for ${because}, but ${against.because} says ${against.number}`,
    'write lecture: with the right number, or mend the other',
  )

export const courseConflict = (place: Place, inTitle: string, tag: string): Diagnostic =>
  warning('course/two', place, `The title names the course ${inTitle}, the tag another one, ${tag}`, 'say which it is with course:')

export const noLectureFile = (place: Place, key: string, path: string): Diagnostic =>
  warning(
    'course/no-file',
    place,
    `${key}: leads to ${path}, and there is no such file`,
    'put it beside the post, or write its address in full',
  )

export const lectureWithoutCourse = (place: Place, number: string): Diagnostic =>
  hint('course/none', place, `Lecture ${number} of which course? Nothing names one`, 'add course: with its name')

// Addresses

export const badPermalink = (place: Place, pattern: string, placeholder: string, near: string | undefined): Diagnostic =>
  error(
    'permalink/placeholder',
    place,
    `The permalink ${pattern} uses :${placeholder}, which is no placeholder`,
    near === undefined ? 'see the list of placeholders in the README' : `did you mean :${near}?`,
  )

export const permalinkOutside = (place: Place, pattern: string): Diagnostic =>
  error(
    'permalink/outside',
    place,
    `The permalink ${pattern} climbs out of the site`,
    'write a path without .. and without control characters',
  )

export const pathTooLong = (place: Place | undefined, part: string): Diagnostic =>
  error(
    'permalink/too-long',
    place,
    `The address has a part of ${new TextEncoder().encode(part).length} bytes, and file systems hold 255: ${part.slice(0, 40)}…`,
    'set a shorter slug or permalink in the front matter; of a tag or a category take a shorter name',
  )

export const sameAddress = (place: Place, other: string, path: string): Diagnostic =>
  error(
    'output/same-address',
    place,
    `This file and ${other} would both be written to ${path}`,
    'give one of them another slug or permalink',
  )

export const sameFileButCase = (place: Place, other: SourcePath): Diagnostic =>
  warning(
    'output/same-but-case',
    place,
    `The name ${String(place.file)} differs from ${other} only in upper and lower case, and many disks hold only one of the two`,
    'rename one of them, or remove the one that nothing needs',
  )

export const sameAddressButCase = (place: Place, other: string, path: string): Diagnostic =>
  error(
    'output/same-but-case',
    place,
    `The address ${path} differs from that of ${other} only in upper and lower case, and many disks hold only one of the two`,
    'give one of them another slug or permalink',
  )

export const generatedYields = (place: Place, what: string, path: string): Diagnostic =>
  warning(
    'output/yields',
    place,
    `This file takes the address of ${what}, ${path}, which is therefore not made`,
    'give the file another permalink if that was not meant',
  )

export const redirectTaken = (place: Place, from: string): Diagnostic =>
  warning('redirect/taken', place, `No redirect from ${from}: a page of the site has that address`, 'remove it from redirect_from')

export const brokenLink = (place: Place, url: string, near: string | undefined): Diagnostic => {
  const isHost =
    /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|io|dev|ai|app|info|[a-z]{2})(?:\/|$)/i.test(url) &&
    !/\.(?:md|js|py|rb|rs|ts|sh|gz)$/i.test(url)
  const from = url.startsWith('/') ? 'the root of the site' : 'the folder of this file'
  const mend = isHost ? `write https://${url} to link to another site` : `correct the path, which counts from ${from}`
  return warning(
    'link/missing',
    place,
    `The link leads to ${url}, and there is nothing`,
    near === undefined ? mend : `did you mean ${near}?`,
  )
}

export const deadAnchor = (place: Place, url: string, target: SourcePath | undefined, near: string | undefined): Diagnostic =>
  warning(
    'link/anchor',
    place,
    `The link leads to ${url}, and ${target ?? 'this text'} has no such place`,
    near === undefined ? 'link to the id of a heading; {#name} behind one gives it an id of your own' : `did you mean #${near}?`,
  )

export const deadLinkOnPages = (url: string, page: string, count: number): Diagnostic =>
  warning(
    'link/template',
    undefined,
    `${page}${count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'page' : 'pages'}`} ${count === 1 ? 'links' : 'link'} to ${url}, and there is nothing`,
    'correct it in the template, the include or the navigation that writes it',
  )

export const deadExternalLink = (place: Place, url: string, reason: string): Diagnostic =>
  warning('link/external', place, `The link to ${url} leads nowhere: ${reason}`, 'correct it, or link to a copy at https://web.archive.org')

export const movedExternalLink = (place: Place, url: string, to: string): Diagnostic =>
  hint('link/moved', place, `${url} has moved`, `link to ${to}`)

// What is worth a look

export const headingJump = (place: Place, title: string, from: number, to: number): Diagnostic =>
  hint(
    'heading/jump',
    place,
    `The heading “${title}” skips ${to - from === 2 ? 'a level' : `${to - from - 1} levels`}, which those who listen to the page take for a gap`,
    'give it one # less, or put the heading between',
  )

export const repeatedId = (place: Place, id: string): Diagnostic =>
  warning('id/repeated', place, `The id ${id} stands twice in this text, and a link finds only the first`, 'give one of them another id')

export const unfinished = (place: Place, word: string): Diagnostic =>
  warning('text/unfinished', place, `A published text says ${word}`, 'finish it, or move the post to _drafts')

export const longDescription = (place: Place, length: number): Diagnostic =>
  hint(
    'description/long',
    place,
    `The description has ${length} characters, of which search engines show about 160`,
    'say it in one sentence',
  )

export const shortDescription = (place: Place): Diagnostic =>
  hint('description/short', place, 'The first paragraph says too little to describe the post', 'add description: with one sentence')

export const sameTitle = (place: Place, title: string, other: SourcePath): Diagnostic =>
  warning(
    'title/repeated',
    place,
    `${other} has the title “${title}” too`,
    'give one of them a title by which readers can tell the two apart',
  )

export const similarTags = (place: Place, name: string, other: string, count: number): Diagnostic =>
  hint(
    'tag/similar',
    place,
    `The tags ${name} and ${other} may be the same one`,
    `use ${other}, which ${count} ${count === 1 ? 'post has' : 'posts have'}, in all of them`,
  )

export const tagsOfOnePost = (names: readonly string[]): Diagnostic =>
  hint(
    'tag/single',
    undefined,
    `${names.length === 1 ? 'One tag leads' : `${names.length} tags lead`} to a single post: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}`,
    'a tag helps where it leads to other posts',
  )

export const orphanPage = (place: Place, address: string): Diagnostic =>
  hint('page/orphan', place, `No page links to ${address}`, 'link to it, or add it to nav in _config.yml')

export const noAddress = (): Diagnostic =>
  hint(
    'config/no-url',
    undefined,
    'The site does not know its address, so feeds, cards and the sitemap cannot name any page',
    'add url: https://example.org',
  )

export const missingImage = (place: Place, url: string): Diagnostic =>
  warning('image/missing', place, `The image ${url} is not among the files of the site`, 'put the file there, or correct the address')

export const noAltText = (place: Place, url: string): Diagnostic =>
  hint(
    'image/alt',
    place,
    `The image ${url} says nothing to those who cannot see it`,
    'write what it shows between the brackets: ![a plot of the loss](…); of one that only decorates, <img alt="" src="…">',
  )

// Templates and the look

export const olderTemplate = (place: Place, version: number, now: number): Diagnostic =>
  warning(
    'template/older',
    place,
    `This stands beside version ${now} of the theme's template and was made for version ${version}`,
    `compare the two, take over what has changed, and set its first line to <%/* version ${now} */%>; or delete yours`,
  )

export const misnamedTemplate = (place: Place, near: string): Diagnostic =>
  warning('template/unused', place, 'No page uses this template', `did you mean ${near}.eta? Otherwise name it as layout in a post`)

export const unknownField = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'template/field',
    place,
    `No template is given ${name}, so nothing is printed there`,
    near === undefined ? 'the reference lists what a template receives' : `did you mean ${near}?`,
  )

export const replacedSheet = (place: Place): Diagnostic =>
  warning(
    'template/sheet',
    place,
    'This takes the place of the whole style sheet of the theme, and is much smaller',
    'call it templates/assets/custom.css, and it is added to the theme’s',
  )

export const unknownStyleKey = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'config/style',
    place,
    `The style has no ${name}`,
    near === undefined ? 'write it into templates/assets/custom.css' : `did you mean ${near}?`,
  )

export const badStyleValue = (place: Place, name: string, isColour: boolean): Diagnostic =>
  warning(
    'config/style',
    place,
    `The ${name} of the style cannot be read`,
    isColour ? 'write a colour, "#0b57a4", or a group of light and dark; in quotes, since # begins a comment' : 'write it as CSS does',
  )

export const faintAccent = (place: Place, colour: string, contrast: number): Diagnostic =>
  warning(
    'config/contrast',
    place,
    `Links in ${colour} have a contrast of ${contrast} to the page, which many cannot read`,
    'take a darker colour, of 4.5 at least',
  )

export const unknownLayout = (place: Place, layout: string, used: string, near: string | undefined): Diagnostic =>
  error(
    'template/unknown',
    place,
    `There is no template ${layout}.eta that could show this ${used}`,
    near === undefined ? `add templates/${layout}.eta, or take the line out: ${used} is the template then` : `did you mean ${near}?`,
  )

export const foreignLayout = (place: Place, layout: string, used: string, near: string | undefined): Diagnostic =>
  warning(
    'template/foreign',
    place,
    `There is no template ${layout}.eta; ${used} is used`,
    near === undefined ? `add templates/${layout}.eta, or set layout: ${used}` : `did you mean ${near}?`,
  )

export const missingLayout = (place: Place, layout: string, near: string | undefined): Diagnostic =>
  warning(
    'layout/unknown',
    place,
    `There is no layout ${layout}; the text stands alone`,
    near === undefined ? `add _layouts/${layout}.html, or set layout: none` : `did you mean ${near}?`,
  )

export const templateError = (place: Place, problem: string, page: string): Diagnostic =>
  error('template/error', place, `The template fails on ${page}: ${problem}`, templateMend(problem))

function templateMend(problem: string): string {
  const field = /of (?:undefined|null) \(reading '(\w+)'\)/.exec(problem)?.[1]
  if (field !== undefined) return `what stands before .${field} is not there on this page; ask for it with if, or write ?.${field}`
  if (problem.endsWith('is not a function')) return 'correct its name; the reference lists the functions that a template may call'
  return 'the reference lists what a template receives'
}

export const nestedTooDeeply = (place: Place, deepest: number): Diagnostic =>
  error(
    'markdown/too-deep',
    place,
    `Here the text is nested too deeply: what stands within more than ${deepest} elements is not read`,
    'close what is open above, or write it with fewer levels',
  )

export const bodyFails = (place: Place, problem: string): Diagnostic =>
  error('markdown/failed', place, `The text cannot be rendered: ${problem}`, 'please report this with the file: no text should do that')

export const unreadMarkup = (place: Place, name: string, mend: string): Diagnostic =>
  hint('markdown/other-tool', place, `${name} is not read here and stands in the page as it is written`, mend)

export const unclosedBlock = (place: Place, name: string): Diagnostic =>
  warning('blocks/unclosed', place, `This ${name} is not closed, so it goes on to the end of the text`, 'write a line ::: below it')

export const doubleLabel = (place: Place, id: string): Diagnostic =>
  warning(
    'blocks/double-label',
    place,
    `There are two things with the label #${id}`,
    'give this one another; links and references lead to the first',
  )

export const missingReference = (place: Place, label: string, near: string | undefined): Diagnostic =>
  warning(
    'references/missing',
    place,
    `Nothing has the label ${label}, here or in another lecture of the course`,
    near === undefined ? `give it to what is meant: {#${label}}` : `did you mean @${near}?`,
  )

export const unknownBlock = (place: Place, name: string, near: string | undefined): Diagnostic =>
  (near === undefined ? hint : warning)(
    'blocks/unknown',
    place,
    `There is no block ${name}, so it stands in the page as it is written`,
    near === undefined ? 'write one of note, theorem, definition, proof, example, exercise, …' : `did you mean ${near}?`,
  )

export const unreadFence = (place: Place, info: string): Diagnostic => {
  const [language = '', ...rest] = info.trim().split(/\s+/)
  return warning(
    'code/no-fence',
    place,
    `kramdown, as Jekyll reads it, takes one word behind the fence, so this is no box of code: ${rest.join(' ')} is one too many`,
    `write \`\`\`${language} alone and {: mark="1" file="name"} below the closing fence, or set markdown: commonmark in _config.yml`,
  )
}

export const missingLabel = (place: Place, name: string): Diagnostic =>
  warning(
    'math/no-label',
    place,
    `No equation has the label ${name}, so the page shows (?)`,
    `give the equation \\label{${name}}, or correct the name`,
  )

export const videoAsImage = (place: Place, url: string): Diagnostic =>
  warning(
    'image/video',
    place,
    `${url} is shown as an image, and is none`,
    `write it as HTML: <video controls src="${url}"></video>; a page that shows a video is a link`,
  )

export const unknownLanguage = (place: Place, language: string, near: string | undefined): Diagnostic =>
  hint(
    'code/language',
    place,
    `Code in ${language} is shown without colours: no such language is known`,
    near === undefined ? 'use text if it is none' : `did you mean ${near}?`,
  )

export const texError = (place: Place, problem: string): Diagnostic =>
  warning(
    'math/tex',
    place,
    `The formula cannot be set: ${problem.replace(/^KaTeX parse error: /, '').replace(/ at position \d+:.*/s, '')}`,
    'correct the TeX; until then its source is shown',
  )

export const liquidFails = (place: Place, problem: string): Diagnostic =>
  warning('liquid/failed', place, `Liquid cannot read this: ${problem}`, 'put {% raw %} and {% endraw %} around text that is no Liquid')

export const liquidTooMuch = (place: Place, problem: string): Diagnostic =>
  error('liquid/too-much', place, `This does not end: ${problem}`, 'end the loop or the include sooner')

/** `where` names the place in an include, if it is not the author's own. */
export const unknownTag = (place: Place, name: string, near: string | undefined, where = ''): Diagnostic =>
  warning(
    'liquid/unknown-tag',
    place,
    `The tag ${name} belongs to no plugin that Lectern knows; it is shown as it is written${where}`,
    near === undefined ? 'write what it made as Markdown or HTML' : `did you mean ${near}?`,
  )

export const unknownFilter = (place: Place, name: string, near: string | undefined, where = ''): Diagnostic =>
  warning(
    'liquid/unknown-filter',
    place,
    `There is no filter ${name}; the value passes through as it is${where}`,
    near === undefined ? 'remove it, or correct its name' : `did you mean ${near}?`,
  )

export const missingTarget = (place: Place, tag: string, target: string): Diagnostic =>
  warning(
    'liquid/missing-target',
    place,
    `{% ${tag} ${target} %} names a file that is not there`,
    tag === 'include' ? `put the file at _includes/${target}, or correct the name` : 'correct the name, or remove the tag',
  )

// Style sheets

export const sassFails = (place: Place, problem: string): Diagnostic =>
  error(
    'sass/failed',
    place,
    `The style sheet cannot be made: ${problem}`,
    'correct it; an import is looked for beside the file and in _sass',
  )

export const sassEndless = (place: Place, seconds: number): Diagnostic =>
  error(
    'sass/endless',
    place,
    `The style sheet was not made within ${seconds} seconds and seems to have no end`,
    'look for an @while whose condition stays true, or an @for with millions of steps',
  )

export const sassWarns = (place: Place, message: string): Diagnostic =>
  hint('sass/warning', place, `The style sheet warns: ${message}`, 'the @warn that says this is in the style sheet itself')

// Moving

export const lostAddress = (address: string, became: SourcePath | undefined): Diagnostic =>
  warning(
    'moving/address',
    became && { file: became },
    `The old site had ${address}, and this one has nothing there`,
    became === undefined
      ? 'give the post or page that it became redirect_from with this address'
      : `add redirect_from: [${address}] to this file, or let --write-redirects do it`,
  )

export const lostFile = (path: string, near: string | undefined): Diagnostic =>
  warning(
    'moving/file',
    undefined,
    `The old site had the file ${path}, and this one has nothing there`,
    `put ${near === undefined ? 'the file' : `it, or a copy of ${near},`} there; a redirect is a page and cannot stand for it`,
  )

export const redirectNotWritten = (place: Place, addresses: readonly string[], reason: string): Diagnostic =>
  warning(
    'moving/not-written',
    place,
    `No redirect was written into this file, which is as it was: ${reason}`,
    `add redirect_from: [${addresses.join(', ')}] by hand`,
  )

export const lostAnchor = (address: string, id: string, near: string | undefined): Diagnostic =>
  warning(
    'moving/anchor',
    undefined,
    `The page ${address} has no heading #${id} any more`,
    near === undefined
      ? `give the heading that it became the id with {#${id}}`
      : `it may be #${near} now; {#${id}} behind that heading keeps the old id`,
  )

export const lostFeedId = (id: string): Diagnostic =>
  warning(
    'moving/feed-id',
    undefined,
    `No entry of the feed has the id ${id}, so readers of the feed see that post as new`,
    'keep url, baseurl and the permalink of the post as they were',
  )

export const brokenPromise = (place: Place, address: string): Diagnostic =>
  error(
    'lock/broken',
    place,
    `urls.lock promises ${address}, and this build would not make it`,
    `add redirect_from: [${address}] to the post that it became, or take the line out of urls.lock if it may go`,
  )

export const nothingToCompare = (place: string): Diagnostic =>
  error(
    'moving/nothing',
    undefined,
    `There is neither a folder nor a file ${place} to compare with`,
    'name the _site folder of the old site, or its saved sitemap.xml',
  )

export const notCarried = (what: string, why: string): Diagnostic =>
  warning('import/not-carried', undefined, `Not carried over: ${what}`, why)

export const alreadyThere = (path: string): Diagnostic =>
  warning('import/exists', undefined, `${path} is there already and was left as it is`, 'compare the two, or import into an empty folder')

// Files made besides the pages

export const noSharp = (): Diagnostic =>
  warning(
    'cards/no-sharp',
    undefined,
    'No cards are drawn, since sharp is not installed here',
    'install it (npm install sharp), or take cards: true out of the configuration',
  )

export const noSearch = (reason: string): Diagnostic =>
  warning(
    'search/failed',
    undefined,
    `There is no search index: ${reason}`,
    'install Pagefind for this machine (npm install pagefind), or set search: false in the configuration',
  )

// Output

export const unsafeOutput = (folder: string, reason: string): Diagnostic =>
  error(
    'output/unsafe',
    undefined,
    `The site cannot be written to ${folder}: ${reason}`,
    'choose an output folder of its own with --output',
  )

export const unwritable = (path: string, reason: string): Diagnostic =>
  error('output/unwritable', undefined, `${path} cannot be written: ${reason}`, 'the last good site is still in place')

export const twoOutputs = (folder: string, aside: string): Diagnostic =>
  error(
    'output/two',
    undefined,
    `A build was ended while ${folder} was set aside as ${aside}, and now there are both`,
    'keep the one that you want under the first name, and remove the other',
  )

export const nothingToBuild = (root: string): Diagnostic =>
  error(
    'site/none',
    undefined,
    `There is no site in ${root}: it has neither a posts nor a _posts folder`,
    'lectern init begins one here; if yours is elsewhere, go there or name it with --root',
  )

export const themeIsGem = (place: Place, theme: string): Diagnostic =>
  hint(
    'theme/gem',
    place,
    `The theme ${theme} is a Ruby gem, whose layouts are not in this folder; the site is shown in Lectern's own theme`,
    'to keep its look, set theme_dir to a folder that holds the theme (bundle info --path prints the one of a gem); theme: lectern says that ours is meant',
  )

export const noSuchFolder = (root: string): Diagnostic =>
  error('site/no-folder', undefined, `There is no folder ${root}`, 'correct the path after --root, or begin a site there with lectern init')

export const alreadyOurs = (root: string): Diagnostic =>
  error(
    'import/ours',
    undefined,
    `${root} is a site of Lectern already, so there is nothing to import`,
    'lectern build makes it as it is; to import a Jekyll blog, name its folder',
  )
