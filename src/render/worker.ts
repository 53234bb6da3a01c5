// A worker's thread: it is given plain data and answers plain data.

import { parentPort, workerData } from 'node:worker_threads'
import { drawCard } from '../io/draw-card.ts'
import { makeImageFiles } from '../io/image-files.ts'
import { openStaging, type Staged } from '../io/staging.ts'
import { loadSite } from './load-site.ts'
import { renderShare } from './share.ts'
import { inputFrom, type WorkerAnswer, type WorkerOrder, type WorkerResult, type WorkerStart } from './workers.ts'

export function work(): void {
  const { input: plain, root, now, part, threads } = workerData as WorkerStart
  const input = inputFrom(plain)
  const images = makeImageFiles(root, input)
  const loaded = loadSite(input, { now, images, drawCard })
  const byOutput = new Map(loaded.pages.map(page => [page.output, page]))
  const render = async ({ folder, staging, next, planned }: WorkerOrder): Promise<WorkerResult<Staged>> => {
    const { write, staged } = openStaging(folder, staging, part)
    const pages = planned.flatMap(({ output, shows }) => {
      const page = byOutput.get(output)
      return page === undefined ? [] : [{ page, shows: shows.flatMap(number => loaded.entries[number] ?? []), lists: [] }]
    })
    const share = await renderShare(loaded, { planned: pages, threads, next, write })
    return { ...share, staged: staged(), images: images.asked() }
  }
  parentPort?.on('message', (order: WorkerOrder) => {
    void render(order)
      .then((result): WorkerAnswer<Staged> => ({ result }))
      .catch((error: NodeJS.ErrnoException): WorkerAnswer<Staged> => {
        const { message, code, path } = error
        return { failure: { message, ...(code && { code }), ...(path && { path }) } }
      })
      .then(answer => parentPort?.postMessage(answer))
  })
}
