// Rows 17 to 21, 31 to 34, 50, 56 and 57: the disk, and builds that are ended or meet.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, failed, hashOf, held, judge, partly, post, refused, textsOf, withPlace } from '../fault.ts'
import { filesIn, isLectern, makePlace, type Place, run, sleep, type Tool } from '../tools.ts'

const posts = (place: Place, version: string, count = 40): void => {
  for (let number = 1; number <= count; number += 1)
    place.post(
      `2024-01-${String((number % 28) + 1).padStart(2, '0')}-p${number}.md`,
      post(`P ${number}`, `${version} ${'words '.repeat(300)}`),
    )
}

/** Which versions of posts a site shows; a page that ends early shows `torn`. */
function versions(place: Place): string[] {
  const pages = textsOf(place.site(), '.html').filter(page => !/<title>(?:Home|Tags)/.test(page))
  const shown = pages.flatMap(page => (page.includes('</html>') ? (page.match(/\bv\d+(?= words)/)?.[0] ?? []) : 'torn'))
  return [...new Set(shown)]
}

export const disk: readonly Fault[] = [
  {
    row: 17,
    input: 'files in the output that are not ours',
    required: 'are kept',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-01-a.md', post('A'))
        place.build()
        for (const path of ['CNAME', '.git/HEAD', 'other/x.html']) place.put(join(tool.output, path), 'mine')
        place.post('2024-01-01-a.md', post('B'))
        place.build()
        const site = place.site()
        return judge(
          Object.fromEntries(
            ['CNAME', '.git/HEAD', 'other/x.html'].map(path => [`${path} is gone`, site?.get(path)?.toString() === 'mine']),
          ),
        )
      }),
  },
  {
    row: 18,
    input: 'the folder of the posts as output',
    required: 'is refused',
    try: tool => refusesOutput(tool, place => join(place.folder, tool.posts)),
  },
  {
    row: 19,
    input: 'the folder above the site as output',
    required: 'is refused',
    try: tool => refusesOutput(tool, place => join(place.folder, '..')),
  },
  {
    row: 20,
    input: 'a post that is a link to a file outside',
    required: 'is not published',
    try: tool =>
      withPlace(tool, place => {
        writeFileSync(join(place.folder, '..', 'secret.md'), post('Secret', 'secret words'))
        place.post('2024-01-01-a.md', post('A'))
        symlinkSync(join(place.folder, '..', 'secret.md'), join(place.folder, tool.posts, '2024-01-02-b.md'))
        place.build()
        return judge({ 'it is published': textsOf(place.site(), '.html').every(page => !page.includes('secret words')) })
      }),
  },
  {
    row: 21,
    input: 'links in a circle, and one to nothing',
    required: 'a site, and each named',
    try: tool =>
      withPlace(tool, place => {
        place.post('2024-01-01-a.md', post('A'))
        const inPosts = (name: string): string => join(place.folder, tool.posts, name)
        symlinkSync('.', inPosts('round'))
        symlinkSync('2024-01-03-self.md', inPosts('2024-01-03-self.md'))
        symlinkSync('nowhere', inPosts('2024-01-02-gone.md'))
        const { code, text } = place.build({ seconds: 20 })
        const hasSite = textsOf(place.site(), '.html').some(page => /<h1[^>]*>\s*A\s*</.test(page))
        if (code !== 0 || !hasSite) return partly(`exit ${code}`)
        return judge({ 'the dangling one is not named': text.includes('gone'), 'the circle is not named': /self|round/.test(text) })
      }),
  },
  {
    row: 31,
    input: 'kill -9 at any moment of a build',
    required: 'the old site or the new one, or none until the next build; 12 kills, 200 in the long form',
    needs: ['linux'],
    try: (tool, isLong) => withPlace(tool, place => killed(place, isLectern(tool) && isLong ? 200 : 12)),
  },
  {
    row: 32,
    input: 'a disk that is full when the site has grown',
    required: 'an error, and the old site as it was',
    needs: ['root', 'unshare', 'linux'],
    try: tool =>
      withPlace(tool, place => {
        posts(place, 'v1')
        const script = `set -e; mkdir -p out; mount -t tmpfs -o size=1600k none out; ${quoted(tool.build('out/site'))} >log 2>&1 || { cat log; exit 9; }
          find out/site -type f | sort | xargs -d '\\n' sha256sum > before; cp -r ${tool.posts} big
          for f in ${tool.posts}/*.md; do for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do tail -1 $f; done > more; sed -i s/v1/v2/ $f; cat more >> $f; done
          ${quoted(tool.build('out/site'))} > log 2>&1 && code=0 || code=$?
          find out/site -type f | sort | xargs -d '\\n' sha256sum > after; cmp before after >/dev/null && echo SAME; echo CODE $code; tail -c 600 log`
        const { text } = run(['unshare', '-m', 'sh', '-c', script], place.folder, { seconds: 120 })
        return judge({
          [`no error: ${text.slice(-300)}`]: /CODE [1-9]/.test(text),
          'the old site is not as it was': /^SAME$/m.test(text),
          'it says not why': /space|ENOSPC/i.test(text),
        })
      }),
  },
  {
    row: 33,
    input: 'an output that is read-only',
    required: 'an error that names it',
    needs: ['root', 'unshare', 'linux'],
    try: tool =>
      withPlace(tool, place => {
        posts(place, 'v1', 3)
        const script = `mkdir -p out; mount -t tmpfs none out; mount -o remount,ro out; ${quoted(tool.build('out/site'))}`
        return refused(run(['unshare', '-m', 'sh', '-c', script], place.folder, { seconds: 60 }), /out\/(?:site|\.)|read-only|EROFS/i)
      }),
  },
  {
    row: 34,
    input: 'two builds at once, three times',
    required: 'the whole site',
    try: tool =>
      withPlace(tool, async place => {
        posts(place, 'v0', 20)
        place.build()
        for (const version of ['v1', 'v2', 'v3']) {
          posts(place, version, 20)
          const codes = await Promise.all([0, 1].map(() => ended(place)))
          if (codes.some(code => code !== 0)) return failed(`exit ${codes.join(' and ')}`)
          if (versions(place).join() !== version) return failed(`the site shows ${versions(place).join()}`)
        }
        const clean = makePlace(tool)
        posts(clean, 'v3', 20)
        clean.build()
        const isSame = !isLectern(tool) || hashOf(clean.site()) === hashOf(place.site())
        clean.remove()
        return judge({ 'it is not what one build makes': isSame })
      }),
  },
  {
    row: 50,
    input: '5,000 posts (400 in the short form) and 64 open files',
    required: 'the whole site',
    isOurs: true,
    needs: ['linux'],
    try: (tool, isLong) =>
      withPlace(tool, place => {
        const count = isLong ? 5000 : 400
        for (let number = 0; number < count; number += 1) place.post(`2024-01-01-p${number}.md`, post(`P ${number}`))
        const { code, text } = run(['sh', '-c', `ulimit -n 64; exec ${quoted(place.command)}`], place.folder, { seconds: 300 })
        return judge({
          [`exit ${code}: ${text.slice(0, 200)}`]: code === 0,
          'posts are missing': [...(place.site()?.keys() ?? [])].filter(path => /\/p\d+(?:\/index)?\.html$/.test(path)).length === count,
        })
      }),
  },
  {
    row: 56,
    input: 'what a killed build left of its turn',
    required: 'keeps no other waiting',
    isOurs: true,
    needs: ['linux'],
    try: tool =>
      withPlace(tool, async place => {
        posts(place, 'v1')
        let wasLeft = false
        // On a busy machine a build may end between two looks at its turn.
        for (let tries = 0; tries < 10 && !wasLeft; tries += 1) wasLeft = await killedInItsTurn(place)
        const { code, text } = place.build({ seconds: 30 })
        return judge({ 'no turn was left to try it': wasLeft, [`exit ${code}`]: code === 0, 'it waits': !/Another build/.test(text) })
      }),
  },
  {
    row: 57,
    input: 'a reader that closes the pipe',
    required: 'no trace of our code, and the site',
    isOurs: true,
    try: tool =>
      withPlace(tool, place => {
        for (let number = 1; number < 29; number += 1)
          place.post(`2024-01-${String(number).padStart(2, '0')}-p.md`, post(`P ${number}`, 'See [x](gone.md). '.repeat(50)))
        const script = `{ ${quoted([...place.command, '--json', '--verbose'])} 2>&1; echo $? > code; } | head -1 > first; ${quoted([...place.command.slice(0, 2), 'export'])} 2> error | head -1 > line; cat error`
        const { text } = run(['sh', '-c', script], place.folder, { seconds: 60 })
        return judge({
          [`it says ${text.slice(0, 200)}`]: !/at .*:\d+:\d+\)|EPIPE|fault is ours/.test(text),
          'export is cut': readFileSync(join(place.folder, 'line'), 'utf8').startsWith('{'),
        })
      }),
  },
]

