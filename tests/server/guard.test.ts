import { describe, expect, test } from 'vitest'
import { pathOf, refusal } from '../../src/server/guard.ts'

const asked = { method: 'GET', url: '/', host: 'localhost:4000', origin: undefined, fetchSite: undefined, fetchMode: undefined }
const options: Parameters<typeof refusal>[1] = { names: [], isOpen: false, isAction: (path: string) => path === '/__lectern/open' }
const statusOf = (of: Partial<Parameters<typeof refusal>[0]>, more: Partial<typeof options> = {}) =>
  refusal({ ...asked, ...of }, { ...options, ...more })?.status

describe('guard', () => {
  test.each(['localhost', 'localhost:4000', 'LOCALHOST:4000', 'notes.localhost', '127.0.0.1:4000', '127.8.8.8', '[::1]:4000'])(
    '%s is this machine',
    host => {
      expect(statusOf({ host })).toBeUndefined()
    },
  )

  test.each([
    ...['evil.test', 'localhost.evil.test', '192.168.1.2', 'localhost.', '[fe80::1]', '1270.0.0.1.evil.test'],
    ...['127.1', '2130706433', '0x7f000001', '[::ffff:127.0.0.1]', '127.0.0.1.nip.io', '0.0.0.0', '169.254.169.254', 'xn--localhost'],
  ])('%s is not', host => {
    expect(statusOf({ host })).toBe(403)
  })

  test.each([
    ...[undefined, '', 'a b', '[::', 'ex ample:80', '\u00ff', 'localhost:notaport'],
    ...['localhost@evil.test', 'user:pw@localhost', 'localhost, evil.test', 'localho\u00dft', '::1', 'localhost\tx'],
  ])('the host %j is none', host => {
    expect(statusOf({ host })).toBe(400)
  })

  test('a preview opened to others is reached by addresses and the name it was given, not by any name', () => {
    const open = { isOpen: true, names: ['laptop.example'] }
    expect(statusOf({ host: '192.168.1.2:4000' }, open)).toBeUndefined()
    expect(statusOf({ host: 'laptop.example' }, open)).toBeUndefined()
    expect(statusOf({ host: 'evil.test' }, open)).toBe(403)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('%s is not answered', method => {
    expect(statusOf({ method })).toBe(405)
  })

  test.each(['http://evil.test', 'null', 'http://localhost.evil.test:4000', 'http://127.0.0.1:9', 'https://localhost:4000', '::::'])(
    'the origin %s may not ask',
    origin => {
      expect(statusOf({ origin })).toBe(403)
    },
  )

  test('another site may lead here, and may not load anything from here', () => {
    expect(statusOf({ fetchSite: 'cross-site', fetchMode: 'navigate' })).toBeUndefined()
    expect(statusOf({ fetchSite: 'cross-site', fetchMode: 'no-cors' })).toBe(403)
    expect(statusOf({ fetchSite: 'same-site', fetchMode: 'cors' })).toBe(403)
    expect(statusOf({ fetchSite: 'same-origin', fetchMode: 'cors' })).toBeUndefined()
  })

  test('the editor is opened by a POST of the preview itself and by nothing else', () => {
    const open = { url: '/__lectern/open' }
    expect(statusOf({ ...open, method: 'GET' })).toBe(405)
    expect(statusOf({ ...open, method: 'POST' })).toBe(403)
    expect(statusOf({ ...open, method: 'POST', origin: 'http://evil.test' })).toBe(403)
    expect(statusOf({ ...open, method: 'POST', origin: 'http://localhost:4000' })).toBeUndefined()
    expect(statusOf({ ...open, method: 'POST', fetchSite: 'same-origin' })).toBeUndefined()
  })

  test.each([
    ['/a%20b/?q=1#x', '/a b/'],
    ['/a/%2e%2e/b', undefined],
    ['/..%2f..%2fetc/passwd', undefined],
    ['/%5c..%5cx', undefined],
    ['/a\\b', undefined],
    ['/a%00b', undefined],
    ['/%', undefined],
    ['//evil.test/', undefined],
    ['http://evil.test/', undefined],
    ['/%252e%252e/x', '/%2e%2e/x'],
  ])('the path of %s is %s', (url, path) => {
    expect(pathOf(url)).toBe(path)
    if (path === undefined) expect(statusOf({ url })).toBe(400)
  })
})
