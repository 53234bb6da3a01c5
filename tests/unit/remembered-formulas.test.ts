// Formulas that were set before are found again, and only where nothing could be otherwise.

import { describe, expect, test } from 'vitest'
import { makeMathRenderer } from '../../src/markdown/math/katex.ts'
import { rememberFormulas } from '../../src/markdown/math/remembered-formulas.ts'

const counted = () => {
  const remembered = rememberFormulas<string>(() => 10_000)
  let made = 0
  return {
    made: () => made,
    set: (tex: string, isDisplay = false, macros: Record<string, unknown> = {}, does = () => {}) =>
      remembered.set(tex, isDisplay, macros, () => {
        made++
        does()
        return `${tex} ${isDisplay} ${JSON.stringify(macros)}`
      }),
  }
}

describe('remembered formulas', () => {
  test('the same formula is set once; in a line and by itself it is not the same, nor with other macros', () => {
    const { set, made } = counted()
    expect([set('x'), set('x'), set('x', true), set('x', false, { '\\a': 'b' }), set('x', false, { '\\a': 'b' })]).toEqual([
      'x false {}',
      'x false {}',
      'x true {}',
      'x false {"\\\\a":"b"}',
      'x false {"\\\\a":"b"}',
    ])
    expect(made()).toBe(3)
  })

  test('one that defines something is set each time, and so is what comes behind it', () => {
    const { set, made } = counted()
    for (let time = 0; time < 2; time++) {
      const macros: Record<string, unknown> = {}
      set('\\gdef\\a{b}', false, macros, () => (macros['\\a'] = { tokens: [] }))
      set('\\a', false, macros)
    }
    expect(made()).toBe(4)
  })

  test('an equation with a number defines nothing for those behind it', async () => {
    const { prepare, set } = makeMathRenderer()
    await prepare([])
    const macros = {}
    const [tagged, plain] = [set('x \\tag{1}', true, macros), set('y', false, macros)]
    expect(set('x \\tag{1}', true, macros)).toBe(tagged)
    expect(set('y', false, macros)).toBe(plain)
    expect(JSON.stringify(plain)).not.toContain('tag')
  })

  test('many are forgotten, the last are kept', () => {
    const { set, made } = counted()
    for (let number = 0; number < 3000; number++) {
      set(String(number))
      set('in use')
    }
    set('2999')
    expect(made()).toBe(3001)
    set('0')
    expect(made()).toBe(3002)
  })

  test('what one text defines is unknown to the next', async () => {
    const { prepare, set } = makeMathRenderer()
    await prepare([])
    const [one, other]: Record<string, string>[] = [{}, {}]
    set('\\gdef\\mine{x}', false, one ?? {})
    expect(set('\\mine', false, one ?? {})).toHaveProperty('html')
    expect(set('\\mine', false, other ?? {})).toHaveProperty('problem')
    set('\\gdef\\mine{y}', false, other ?? {})
    expect(JSON.stringify(set('\\mine', false, other ?? {}))).toContain('<mi>y</mi>')
    expect(JSON.stringify(set('\\mine', false, one ?? {}))).toContain('<mi>x</mi>')
  })
})
