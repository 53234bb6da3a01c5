// Asks other sites whether an address is there: politely, one question at a time to each host, with a pause between, and nothing twice within a
// week. The answers stay in a file beside the output.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { byHost, type ExternalLink, type LinkAnswer, type LinkAnswers } from '../check/external.ts'
import { replaceFile } from '../io/replace-file.ts'
import { readIfThere } from '../io/text-file.ts'

export interface Asking {
  /** Where the answers are kept, absolute. */
  readonly file: string
  readonly now: () => number
  /** Told how many of `total` addresses are known. */
  readonly onAnswer: (done: number, total: number) => void
  /** Between two questions to a host, in milliseconds. */
  readonly pause?: number
  readonly patience?: number
}

const mostHosts = 8

export async function askLinks(
  links: readonly ExternalLink[],
  { file, now, onAnswer, pause = 500, patience = 15_000 }: Asking,
): Promise<LinkAnswers> {
  const answers: Record<string, LinkAnswer> = { ...readAnswers(file) }
  const hosts = [...byHost(links, answers, now()).values()]
  const total = hosts.reduce((sum, urls) => sum + urls.length, 0)
  let done = 0
  const askHost = async (urls: readonly string[]): Promise<void> => {
    for (const [index, url] of urls.entries()) {
      if (index > 0) await new Promise(resolve => setTimeout(resolve, pause))
      answers[url] = { ...(await ask(url, patience)), at: now() }
      onAnswer(++done, total)
    }
  }
  const next = hosts.values()
  const worker = async (): Promise<void> => {
    for (const urls of next) await askHost(urls)
  }
  await Promise.all(Array.from({ length: mostHosts }, worker))
  if (total > 0) {
    mkdirSync(dirname(file), { recursive: true })
    replaceFile(file, JSON.stringify(answers))
  }
  return answers
}

// Many servers answer HEAD wrongly, so a bad answer to it is asked for once more as a reader would.
async function ask(url: string, patience: number): Promise<Omit<LinkAnswer, 'at'>> {
  const head = await request(url, 'HEAD', patience)
  return head.status >= 200 && head.status < 400 ? head : request(url, 'GET', patience)
}

async function request(url: string, method: 'HEAD' | 'GET', patience: number): Promise<Omit<LinkAnswer, 'at'>> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(patience),
      headers: { 'user-agent': 'lectern check (link checker)', accept: 'text/html,*/*' },
    })
    await response.body?.cancel()
    const { status, redirected } = response
    const moved = redirected && new URL(response.url).host !== new URL(url).host
    return moved && status < 400 ? { status, movedTo: response.url } : { status }
  } catch (error) {
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
    return {
      status: 0,
      trouble: troubles[code ?? ''] ?? (/timeout|aborted/.test(String(message)) ? 'nobody answered in time' : String(code ?? message)),
    }
  }
}

const troubles: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the host breaks the connection off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
}

// A damaged file is none: the questions are only asked again.
function readAnswers(file: string): LinkAnswers {
  try {
    const kept: unknown = JSON.parse(readIfThere(file) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as LinkAnswers) : {}
  } catch {
    return {}
  }
}