function quoted(command: readonly string[]): string {
  return command.map(word => `'${word}'`).join(' ')
}

// What a tool keeps for itself is no harm.
function plain(folder: string): Map<string, Buffer> {
  return new Map([...(filesIn(folder) ?? [])].filter(([path]) => !/(?:^|\/)[.]/.test(path)))
}

function refusesOutput(tool: Tool, outputOf: (place: Place) => string): ReturnType<Fault['try']> {
  return withPlace(tool, place => {
    place.post('2024-01-01-a.md', post('A'))
    const above = join(place.folder, '..')
    const before = hashOf(plain(above))
    const { code } = place.build({ output: outputOf(place) })
    const isUntouched = hashOf(plain(above)) === before
    if (code !== 0 && isUntouched) return held
    return isUntouched ? failed('it does nothing and says nothing') : partly(`exit ${code}, and files are written into it`)
  })
}

async function killedInItsTurn({ command: [program = '', ...args], folder }: Place): Promise<boolean> {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' })
  const turn = join(folder, '.cache', 'lectern', 'turns', 'turn-1')
  while (child.exitCode === null && !existsSync(turn)) await sleep(1)
  child.kill('SIGKILL')
  if (child.exitCode === null) await new Promise(resolve => child.once('exit', resolve))
  return existsSync(turn)
}

