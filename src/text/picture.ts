// A picture and its smaller files.

/** An image file of the site as pages show it. */
export interface Picture {
  /** In pixels, as it is seen: a photograph taken upright is higher than wide. */
  readonly width: number
  readonly height: number
  /** Smaller files of the same picture, the best format first; `url` with `baseurl`, `width` in pixels. */
  readonly sources: readonly { readonly type: string; readonly files: readonly { readonly url: string; readonly width: number }[] }[]
}
