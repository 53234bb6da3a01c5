// THE LIST of looks that ship, by the names that `style` in the configuration gives them.

import type { Look } from './look.ts'
import { journal } from './looks/journal.ts'
import { notebook } from './looks/notebook.ts'
import { paper } from './looks/paper.ts'
import { terminal } from './looks/terminal.ts'

export const looks: Readonly<Record<string, Look>> = { paper, terminal, journal, notebook }
