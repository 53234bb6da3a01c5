// Tells what has changed on the disk, in batches. The only file that imports chokidar, whose traps are:
// - it watches every file for itself, so on a machine that allows few watchers it fails in many small errors and then sees nothing;
//   the first such error is told, and it begins again by looking at the files from time to time;
// - an editor that saves by writing a new file and renaming it is seen as a removal and an addition, which `atomic` makes one change;
// - of the changes of a file within 50 ms it tells the first only, so each file is looked at once more when that time is over;
// - it tells of a file while it is being written, and an editor empties it first; so one that has changed just now is looked at again before it is
//   read, and an empty one is given time;
// - it sees nothing between its start and `ready`, so then everything is taken for changed once.

import { statSync } from 'node:fs'
import { watch } from 'chokidar'
import { errorCode } from '../text/error-code.ts'

export interface Watch {
  readonly close: () => Promise<void>
}

export interface WatchOptions {
  /** Files and folders, absolute. */
  readonly paths: readonly string[]
  /** True for a path that never matters: the output, other tools' folders. */
  readonly isIgnored: (path: string) => boolean
  /** Called with the paths that have changed, never while an earlier call runs. */
  readonly onChange: (paths: readonly string[]) => void
  /** Told once, when the machine cannot watch. */
  readonly onTrouble: (reason: string) => void
  readonly onReady: () => void
}

/** In milliseconds. */
const lookAgainAfter = 60

// What tells two versions of a file apart without reading them.
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? 'none' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`
}

/** In milliseconds: how long a file has to have been left alone, and an empty one, which is most likely to be filled. */
const [settledAfter, filledAfter] = [5, 100]
/** A file that is written without end is read all the same. */
const mostWaits = 30

// A file that is gone, or that claims to be of the future, is not waited for.
function isBeingWritten(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isFile() !== true) return false
  const age = Date.now() - stats.mtimeMs
  return age >= 0 && age < (stats.size === 0 ? filledAfter : settledAfter)
}

const tooMany = new Set(['ENOSPC', 'EMFILE', 'ENFILE'])

export function watchFiles(options: WatchOptions, usePolling = false): Watch {
  const watcher = watch([...options.paths], {
    ignoreInitial: true,
    ignored: path => options.isIgnored(path),
    // In milliseconds: long enough for an editor's rename, short enough not to be noticed.
    atomic: 20,
    usePolling,
    interval: 300,
  })
  let fallback: Watch | undefined
  const changed = new Set<string>()
  let waits = 0
  const add = (path: string): void => {
    if (changed.size === 0) setImmediate(flush)
    changed.add(path)
  }
  const flush = (): void => {
    if (waits < mostWaits && [...changed].some(isBeingWritten)) {
      waits += 1
      setTimeout(flush, settledAfter)
      return
    }
    const paths = [...changed]
    changed.clear()
    waits = 0
    const stamps = new Map(paths.map(path => [path, stampOf(path)]))
    options.onChange(paths)
    setTimeout(() => {
      for (const [path, stamp] of stamps) if (stampOf(path) !== stamp) add(path)
    }, lookAgainAfter).unref()
  }
  watcher.on('all', (_event, path) => add(path))
  watcher.on('ready', options.onReady)
  watcher.on('error', error => {
    if (!tooMany.has(errorCode(error) ?? '') || fallback !== undefined || usePolling) return
    options.onTrouble(
      'The system allows too few file watchers, so changes are looked for three times a second. On Linux, raise fs.inotify.max_user_watches.',
    )
    fallback = watchFiles(options, true)
    void watcher.close()
  })
  return {
    close: async () => {
      await Promise.all([watcher.close(), fallback?.close()])
    },
  }
}
