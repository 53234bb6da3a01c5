// The image files of a site as its pages show them: found by address, with their size and the smaller files made of them.

import type { StaticFile } from '../model.ts'
import { type Images, isOfAuthor, type ScaledFile } from '../site/images.ts'
import { lazily } from '../text/lazily.ts'
import type { Picture } from '../text/picture.ts'
import { decodePath } from '../text/url.ts'

export function makePictures(files: readonly StaticFile[], images: Images, baseurl: string): (address: string) => Picture | undefined {
  const own = files.filter(isOfAuthor)
  const byAddress = lazily(() => new Map(own.map(file => [baseurl + decodePath(file.permalink), file])))
  return address => {
    const file = byAddress().get(decodePath(address.replace(/[?#].*/s, '')))
    const size = file && images.measure(file.source)
    return file && size && { ...size, sources: sourcesOf(images.scale(file.source), baseurl) }
  }
}

function sourcesOf(scaled: readonly ScaledFile[], baseurl: string): Picture['sources'] {
  const types = [...new Set(scaled.map(({ type }) => type))]
  return types.map(type => ({
    type,
    files: scaled.filter(file => file.type === type).map(({ path, width }) => ({ url: `${baseurl}/${path}`, width })),
  }))
}
