// Runs in the frame of the comments: starts Disqus for the thread that the address names, and tells the page how high it is.

const thread = new URLSearchParams(location.search)

window.disqus_config = function () {
  this.page.url = thread.get('url')
  this.page.title = thread.get('title')
  if (thread.has('identifier')) this.page.identifier = thread.get('identifier')
}

const script = document.createElement('script')
script.src = `https://${document.currentScript.dataset.shortname}.disqus.com/embed.js`
script.dataset.timestamp = String(Date.now())
document.head.append(script)

new ResizeObserver(() => {
  parent.postMessage({ height: document.documentElement.scrollHeight }, location.origin)
}).observe(document.body)
