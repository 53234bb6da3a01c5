// A thread for work that may have no end and cannot be interrupted: one piece of it after another, and the thread is ended where a piece takes too
// long or too much memory. The next piece begins a new one. Node's own listeners are among those of a `Worker`: never remove all.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inTurn } from '../text/in-turn.ts'

export type Bounded<Answer> = { readonly answer: Answer } | { readonly exceeds: 'time' | 'memory' }

/** `seconds` are those of the processor. */
export type AskThread<Task, Answer> = (task: Task, seconds: number) => Promise<Bounded<Answer>>

/** A file beside the program is run, which answers each message by one. Undefined where the program runs from its sources: there is no such file. */
export function boundedThread<Task, Answer>(name: string, megabytes: number): AskThread<Task, Answer> | undefined {
  const script = fileURLToPath(new URL(name, import.meta.url))
  if (!existsSync(script)) return undefined
  let thread: Worker | undefined
  const turn = inTurn()
  const ask = async (task: Task, seconds: number): Promise<Bounded<Answer>> => {
    const asked = thread ?? startThread(script, megabytes)
    thread = undefined
    const done = await askOnce<Answer>(asked, task, seconds)
    if ('answer' in done) thread = asked
    else await asked.terminate()
    return done
  }
  return (task, seconds) => turn(() => ask(task, seconds))
}

function startThread(script: string, megabytes: number): Worker {
  const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  // What fails while nobody waits for it, as it is ended, would end the process.
  return thread.on('error', () => {})
}

/** In milliseconds. */
const lookEvery = 100

function askOnce<Answer>(thread: Worker, task: unknown, seconds: number): Promise<Bounded<Answer>> {
  const isOver = budget(seconds)
  return new Promise<Bounded<Answer>>((resolve, reject) => {
    const look = setInterval(() => {
      if (isOver()) settle(() => resolve({ exceeds: 'time' }))
    }, lookEvery)
    const onAnswer = (answer: Answer): void => settle(() => resolve({ answer }))
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ exceeds: 'memory' }) : reject(error)))
    const onExit = (): void => settle(() => reject(new Error('a thread has ended without an answer')))
    const settle = (act: () => void): void => {
      clearInterval(look)
      thread.off('message', onAnswer).off('error', onError).off('exit', onExit)
      act()
    }
    thread.on('message', onAnswer).on('error', onError).on('exit', onExit)
    thread.postMessage(task)
    // Once it has answered it keeps no process alive.
    thread.unref()
  })
}

// Node 20 does not tell what one thread has used. So both have to pass: the time, and as much work of the whole process, which on a machine that
// does much else is less.
function budget(seconds: number): () => boolean {
  const worked = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const [began, before] = [performance.now(), worked()]
  return () => performance.now() - began > seconds * 1000 && worked() - before > seconds
}
