// `npm run faults`: the sixty faults in their long form, on Lectern and on every generator that is installed (`ELEVENTY` names the folder in which
// Eleventy is), in a table. `ROWS=31,32` tries some of them, `TOOLS=Lectern,Hugo` some of the generators.

import { expect, test } from 'vitest'
import { type Fault, missingFor, type Verdict } from './fault.ts'
import { faults } from './faults.ts'
import { installedTools, isLectern, type Tool } from './tools.ts'

const wanted = process.env['ROWS']?.split(',').map(Number)
const names = process.env['TOOLS']?.split(',')
const tools = installedTools().filter(({ name }) => names === undefined || names.includes(name))

test('sixty faults', { timeout: 0 }, async () => {
  const failures: string[] = []
  const print = (text: string): void => void process.stdout.write(`${text}\n`)
  print(`    ${tools.map(({ name }) => name.padEnd(11)).join('')}fault → required outcome`)
  const counts = new Map(tools.map(({ name }) => [name, { held: 0, tried: 0 }]))
  for (const fault of faults.filter(({ row }) => wanted === undefined || wanted.includes(row))) {
    const verdicts = new Map<string, Verdict | undefined>()
    for (const tool of tools) verdicts.set(tool.name, await tried(fault, tool))
    for (const [name, verdict] of verdicts) {
      const count = counts.get(name as Tool['name'])
      if (count === undefined || verdict === undefined) continue
      count.tried += 1
      if (verdict.mark === '✓') count.held += 1
    }
    const marks = [...verdicts.values()].map(verdict => (verdict?.mark ?? '–').padEnd(11)).join('')
    print(`${String(fault.row).padStart(2)}  ${marks}${fault.input} → ${fault.required}`)
    for (const [name, verdict] of verdicts)
      if (verdict !== undefined && verdict.why !== '') print(`      ${name}: ${verdict.why.replaceAll('\n', ' ')}`)
    const missing = missingFor(fault)
    if (missing !== undefined) print(`      not tried here: ${missing}`)
    for (const tool of tools.filter(isLectern)) {
      const ours = verdicts.get(tool.name)
      if (ours !== undefined && ours.mark !== '✓') failures.push(`${fault.row}, ${tool.name}: ${ours.why}`)
    }
  }
  print([...counts].map(([name, { held, tried }]) => `${name} ${held} of ${tried}`).join(', '))
  expect(failures).toEqual([])
})

async function tried(fault: Fault, tool: Tool): Promise<Verdict | undefined> {
  if (missingFor(fault) !== undefined || (fault.isOurs === true && !isLectern(tool)) || fault.notFor?.includes(tool.name)) return undefined
  try {
    return await fault.try(tool, true)
  } catch (error) {
    return { mark: '✗', why: String(error).slice(0, 300) }
  }
}
