// The only file that imports sharp, an optional dependency: it draws and scales images by native code, which not every machine has.
// It takes 60 ms to load, so whoever may need it asks first whether there is work.

import { isInstalled } from './is-installed.ts'

export function hasSharp(): boolean {
  return isInstalled('sharp')
}

export async function loadSharp() {
  return (await import('sharp')).default
}
