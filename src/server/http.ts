// The preview over HTTP, on this machine only unless told otherwise: pages from memory, events for the browser's script, and the few
// things that it may ask for.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorCode } from '../text/error-code.ts'
import { ownValue } from '../text/own-value.ts'
import type { Answer } from './find-answer.ts'
import { pathOf, refusal } from './guard.ts'
import type { Move } from './moves.ts'
import { sendFile } from './send-file.ts'

/** What the browser's script is told when something has changed. */
export interface PreviewEvent {
  /** Counts up; with the name of this run of the server it tells a page whether it is behind. */
  readonly version: string
  /** Style sheets to take anew; empty where the page itself may differ. */
  readonly sheets?: readonly string[]
  /** The address of a page to go to. */
  readonly show?: string
  /** Pages that have another address now. */
  readonly moved?: readonly Move[]
}

/** A route below `/__lectern/`; an action takes the body of a POST. */
export type Route = (query: URLSearchParams, body: string) => Promise<Answer>

export interface HttpOptions {
  readonly host: string
  readonly port: number
  readonly names: readonly string[]
  readonly page: (path: string) => Promise<Answer>
  readonly routes: Readonly<Record<string, Route>>
  readonly actions: Readonly<Record<string, Route>>
  readonly version: () => string
}

export interface PreviewServer {
  readonly port: number
  readonly send: (event: PreviewEvent) => void
  readonly close: () => Promise<void>
}

export const ownPath = '/__lectern/'
const eventsPath = `${ownPath}events`
const mostTries = 50
const mostBytes = 10_000

/** Listens on the port, or on the next one that is free. */
export async function serveHttp(options: HttpOptions): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    void answer(request, response, options, listeners).catch(error => {
      if (!response.headersSent) respond(response, request, { status: 500, type: 'text/plain; charset=utf-8', body: String(error) })
    })
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })
  // A connection that says nothing must not be kept for ever.
  server.headersTimeout = 10_000
  await listen(server, options)
  const beat = setInterval(() => broadcast(listeners, ': still here\n\n'), 15_000)
  beat.unref()
  return {
    port: (server.address() as AddressInfo).port,
    send: event => broadcast(listeners, `data: ${JSON.stringify(event)}\n\n`),
    close: async () => {
      clearInterval(beat)
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

async function listen(server: Server, { host, port }: HttpOptions): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port === 0 ? 0 : port + tried, host, () => {
          server.off('error', reject)
          resolve()
        })
      })
      return
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE' || tried >= mostTries) throw error
    }
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpOptions,
  listeners: Set<ServerResponse>,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const isAction = (path: string): boolean => path.slice(ownPath.length) in options.actions && path.startsWith(ownPath)
  const refused = refusal(
    {
      method,
      url,
      host: headers.host,
      origin: headers.origin,
      fetchSite: one(headers['sec-fetch-site']),
      fetchMode: one(headers['sec-fetch-mode']),
    },
    { names: options.names, isOpen: options.names.length > 0, isAction },
  )
  if (refused) return respond(response, request, { status: refused.status, type: 'text/plain; charset=utf-8', body: `${refused.reason}\n` })
  const path = pathOf(url) ?? '/'
  if (path === eventsPath) return openEvents(request, response, options, listeners)
  if (!path.startsWith(ownPath)) return respond(response, request, await options.page(path))
  const query = new URL(url, 'http://localhost').searchParams
  const name = path.slice(ownPath.length)
  const route = isAction(path) ? options.actions[name] : ownValue(options.routes, name)
  if (route === undefined)
    return respond(response, request, { status: 404, type: 'text/plain; charset=utf-8', body: 'There is nothing here.\n' })
  return respond(response, request, await route(query, method === 'POST' ? await bodyOf(request) : ''))
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new Error('the request is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

// No other site may read an answer, whatever the browser is asked to do with it (CORP), and nothing is guessed about its type.
const alwaysHeaders = { 'cross-origin-resource-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }

function respond(
  response: ServerResponse,
  request: IncomingMessage,
  { status, type, body, file, location }: Omit<Answer, 'status'> & { status: number },
): void {
  if (file !== undefined) {
    sendFile(request, response, file, { ...alwaysHeaders, 'content-type': type })
    return
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const headers = {
    ...alwaysHeaders,
    'content-type': type,
    'content-length': bytes.length,
    ...(location === undefined ? {} : { location }),
  }
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : bytes)
}

function openEvents(request: IncomingMessage, response: ServerResponse, { version }: HttpOptions, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...alwaysHeaders, 'content-type': 'text/event-stream' })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  // The first event lets a page that was cut off find out what it has missed.
  response.write(`retry: 500\ndata: ${JSON.stringify({ version: version() })}\n\n`)
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

// A browser that does not read any more must not fill the memory.
function broadcast(listeners: ReadonlySet<ServerResponse>, text: string): void {
  for (const listener of listeners) {
    if (listener.writableLength > 1_000_000) listener.destroy()
    else listener.write(text)
  }
}
