// The sample site in each look that ships, by the bars of the theme's own.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { looks } from '../../src/config/looks.ts'
import { judged } from '../support/judged.ts'
import { tour } from '../support/lighthouse.ts'

const root = join(import.meta.dirname, '..', '..')

describe.each(Object.keys(looks))('the look %s', look =>
  judged(
    () => {
      const aside = mkdtempSync(join(tmpdir(), 'lectern-look-'))
      writeFileSync(join(aside, 'look.yml'), `style: ${look}\n`)
      const configs = [join(root, '_config.yml'), join(aside, 'look.yml')]
      return { root, args: ['--config', configs.join(',')], remove: () => rmSync(aside, { recursive: true }) }
    },
    {
      scored: ['/', tour],
      looked: ['/2021/01/11/notes-on-mlsd-lecture-1/', '/courses/', '/archive/', '/tags/', '/search/', '/404.html'],
      schemes: ['light', 'dark'],
    },
  ),
)
