// Listening to the server. A browser opens six connections to a server and no more, so of all tabs one listens and tells the others;
// when it is closed the next takes its place. A lost connection comes back by itself, and its first message tells what was missed.

/// <reference lib="dom" />

import type { PreviewEvent } from '../http.ts'

export function listen(onEvent: (event: PreviewEvent) => void): void {
  const channel = new BroadcastChannel('lectern-preview')
  channel.onmessage = message => onEvent(message.data as PreviewEvent)
  const connect = (): void => {
    const source = new EventSource('/__lectern/events')
    source.onmessage = message => {
      const event = JSON.parse(message.data as string) as PreviewEvent
      onEvent(event)
      channel.postMessage(event)
    }
    // After an answer that is no stream the browser gives up; the server may only be starting anew.
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return
      setTimeout(connect, 1000)
    }
  }
  // Held as long as the tab lives. Over plain HTTP to another machine there are no locks, and each tab listens for itself.
  if ('locks' in navigator) {
    void navigator.locks.request('lectern-preview', () => {
      connect()
      return new Promise(() => {})
    })
  } else connect()
}
