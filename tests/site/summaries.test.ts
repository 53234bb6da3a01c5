// The words that introduce a post: in lists, on cards, for search engines.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

async function description(body: string, front = ''): Promise<string> {
  const { file } = await site(`-- posts/2024-01-02-x.md --\n---\ntitle: X\n${front}---\n${body}\n`)
  return /<meta name="description" content="([^"]*)">/.exec(file('2024/01/02/x/index.html'))?.[1] ?? ''
}

const prose = 'This lecture asks which of two things happened first, and why nobody can tell by a clock.'

test('a description is prose: headings, pictures, code and lists before it are passed over', async () => {
  expect(await description(`## Barriers\n\n### Today\n\n${prose}`)).toBe(prose)
  expect(await description(`![A plot](a.png "The caption")\n\n${prose}`)).toBe(prose)
  expect(await description(`\`\`\`\ncode()\n\`\`\`\n\n- one\n- two\n\n${prose}`)).toBe(prose)
})

test('a description does not begin with when the text was changed', async () => {
  expect(await description(`[Updated on 2024-02-03: a new section.]\n\n${prose}`)).toBe(prose)
})

test('the name of a list introduces nothing without it, and a sentence before one does', async () => {
  expect(await description(`Table of Contents:\n\n- [A](#a)\n- [B](#b)\n\n${prose}`)).toBe(prose)
  expect(await description(`**Today**\n\n1. One\n2. Two\n\n${prose}`)).toBe(prose)
  expect(await description(`We ask two things.\n\n- one\n- two\n\n${prose}`)).toBe(`We ask two things. ${prose}`)
})

test('a short first paragraph is followed by the next', async () => {
  expect(await description(`Hello.\n\n${prose}`)).toBe(`Hello. ${prose}`)
})

test('a text without prose is introduced by what there is', async () => {
  expect(await description('- one\n- two')).toBe('one two')
})

test('a formula in a description is written in signs, not in TeX', async () => {
  const body = String.raw`We minimise $f(x)$ over $x \in \mathbb{R}^n$, where $a_1^2 + \frac{b}{c+1} \le \sqrt{x}$ and $x_{ij}$ is given to us.`
  expect(await description(body)).toBe('We minimise f(x) over x ∈ ℝⁿ, where a₁² + b/(c + 1) ≤ √x and x_ij is given to us.')
})

// Its words were made once more for each element around them: forty took a million times as long as twenty.
test('a formula of forty roots within each other is told in words too', async () => {
  expect(await description(`The root $${'\\sqrt{'.repeat(40)}x + 1${'}'.repeat(40)}$ of it all is rather deep here.`)).toContain('√(√(√(')
})

test('a function in a description stands apart from what it is of, unless that is in brackets', async () => {
  const body = String.raw`Sorting takes $O(n \log n)$ steps, $\sin x + \log(n) \le \max_i x_i$, and $\log_2 n$ is less than $\exp(x)^2$ by far.`
  expect(await description(body)).toBe('Sorting takes O(n log n) steps, sin x + log(n) ≤ maxᵢ xᵢ, and log₂ n is less than exp(x)² by far.')
})

test('a description that the author wrote stays as it is', async () => {
  expect(await description(prose, 'description: My own words.\n')).toBe('My own words.')
})
