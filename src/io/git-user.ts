// Whom git knows as the author, asked for a new site's configuration.

/** Empty where git is not there, or has not been told. */
export function gitUser(folder: string): string {
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  try {
    return execFileSync('git', ['-C', folder, 'config', 'user.name'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
