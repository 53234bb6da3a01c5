// What one text calls `CS 229: Machine Learning`, or `Machine Learning (CS 229)`, another calls CS229, in its front matter, its title or a tag. Those go
// with the name that says the code, if there is one such name only.

import { codeIn } from './code.ts'
import type { Finding } from './finding.ts'
import type { CourseFound } from './rules.ts'

/** The same findings, those by a code with the course that is called by it. */
export function withNamedCourses(found: readonly Finding[]): Finding[] {
  const named = new Map<string, CourseFound | 'several'>()
  for (const { course } of found) {
    const code = codeBeside(course)
    if (code === undefined || code === course.key) continue
    const known = named.get(code)
    named.set(code, known === undefined || (known !== 'several' && known.key === course.key) ? course : 'several')
  }
  return found.map(finding => {
    const course = named.get(finding.course.key)
    if (course === undefined || course === 'several') return finding
    const { key, name, code } = course
    return { ...finding, course: { ...finding.course, key, name, code } }
  })
}

// The key of the code that stands in front of a name, or behind it in brackets.
function codeBeside({ name }: CourseFound): string | undefined {
  const code = codeIn(name)
  if (code === undefined) return undefined
  const isInFront = name.startsWith(code.written) && /^\s*[:–—-]\s*\S/.test(name.slice(code.written.length))
  return isInFront || /\S\s*[(（]$/.test(name.slice(0, name.lastIndexOf(code.written))) ? code.key : undefined
}
