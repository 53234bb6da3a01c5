import { expect, test } from 'vitest'
import { idsIn } from '../../src/text/tags.ts'

test.each([
  ['of tags', '<p id="a">x</p><h2 class="b" id=c>y</h2>', ['a', 'c']],
  ['decoded', '<p id="a&amp;b">', ['a&b']],
  ['in any case and with space about', '<P ID = "a">', ['a']],
  ['once in a tag that has two', '<p id="a" id="b"><i id="c">', ['a', 'c']],
  ['not of text that only looks like one', 'an id="a" in words, <p id="b">', ['b']],
  ['not of code', '<code>&lt;p id="a"&gt;</code><p id="b">', ['b']],
  ['behind a sign for less in a value', '<p title="1 < 2" id="a">', ['a']],
  ['not of a tag in a value', `<p title="<b id='a'>"><i id="b">`, ['b']],
  ['behind a value that looks like a tag', `<p title='<b' id="a"><i id="b">`, ['a', 'b']],
  ['behind a script that names one', `<script>if (a < b) '<p id="a">'</script ><p id="b">`, ['b']],
  ['not of text that is edited', `<textarea><p id="a"></textarea><p id="b">`, ['b']],
  ['not behind a comment that never ends', '<p id="a"><!-- <p id="b">', ['a']],
  ['not of comments', '<!-- <p id="a"> --><p id="b">', ['b']],
  ['not of scripts', `<script>'<p id="a">'</script><p id="b">`, ['b']],
  ['none of a tag that never ends', '<p id="a"', []],
])('ids are found %s', (_what, markup, ids) => {
  expect(idsIn(markup)).toEqual(ids)
})
