// The only file that imports sharp, an optional dependency: it draws and scales images by native code, which not every machine has.
// It takes 60 ms to load, so whoever may need it asks first whether there is work.

import { createRequire } from 'node:module'

/** True where sharp is installed; it is not loaded to find out. */
export function hasSharp(): boolean {
  try {
    createRequire(import.meta.url).resolve('sharp')
    return true
  } catch {
    return false
  }
}

export async function loadSharp() {
  return (await import('sharp')).default
}
