// What other generators call things, understood where ours is the same and answered where it is not.

/** Other tools' commands that are ours under another name. */
export const otherNames: Readonly<Record<string, string>> = {
  serve: 'dev',
  server: 'dev',
  start: 'dev',
  watch: 'dev',
  preview: 'dev',
  s: 'dev',
  generate: 'build',
  b: 'build',
  lint: 'check',
  doctor: 'check',
  validate: 'check',
  create: 'new',
  n: 'new',
  migrate: 'import',
  setup: 'init',
}

/** Commands of other tools that we have no need of, and what to do instead. */
export const answers: Readonly<Record<string, string>> = {
  clean: 'There is nothing to clean: a build removes what it wrote before and the site lacks now',
  deploy:
    'Lectern uploads nothing: lectern build writes public/, which any host serves; the key deploy in _config.yml adds what a host needs',
  install: 'There is nothing to install: extensions and themes are part of Lectern',
  theme: 'The theme is part of Lectern; a file of the same name in templates/ takes the place of one of its files',
  upgrade: 'npm update lectern brings the newest version',
  update: 'npm update lectern brings the newest version',
}

/** Other tools' options that are ours under another name, or that say nothing here. */
export const otherFlags: Readonly<Record<string, string>> = {
  source: 'it is --root here',
  s: 'the folder of the site is --root',
  destination: 'it is --output here',
  d: 'the output folder is --output, or -o',
  bind: 'it is --host here',
  address: 'it is --host here',
  p: 'it is --port here',
  w: 'lectern dev watches by itself',
  watch: 'lectern dev watches by itself',
  livereload: 'lectern dev changes the page in place by itself',
  l: 'lectern dev changes the page in place by itself',
  incremental: 'every build is, by itself',
  i: 'every build is incremental by itself',
  buildDrafts: 'it is --drafts here',
  D: 'it is --drafts here',
  buildFuture: 'it is --future here',
  F: 'it is --future here',
  baseURL: 'the folder is --baseurl, the host is url in _config.yml',
  minify: 'pages are small as they are, and hosts compress them',
  trace: 'it is --verbose here',
}
