// The workflow that builds a site on GitHub and puts it on GitHub Pages at every push. What a build leaves to the next is kept between the runs.

import type { NewFile } from './new-text.ts'

export const pagesWorkflow: NewFile = {
  path: '.github/workflows/pages.yml',
  text: `name: Site
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: true
jobs:
  build:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - uses: actions/cache@v4
        with:
          path: |
            .cache
            public
          key: lectern-\${{ github.run_id }}
          restore-keys: lectern-
      - run: if [ -f package-lock.json ]; then npm ci; else npm install --no-save lectern; fi
      - run: npx lectern build --format github
      - uses: actions/configure-pages@v5
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - id: deployment
        uses: actions/deploy-pages@v4
`,
}
