// Pages and other places in a work.

/** `3-5` with the sign that stands between the ends of a range. */
export function withRanges(place: string): string {
  return place.replace(/(\d)--?(?=\d)/g, '$1–')
}
