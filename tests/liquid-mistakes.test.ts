// What an author gets wrong in Liquid: told at his own tag, while the rest of the text is filled.

import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config/config.ts'
import { complaints, liquidOf } from './support/liquid.ts'

const includes = new Map([
  ['self.html', 'x{% include self.html %}'],
  ['twice.html', '{% include twice.html %}{% include twice.html %}'],
  ['wrong.html', 'one\n{{ 1 | divided_by: 0 }}\n{% youtube x %}'],
  ['three.html', '1\n2\n3\n'],
  // A tree of a thousand million includes, which is nowhere deep.
  ...Array.from({ length: 30 }, (_, level) => [`fan${level}.html`, `{% include fan${level + 1}.html %}`.repeat(2)] as const),
  ['fan30.html', ''],
])

describe('a mistake', () => {
  test.each([
    ['a missing include', 'a{% include no.html %}b', 'ab', ['1:2 {% include no.html %} names a file that is not there']],
    [
      'a missing file beside it',
      'a\n{% include_relative no.md %}b',
      'a\nb',
      ['2:1 {% include_relative no.md %} names a file that is not there'],
    ],
    [
      'a missing post',
      '{% post_url 2020-01-01-x %}',
      '/notes/2020-01-01-x',
      ['1:1 {% post_url 2020-01-01-x %} names a file that is not there'],
    ],
    ['a missing page', '{% link x.md %}', '/notes/x.md', ['1:1 {% link x.md %} names a file that is not there']],
    ['a division by zero', '{{ 1 | divided_by: 0 }}b', 'b', ['1:1 Liquid cannot read this: divided by 0']],
    ['an unknown operator', '{% if 1 = 1 %}a{% endif %}b', 'b', ['1:1 Liquid cannot read this: there is no operator =']],
    ['an unknown filter', '{{ "a" | upcse }}', 'a', ['1:1 There is no filter upcse; the value passes through as it is']],
    ['a block never closed', 'a{% if true %}b', 'a{% if true %}b', ['1:2 Liquid cannot read this: the tag if is never closed']],
    ['an end of nothing', 'a{% endif %}b', 'a<code>{% endif %}</code>b', ['1:2 Liquid cannot read this: endif closes nothing here']],
    [
      'a block of an unknown plugin',
      '{% quote a %}b{% endquote %}',
      '<code>{% quote a %}</code>b<code>{% endquote %}</code>',
      [
        '1:1 The tag quote belongs to no plugin that Lectern knows; it is shown as it is written',
        '1:15 The tag endquote belongs to no plugin that Lectern knows; it is shown as it is written',
      ],
    ],
    ['an output never closed', '{{ page.title } b', '{{ page.title } b', ['1:1 Liquid cannot read this: {{ page.title } is not closed']],
  ])('%s leaves the rest of the text filled', async (_, template, result, problems) => {
    const filled = await liquidOf({ includes })(`${template} {{ page.hours }}`)
    expect(filled.value).toBe(`${result} 4`)
    expect(complaints(filled)).toEqual(problems)
  })

  test('in an include is told at the author’s tag, with the line of the include', async () => {
    const filled = await liquidOf({ includes })('a\n{% include wrong.html %}\n{{ nil | sort }}')
    expect(complaints(filled)).toEqual([
      '2:1 The tag youtube belongs to no plugin that Lectern knows; it is shown as it is written (line 3 of _includes/wrong.html)',
      '2:1 Liquid cannot read this: divided by 0 (line 2 of _includes/wrong.html)',
      '3:1 Liquid cannot read this: sort needs a list, not nil',
    ])
  })
})

const letters = (count: number): string => `{% assign s = "${'a'.repeat(count)}" %}`

