// The whole program as one file, which the two that are started load.

export { start } from '../main.ts'
export { work } from '../render/worker.ts'
