// The configuration of a site that has its own look: nothing is added to what Jekyll would make but what the site asks for by name.

import { withArchives } from './archives.ts'
import type { Config } from './config.ts'
import { configKeys } from './keys.ts'
import { withRepository } from './repository.ts'

export function asJekyll(config: Config): Config {
  const { data } = config
  const isAskedFor = (key: 'search' | 'cards' | 'images' | 'security_policy'): boolean => data[key] === true
  return {
    ...config,
    data: withArchives(withRepository(data)),
    // Where Jekyll writes; `public` may well be a folder of the site's own.
    destination: data['destination'] === undefined && config.destination === configKeys.destination.absent ? '_site' : config.destination,
    search: isAskedFor('search'),
    cards: false,
    images: isAskedFor('images'),
    security_policy: isAskedFor('security_policy'),
    // The page of such a site brings its own script for formulas.
    math: data['math'] ?? 'client',
  }
}
