// Tests in a browser, on a machine that does other things besides, are given time; none waits longer than it has to.

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 8000 } } },
})