describe('what never ends is left out at once', () => {
  test.each([
    ['an include of itself', '{% include self.html %}', 'nested too deep'],
    ['includes of itself', '{% include twice.html %}', 'nested too deep'],
    ['a tree of includes', '{% include fan0.html %}', 'never ends'],
    ['a range in a loop', '{% for i in (1..1000000000) %}{% endfor %}', 'never ends'],
    ['a range in a filter', '{{ (1..1000000000) | join }}', 'never ends'],
    ['a text that doubles', `${letters(9)}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}`, 'never ends'],
    ['a text in a text', `${letters(9)}{% for i in (1..9) %}{% assign s = s | replace: "a", s %}{% endfor %}`, 'never ends'],
    [
      'a list sorted for each of its items',
      `{% assign s = "${'a,'.repeat(50_000)}" | split: "," %}{% for i in s %}{% assign t = s | sort | uniq %}{% endfor %}`,
      'never ends',
    ],
    [
      'a long text changed again and again',
      `${letters(900_000)}{% for i in (1..9000) %}{% assign t = s | upcase %}{% endfor %}`,
      'never ends',
    ],
    [
      'each letter of a long text replaced again and again',
      `${letters(500_000)}{% for i in (1..9000) %}{% assign t = s | replace: "a", "b" %}{% endfor %}`,
      'never ends',
    ],
    ['more texts made Markdown than a site has', '{% for i in (1..100000) %}{% assign t = i | markdownify %}{% endfor %}', 'never ends'],
    ['pages of output', `${letters(900_000)}{% for i in (1..99) %}{{ s }}{% endfor %}`, 'it writes more than 50 million characters'],
    [
      'variables that hold all that was',
      `${letters(900_000)}{% for i in (1..9) %}{% assign s = s | append: s %}{% assign l = l | default: l | push: s %}{% endfor %}` +
        '{% capture c %}{{ s }}{% endcapture %}',
      'never ends',
    ],
  ])('%s', async (_, template, problem) => {
    const filled = await liquidOf({ includes })(`a${template}b`)
    expect(filled.value).toBe('ab')
    expect(complaints(filled)).toHaveLength(1)
    expect(complaints(filled)[0]).toContain(problem)
  })

  test('variables hold the texts of a large site and not of ten', async () => {
    const filled = await liquidOf()(
      `${letters(9_000_000)}${Array.from({ length: 28 }, (_, index) => `{% assign s${index} = s | append: "${index}" %}`).join('')}{{ s3 | size }}`,
    )
    expect(filled.value).toBe('9000001')
    expect(complaints(filled)[0]).toContain('its variables hold more than there is room for')
  })

  test('a text that becomes Markdown may be as long as a file', async () => {
    const filled = await liquidOf({ kind: 'markdown' })(`a${letters(900_000)}{% tablerow i in (1..9) %}{{ s }}{% endtablerow %}b`)
    expect(filled.value).toBe('ab')
    expect(complaints(filled)[0]).toContain('it writes more than 5 million characters')
  })
})

test('what a loop says every time round is told once, and of what differs each time the first twenty', async () => {
  const filled = await liquidOf()('{% for i in (1..5000) %}{{ i | slice: "x" }}{{ i | concat: i }}{% endfor %}')
  expect(complaints(filled).filter(text => text.includes('slice needs'))).toHaveLength(1)
  expect(complaints(filled)).toHaveLength(21)
})

// Twenty thousand of anything is more than a stack holds.
describe('what is nested deeper or strung longer than anybody writes does not end the build', () => {
  test.each([
    ['brackets', `{{ a${'[a'.repeat(20_000)}${']'.repeat(20_000)} }}`, ''],
    ['brackets never closed', `{{ ${'['.repeat(20_000)} }}`, ''],
    ['ranges', `{{ ${'('.repeat(3_000)}1${'..2)'.repeat(3_000)} }}`, '0..2'],
    ['steps into a value', `{{ a${'[0]'.repeat(20_000)} }}`, ''],
    ['filters', `{{ 'a' ${"| append: 'b' ".repeat(20_000)}| size }}`, '20001'],
    ['conditions', `{% if ${Array(50_000).fill('true').join(' and ')} %}yes{% endif %}`, 'yes'],
    ['brackets never closed in a condition', `{% if ${'a['.repeat(200_000)} %}yes{% endif %}`, ''],
    ['values of a case', `{% case "b" %}{% when ${'"a", '.repeat(50_000)}"b" %}yes{% endcase %}`, 'yes'],
    ['branches', `{% if nil %}${'{% elsif nil %}'.repeat(20_000)}{% endif %}`, ''],
  ])('%s', async (_, template, result) => {
    const filled = await liquidOf({ includes })(`a${template}b {{ page.hours }}`)
    expect(filled.value).toBe(`a${result}b 4`)
  })

  test('a name of thousands of letters is told with its place, and shortened', async () => {
    const [told = ''] = complaints(await liquidOf()(`a\n{% ${'x'.repeat(5000)} %}`))
    expect(told).toMatch(/^2:1 The tag x+ … x+ belongs to no plugin/)
    expect(told.length).toBeLessThan(600)
  })

  test('raw text that never ends is searched for its end once', async () => {
    const template = '{% raw %}'.repeat(100_000)
    const filled = await liquidOf()(template)
    expect(filled.value).toBe(template)
    expect(complaints(filled)[0]).toBe('1:1 Liquid cannot read this: {% raw %} makes no sense')
  })

  test('of many objects those that are not the same are found, whatever the order of their fields', async () => {
    const objects = Array.from({ length: 20_000 }, (_, index) => ({ number: index, words: ['a', { b: index % 7 }] }))
    const again = objects.map(({ number, words }) => ({ words: [...words], number }))
    const filled = await liquidOf({ scope: { page: { objects: [...objects, ...again] } } })('{{ page.objects | uniq | size }}')
    expect([filled.value, complaints(filled)]).toEqual(['20000', []])
  })

  test('blocks are told at the first that is too deep', async () => {
    const filled = await liquidOf({ includes })(`${'{% if true %}'.repeat(5_000)}x${'{% endif %}'.repeat(5_000)}`)
    expect(complaints(filled)[0]).toBe('1:1301 Liquid cannot read this: tags are nested too deep')
  })
})

