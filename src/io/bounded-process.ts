// A process around a thread that can be ended (`bounded-thread.ts`), for work whose memory grows without end: where a thread wants more at once than
// is left, V8 does not end the thread, it ends the process. The next piece of work begins a new one. It takes a tenth of a second to start.

import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inTurn } from '../text/in-turn.ts'
import type { AskThread, Bounded } from './bounded-thread.ts'

/** What the process is told. */
export interface Order<Task> {
  readonly task: Task
  readonly seconds: number
}

/** What it answers; `failure` is the stack of what was thrown in it. */
export type Reply<Answer> = { readonly done: Bounded<Answer> } | { readonly failure: string }

/** A file beside the program is run. Undefined where the program runs from its sources: there is no such file. */
export function boundedProcess<Task, Answer>(name: string): AskThread<Task, Answer> | undefined {
  const script = fileURLToPath(new URL(name, import.meta.url))
  if (!existsSync(script)) return undefined
  let kept: ChildProcess | undefined
  const turn = inTurn()
  const ask = async (order: Order<Task>): Promise<Bounded<Answer>> => {
    const asked = kept ?? fork(script, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    kept = undefined
    const reply = await askOnce<Answer>(asked, order)
    if (reply === 'ended') return { exceeds: 'memory' }
    kept = asked
    if ('done' in reply) return reply.done
    throw new Error(reply.failure)
  }
  return (task, seconds) => turn(() => ask({ task, seconds }))
}

/** The signals by which V8, or the system, ends a process that takes too much. */
const tooMuch = new Set<NodeJS.Signals | null>(['SIGABRT', 'SIGKILL', 'SIGSEGV', 'SIGTRAP'])

function askOnce<Answer>(child: ChildProcess, order: Order<unknown>): Promise<Reply<Answer> | 'ended'> {
  return new Promise((resolve, reject) => {
    const onMessage = (reply: Reply<Answer>): void => settle(() => resolve(reply))
    const onError = (error: Error): void => settle(() => reject(error))
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void =>
      settle(() => (tooMuch.has(signal) ? resolve('ended') : reject(new Error(`a process has ended without an answer: ${signal ?? code}`))))
    const settle = (act: () => void): void => {
      child.off('message', onMessage).off('error', onError).off('exit', onExit)
      // Once it has answered it keeps no process alive, and ends with this one.
      child.unref()
      child.channel?.unref()
      act()
    }
    child.on('message', onMessage).on('error', onError).on('exit', onExit)
    child.ref()
    child.channel?.ref()
    child.send(order)
  })
}
