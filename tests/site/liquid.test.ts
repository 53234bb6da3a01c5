import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

// A site with one post whose text is `body`, and the files that its tags ask for.
async function post(body: string, more = ''): Promise<{ html: string; report: string }> {
  const built = await site(`
-- _config.yml --
title: Notes
url: https://example.org
baseurl: /notes
permalink: pretty
-- _includes/box.html --
<p class="box">{{ include.text }} by {{ page.author }}</p>
-- _includes/plain.md --
from the folder
-- _data/courses.yml --
- name: Graphs
  hours: 4
- name: Sets
  hours: 2
-- _posts/2024-01-01-first.md --
---
title: The first
---
Hello.
-- _posts/near.txt --
from beside
-- _posts/2024-01-02-x.md --
---
author: Ada
---
${body}
${more}`)
  return { html: built.main('2024/01/02/x/index.html'), report: built.report }
}

test('a loop runs over the data files, with filters and conditions', async () => {
  const { html } = await post(
    '{% assign total = 0 %}{% for course in site.data.courses %}{% assign total = total | plus: course.hours %}{{ course.name | upcase }}{% unless forloop.last %}, {% endunless %}{% endfor %}: {{ total }} hours{% if total > 5 %}, a lot{% endif %}',
  )
  expect(html).toContain('<p>GRAPHS, SETS: 6 hours, a lot</p>')
})

test('capture keeps a text, comment drops one, raw leaves one as it is', async () => {
  const { html } = await post('{% capture a %}x{% endcapture %}{{ a }}{% comment %}gone{% endcomment %}{% raw %}{{ a }}{% endraw %}')
  expect(html).toContain('<p>x{{ a }}</p>')
})

test('an include gets its parameters and sees the page', async () => {
  expect((await post('{% include box.html text="Noted" %}')).html).toContain('<p class="box">Noted by Ada</p>')
})

test('post_url and link lead to where the post is, below the baseurl', async () => {
  const { html } = await post('[one]({% post_url 2024-01-01-first %}) and [two]({% link _posts/2024-01-01-first.md %})')
  expect(html).toContain('<a href="/notes/2024/01/01/first/">one</a> and <a href="/notes/2024/01/01/first/">two</a>')
})

test('Jekyll’s filters know dates, addresses and slugs', async () => {
  const { html } = await post(
    '{{ "/a b" | relative_url }} {{ "/a" | absolute_url }} {{ "2024-03-01" | date_to_string }} {{ "C and C++" | slugify }} {{ "a,b" | split: "," | array_to_sentence_string }} {{ "*x*" | markdownify | strip }}',
  )
  expect(html).toContain('/notes/a%20b https://example.org/notes/a 01 Mar 2024 c-and-c a and b')
  expect(html).toContain('<em>x</em>')
})

test('site.posts holds the posts, newest first', async () => {
  expect((await post('{% for post in site.posts %}{{ post.title }};{% endfor %}')).html).toContain('X;The first;')
})

test('highlight colours code, numbers its lines and marks some', async () => {
  const { html } = await post('{% highlight python linenos mark_lines="2" %}\n"""a\nb"""\nreturn 1\n{% endhighlight %}')
  expect(html).toContain('<figure class="highlight numbered" data-lang="python">')
  expect(html).toContain('<code class="language-python" data-lang="python">')
  expect(html.match(/class="line"/g)).toHaveLength(3)
  expect(html).toContain('<mark class="line"><span class="hljs-string">b"""</span></mark>')
})

test('a tag of a plugin that is not known leaves a placeholder and a diagnostic, and the rest of the post', async () => {
  const { html, report } = await post('Before.\n\n{% youtube abc %}\n\nAfter.')
  expect(html).toContain('<p>Before.</p>')
  expect(html).toContain('youtube')
  expect(html).toContain('<p>After.</p>')
  expect(report).toContain('_posts/2024-01-02-x.md:6:1: warning')
})

test('a tag that is never closed loses nothing of the post', async () => {
  const { html, report } = await post('Before.\n\n{% if page %}\n\nAfter.')
  expect(html).toContain('Before.')
  expect(html).toContain('After.')
  expect(report).toContain('_posts/2024-01-02-x.md:6:1: ')
})

test('braces of TeX are not Liquid’s', async () => {
  const { html, report } = await post('$$\\frac{{a}}{{b}}$$ and {{ page.author }}')
  expect(html).toContain('class="katex"')
  expect(html).toContain('Ada')
  expect(report).toBe('')
})

test('a post without tags never meets Liquid', async () => {
  expect((await post('A set { x } and 100 % {of} it.')).html).toContain('A set { x } and 100 % {of} it.')
})

test('an excerpt that shows the page of a text that shows the excerpt comes to an end', async () => {
  const { file } = await site(`
-- _layouts/plain.html --
[{{ content }}]
-- _posts/2024-01-01-one.md --
---
layout: plain
---
One {% for post in site.posts %}{{ post.excerpt }}{% endfor %}

-- _posts/2024-01-02-two.md --
---
layout: plain
---
Two {{ page.previous.output }}

More.
`)
  expect(file('2024/01/02/two.html')).toContain('Two')
})
