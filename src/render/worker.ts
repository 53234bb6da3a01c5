// A helper's thread: it receives plain data and answers plain data.

import { parentPort, workerData } from 'node:worker_threads'
import { readSite } from '../io/read-site.ts'
import { loadSite } from './load-site.ts'
import { type HelperAnswer, type HelperOrder, type HelperStart, stageShare } from './workers.ts'

export function help(): void {
  const { options, now, part, parts } = workerData as HelperStart
  const input = readSite(options).value
  if (input === undefined) return
  const loaded = loadSite(input, now)
  parentPort?.on('message', (order: HelperOrder) => {
    void stageShare(loaded, input, { ...order, part, parts })
      .then((result): HelperAnswer => ({ result }))
      .catch((error: NodeJS.ErrnoException): HelperAnswer => {
        const { message, code, path } = error
        return { failure: { message, ...(code && { code }), ...(path && { path }) } }
      })
      .then(answer => parentPort?.postMessage(answer))
  })
}
