// The image files of a site as its pages show them: found by address, with their size and the smaller files made of them.

import type { ImageFiles, ScaledFile } from '../io/image-files.ts'
import type { Picture, StaticFile } from '../model.ts'
import { decodePath } from '../text/url.ts'

export function makePictures(
  files: readonly StaticFile[],
  imageFiles: ImageFiles,
  baseurl: string,
): (address: string) => Picture | undefined {
  let byAddress: ReadonlyMap<string, StaticFile> | undefined
  return address => {
    byAddress ??= new Map(files.filter(({ from }) => from === 'posts').map(file => [baseurl + decodePath(file.permalink), file]))
    const file = byAddress.get(decodePath(address.replace(/[?#].*/s, '')))
    const size = file && imageFiles.measure(file.source)
    return file && size && { ...size, sources: sourcesOf(imageFiles.scale(file.source), baseurl) }
  }
}

function sourcesOf(scaled: readonly ScaledFile[], baseurl: string): Picture['sources'] {
  const types = [...new Set(scaled.map(({ type }) => type))]
  return types.map(type => ({
    type,
    files: scaled.filter(file => file.type === type).map(({ path, width }) => ({ url: `${baseurl}/${path}`, width })),
  }))
}
