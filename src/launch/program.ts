// The whole program as one file, which the two that are started load.

export { help } from '../io/render-worker.ts'
export { start } from '../main.ts'
