// The long forms, run by `npm run faults` and `npm run fuzz`.

import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from there
export default defineConfig({ test: { include: ['tests/faults/*.check.ts', 'tests/fuzz/*.check.ts'], disableConsoleIntercept: true } })
