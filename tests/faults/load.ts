// A preview under load: a hundred connections that ask for a page without a pause, while it is edited.

import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { judge, post, type Verdict } from './fault.ts'
import { freePort, type Place, type Served, sleep } from './tools.ts'

export interface Load {
  /** The page that is asked for. */
  readonly path: string
  /** Twenty seconds instead of five, and the time of answers counts. */
  readonly isLong: boolean
  /** True once the page shows a word. */
  readonly shows: (word: string) => Promise<boolean>
}

export function resources(pid: number): { readonly files: number; readonly megabytes: number } {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { files: readdirSync(`/proc/${pid}/fd`).length, megabytes: Number(kilobytes) / 1024 }
}

/** How many times what a server needs that only sends the same bytes. Where nothing else goes on, that is 10 ms or so. */
const timesBare = 4

// How fast it answers says as much about the machine, so that is judged in the long form only, and beside a server that only sends, asked before and
// afterwards: on a machine that does much else, nobody answers within 50 ms.
export async function underLoad({ port, pid }: Served, place: Place, { path, isLong, shows }: Load): Promise<Verdict> {
  const seconds = isLong ? 20 : 5
  const url = `http://127.0.0.1:${port}${path}`
  // Warm, and full of what it keeps.
  execFileSync('wrk', ['-t2', '-c100', '-d2s', url])
  const bytes = (await (await fetch(url)).arrayBuffer()).byteLength
  const bareBefore = isLong ? await bareServer(bytes) : undefined
  const before = resources(pid)
  const loaded = wrk(url, seconds)
  for (let second = 0; second < seconds; second += 1) {
    await sleep(1000)
    place.post('2024-01-01-one.md', post('One', `Edit ${second} under load.`))
  }
  const { p99, each, report } = await loaded
  await sleep(1000)
  const more = resources(pid).megabytes - before.megabytes
  const bare = [bareBefore, isLong ? await bareServer(bytes) : undefined].flatMap(one => one ?? [])
  const figures = `p99 ${p99} ms, ${each} a second${bare.map(one => ` (a server that only sends: p99 ${one.p99} ms, ${one.each})`).join('')}`
  const allowed = Math.max(50, ...bare.map(one => timesBare * one.p99))
  const verdict = judge({
    [`errors: ${report.slice(-300)}`]: !/Socket errors|Non-2xx/.test(report),
    [figures]: p99 < allowed || !isLong,
    [`${Math.round(more)} MB more`]: more < 100,
    'the last edit is not shown': await shows(`Edit ${seconds - 1} under load`),
  })
  return verdict.mark === '✓' ? { ...verdict, why: figures } : verdict
}

async function wrk(url: string, seconds: number): Promise<{ readonly p99: number; readonly each: string; readonly report: string }> {
  const child = spawn('wrk', ['-t2', '-c100', `-d${seconds}s`, '--timeout', '20s', '--latency', url])
  let report = ''
  child.stdout.on('data', (chunk: Buffer) => (report += String(chunk)))
  await new Promise(resolve => child.once('exit', resolve))
  const [, amount = '', unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(report) ?? []
  const p99 = Number(amount) * (unit === 'us' ? 0.001 : unit === 's' ? 1000 : 1)
  return { p99, each: /Requests\/sec:\s+([\d.]+)/.exec(report)?.[1] ?? 'none', report }
}

async function bareServer(bytes: number) {
  const port = await freePort()
  const script = `const body = Buffer.alloc(${bytes}, 'x'); require('node:http').createServer((_, answer) => answer.writeHead(200, { 'content-length': body.length }).end(body)).listen(${port}, '127.0.0.1')`
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })
  try {
    await sleep(1000)
    const url = `http://127.0.0.1:${port}/`
    await wrk(url, 2)
    return await wrk(url, 10)
  } finally {
    child.kill()
  }
}
