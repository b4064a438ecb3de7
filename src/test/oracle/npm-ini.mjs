// What the installed npm reads of lines of .npmrc. Reads a JSON array of file texts, writes a JSON array of what each holds.
import { execSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'

const npm = join(execSync('npm root -g', { encoding: 'utf8' }).trim(), 'npm', 'package.json')
const require = createRequire(npm)
const ini = require('ini')
const replaceEnvironment = require('@npmcli/config/lib/env-replace.js')

const read = (text) =>
  Object.fromEntries(
    Object.entries(ini.parse(text)).map(([key, value]) => [
      replaceEnvironment(key, {}),
      typeof value === 'string' ? replaceEnvironment(value, {}) : value,
    ])
  )
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(read)))
