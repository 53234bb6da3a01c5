import type { Environment } from '../../src/cli/command.ts'
import { defaultTheme, mathAssets } from './site.ts'

/** A terminal in `folder` that is looked at by nobody; `print` receives what is said. */
export function terminalIn(folder: string, print: (text: string) => void = () => {}): Environment {
  return {
    print,
    printError: print,
    draw: () => {},
    isInteractive: false,
    colour: false,
    now: Date.now,
    program: 'tests',
    loadPagefind: () => import('pagefind'),
    theme: defaultTheme,
    mathAssets,
    folder,
    calledAs: 'lectern',
    previewScript: '',
    workerScript: undefined,
    browse: () => {},
    ended: async () => {},
    ask: async (_, byDefault) => byDefault,
    timezone: () => 'Europe/Berlin',
    undisturbed: async act => act(),
  }
}