function ended({ command: [program = '', ...args], folder }: Place): Promise<number | null> {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' })
  return new Promise(resolve => child.once('exit', code => resolve(code)))
}

/**
 * Kills builds at moments spread over the time of one; counts absent sites that the next build puts right apart. A build that had ended before is
 * no kill: the next one is killed earlier, since how long a build takes depends on what else the machine does.
 */
async function killed(place: Place, kills: number) {
  mkdirSync(place.output, { recursive: true })
  posts(place, 'v0')
  place.build()
  posts(place, 'v1')
  let whole = place.build().milliseconds
  let [done, bad, absent, ended] = [0, 0, 0, 0]
  let last = 1
  for (let number = 2; done < kills && number < kills * 4; number += 1) {
    posts(place, `v${number}`)
    // The end of a build is where it publishes, so more kills are there.
    const isKilled = await killedAfter(whole * Math.sqrt(((number * 0.618_034) % 1) * 1.2), place)
    whole *= isKilled ? 1.02 : 0.9
    if (isKilled) done += 1
    else ended += 1
    const shown = versions(place)
    // A build first ends what the one before it, which was killed, had begun to publish.
    if (place.site() === undefined) absent += 1
    else if (shown.length !== 1 || !(versionOf(shown) >= last && versionOf(shown) <= number)) bad += 1
    if (number % 4 === 0 || place.site() === undefined) place.build()
    const now = versions(place)
    if (now.length !== 1) bad += 1
    last = now.length === 1 ? versionOf(now) : last
  }
  const counts = `${done - bad} of ${done} whole, ${absent} of them absent until the next build; ${ended} more had ended before`
  return bad === 0 && done === kills ? { mark: '✓' as const, why: counts } : failed(counts)
}

function versionOf([shown]: readonly string[]): number {
  return Number(shown?.slice(1))
}

async function killedAfter(milliseconds: number, { command: [program = '', ...args], folder }: Place): Promise<boolean> {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' })
  const gone = new Promise<boolean>(resolve => child.once('exit', (_, signal) => resolve(signal !== null)))
  await sleep(milliseconds)
  child.kill('SIGKILL')
  return gone
}
