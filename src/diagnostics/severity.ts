// How bad a thing is. The other files of this folder are everything Lectern can complain about, one constructor each; reading them is reading
// every message.

import type { Diagnostic, Place, Severity } from '../diagnostic.ts'

type Constructor = (code: string, place: Place | undefined, message: string, hint?: string) => Diagnostic

function severe(severity: Severity): Constructor {
  return (code, place, message, hint) => ({
    code,
    severity,
    message: shortened(message),
    ...(hint === undefined ? {} : { hint: shortened(hint) }),
    ...place,
  })
}

const longest = 500

// A name in it may have thousands of letters, and what is said of it comes behind.
function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest / 2)} … ${text.slice(-longest / 2)}`.toWellFormed()
}

export const error = severe('error')
export const warning = severe('warning')
export const hint = severe('hint')

/** The mend for a name that nothing has: the nearest that there is, else what to do without one. */
export const didYouMean = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : `did you mean ${near}?`
