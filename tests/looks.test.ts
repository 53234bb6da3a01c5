// The looks that ship: each can be read everywhere, and what is said of the theme's colours is what its style sheets have.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixedColours, ownPalette } from '../src/config/look.ts'
import { looks } from '../src/config/looks.ts'
import { faintPairs } from '../src/config/style-contrast.ts'

const assets = join(import.meta.dirname, '..', 'templates', 'assets')
const sheet = (name: string): string => readFileSync(join(assets, name), 'utf8')

test.each([undefined, ...Object.keys(looks)])('everything in the look %s has a contrast of 4.5 at least, in light and in dark', name => {
  expect(faintPairs({}, name === undefined ? undefined : looks[name])).toEqual([])
})

test('the colours of the theme are those of its style sheet', () => {
  const written = [...sheet('site.css').matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\);/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    [light, dark],
  ])
  expect(Object.fromEntries(written)).toEqual(ownPalette)
})

test('the colours of code and blocks are those of the style sheets', () => {
  const written = ['site.css', 'blocks.css'].flatMap(name =>
    [...sheet(name).matchAll(/(?:[^-]color|--tone): light-dark\((#\w+), (#\w+)\);/g)].map(([, light = '', dark = '']) => [light, dark]),
  )
  expect(written).toEqual(fixedColours)
})

test('each look is a file of its own', () => {
  const files = readdirSync(join(import.meta.dirname, '..', 'src', 'config', 'looks')).map(name => name.replace(/\.ts$/, ''))
  expect(files.toSorted()).toEqual(Object.keys(looks).toSorted())
})