describe('an author’s Markdown', () => {
  const fill = liquidOf({ includes, kind: 'markdown' })

  test('keeps its code where Liquid cannot read it, and fills the rest', async () => {
    const filled = await fill('```\n{% if x %}\n{% youtube %}\n```\n`{{ page.title }}` and `{% for %}`')
    expect(filled.value).toBe('```\n{% if x %}\n{% youtube %}\n```\n`Graphs` and `{% for %}`')
    expect(complaints(filled)).toEqual([])
  })

  test('keeps the braces of TeX, which a layout does not have', async () => {
    expect((await fill('$$\\frac{{a}}{{b}}$$')).value).toBe('$$\\frac{{a}}{{b}}$$')
    expect((await liquidOf()('{{a}}|')).value).toBe('|')
  })

  test('is known by line after what an include, a loop and a comment have added and taken', async () => {
    const template = 'a\n{% include three.html %}\n{% comment %}\n\n{% endcomment %}b\n{% for i in (1..2) %}c\n{% endfor %}d'
    const { value, sourceLine } = await fill(template)
    const told = value.split('\n').map((line, index) => `${sourceLine(index + 1)}${line}`)
    expect(told).toEqual(['1a', '21', '22', '23', '2', '5b', '6c', '6c', '7d'])
  })

  test('has highlighted code on lines of its own, and without empty lines where one would end the block', async () => {
    const code = '- x\n  {% highlight text %}\na\n\nb\n  {% endhighlight %}'
    const config = { ...readConfig([], 'jekyll').value, markdown: 'CommonMark' }
    for (const [fillIn, count] of [
      [fill, 1],
      [liquidOf({ kind: 'markdown', config }), 0],
    ] as const) {
      const { value } = await fillIn(code)
      expect(value).toContain('\n<figure class="highlight"')
      expect(
        value
          .trim()
          .split('\n')
          .filter(line => line === ''),
      ).toHaveLength(count)
    }
  })
})

describe('what has to be waited for', () => {
  test('is asked for once, and stands where it was asked for', async () => {
    const asked: string[] = []
    const markdownify = async (text: string): Promise<string> => {
      asked.push(text)
      return `<p>${text}</p>`
    }
    const filled = await liquidOf({ markdownify })(
      '{% for i in (1..3) %}{{ page.title | markdownify }}{% endfor %}{{ "x" | markdownify | size }}',
    )
    expect(filled.value).toBe('<p>Graphs</p><p>Graphs</p><p>Graphs</p>8')
    expect(asked).toEqual(['Graphs', 'x'])
  })

  test('may be a field of a post', async () => {
    const content = Promise.resolve('<p>HTML</p>')
    const fill = liquidOf({ site: { posts: [{ content }] } })
    expect((await fill('{% for post in site.posts %}{{ post.content }}{{ post.content | strip_html | size }}{% endfor %}')).value).toBe(
      '<p>HTML</p>4',
    )
  })
})

test('a layout sees content, layout and paginator', async () => {
  const scope = { page: { title: 'T' }, content: '<p>x</p>', layout: { width: 3 }, paginator: { page: 2 } }
  const filled = await liquidOf({ scope })('{{ page.title }}{{ content }}{{ layout.width }}{{ paginator.page }}{{ jekyll.environment }}')
  expect(filled.value).toBe('T<p>x</p>32production')
})

test('include_cached writes once for the same parameters', async () => {
  const files = new Map([['n.html', '{{ include.a }}{% increment n %}']])
  const fill = liquidOf({ includes: files })
  expect((await fill('{% include_cached n.html a=1 %}{% include_cached n.html a=1 %}{% include_cached n.html a=2 %}')).value).toBe('101021')
})
