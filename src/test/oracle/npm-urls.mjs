// What the installed npm makes of URLs. Reads NUL-separated URLs, writes one JSON line for each, in order.
import { execSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'

const npm = join(execSync('npm root -g', { encoding: 'utf8' }).trim(), 'npm', 'package.json')
const nerfDart = createRequire(npm)('@npmcli/config/lib/nerf-dart.js')

const describe = (text) => {
  try {
    const url = new URL(text)
    const web = url.protocol === 'http:' || url.protocol === 'https:'
    return {
      protocol: url.protocol,
      host: url.host,
      pathname: url.pathname,
      user: url.username !== '' || url.password !== '',
      rest: url.search + url.hash,
      nerf: web ? nerfDart(text) : '',
    }
  } catch {
    return { invalid: true }
  }
}

const input = readFileSync(0, 'utf8')
const lines = input === '' ? [] : input.split('\0').map((text) => JSON.stringify(describe(text)))
process.stdout.write(lines.join('\n'))
