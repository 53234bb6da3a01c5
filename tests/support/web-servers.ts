// nginx, Caddy and Apache, each with the configuration that the manual tells, on a port of this machine.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'posts', 'manual', 'deploying.md'), 'utf8')

export type ServerName = 'nginx' | 'caddy' | 'apache'

interface WebServer {
  readonly program: string
  /** What the manual tells, for a folder and a port of ours, with what the program asks for around it. */
  readonly configure: (told: string, port: number, folder: string) => string
  readonly file: string
  readonly args: (file: string, folder: string) => readonly string[]
}

const servers: Readonly<Record<ServerName, WebServer>> = {
  nginx: {
    program: '/usr/sbin/nginx',
    file: 'nginx.conf',
    configure: (told, port, folder) => `
daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${told.replace('listen 80', `listen 127.0.0.1:${port}`)}
}`,
    args: (file, folder) => ['-p', folder, '-c', file],
  },
  caddy: {
    program: '/usr/bin/caddy',
    file: 'Caddyfile',
    configure: (told, port) => `{\n\tadmin off\n\tauto_https off\n}\n${told.replace('example.org', `http://127.0.0.1:${port}`)}`,
    args: file => ['run', '--adapter', 'caddyfile', '--config', file],
  },
  apache: {
    program: '/usr/sbin/apache2',
    file: 'apache.conf',
    configure: (told, port, folder) => `
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
ServerName localhost
User nobody
Group nogroup
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers', 'filter', 'deflate'].map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
${told.replace('*:80', `127.0.0.1:${port}`)}`,
    args: file => ['-f', file, '-DFOREGROUND'],
  },
}

export function isInstalled(name: ServerName): boolean {
  return existsSync(servers[name].program)
}

/** Starts a server on `site`, the folder of the output, which is called like the folder of its addresses if it has one. */
export async function serveBy(
  name: ServerName,
  { site, baseurl, work }: { readonly site: string; readonly baseurl: string; readonly work: string },
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { program, file, configure, args } = servers[name]
  const port = await freePort()
  mkdirSync(work, { recursive: true })
  const place = join(work, file)
  writeFileSync(place, configure(toldOf(file, site, baseurl), port, work))
  const child = spawn(program, args(place, work), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
  })
  let said = ''
  child.stderr.on('data', bytes => {
    said += bytes
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${name} does not start:\n${said}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return { url, stop: () => ended(child) }
}

// The block of the manual that names the file, with the changes that it tells for a folder.
function toldOf(file: string, site: string, baseurl: string): string {
  const told = new RegExp(`^\`\`\`\\w+ title="${file}"\\n([\\s\\S]*?)^\`\`\``, 'm').exec(manual)?.[1] ?? ''
  const root = site.slice(0, site.length - baseurl.length)
  return baseurl === ''
    ? told.replaceAll('/var/www/notes', site)
    : told
        .replace('<Directory /var/www/notes>', `<Directory ${site}>`)
        .replaceAll('/var/www/notes', root)
        .replace(/(error_page 404 |rewrite \* )\//, `$1${baseurl}/`)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  )
}

async function ended(child: ChildProcess): Promise<void> {
  const end = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await end
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
