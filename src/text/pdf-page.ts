// An address that means a page of a PDF file: `lecture1.pdf#page=3` (RFC 8118), and `lecture1.pdf` for its first.

export interface PdfPage {
  /** The address of the file, as it is written. */
  readonly file: string
  readonly page: number
}

/** Undefined for an address of anything else. */
export function pdfPageOf(url: string): PdfPage | undefined {
  const [, file, fragment = ''] = /^([^?#]+\.pdf)(?:\?[^#]*)?(?:#(.*))?$/is.exec(url) ?? []
  if (file === undefined) return undefined
  return { file, page: Number(/(?:^|&)page=(\d{1,5})(?:&|$)/i.exec(fragment)?.[1] ?? 1) }
}

/** A page of a PDF file by one name, whatever else its address says. */
export function nameOfPage({ file, page }: PdfPage): string {
  return `${file}#page=${page}`
}
