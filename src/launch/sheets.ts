// The file that the process for style sheets starts: a thread of it compiles them.

import type { Order, Reply } from '../io/bounded-process.ts'
import { sheetThread } from '../render/sheets.ts'

const ask = sheetThread()

process.on('message', async ({ task, seconds }: Order<never>) => {
  const reply: Reply<unknown> = await answerTo(task, seconds).catch(error => ({ failure: String((error as Error).stack ?? error) }))
  process.send?.(reply)
})
process.on('disconnect', () => process.exit())

async function answerTo(task: never, seconds: number): Promise<Reply<unknown>> {
  if (ask === undefined) throw new Error('the file of the thread is missing')
  return { done: await ask(task, seconds) }
}
