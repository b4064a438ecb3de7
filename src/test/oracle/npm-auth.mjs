// Whom the installed npm sends a credential to. Reads a JSON array of { uri, options }, writes a JSON array with, for each,
// the user name and password that npm would send, as user:password, or null.
import { execSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'

const npm = join(execSync('npm root -g', { encoding: 'utf8' }).trim(), 'npm', 'package.json')
const getAuth = createRequire(npm)('npm-registry-fetch/lib/auth.js')

const answers = JSON.parse(readFileSync(0, 'utf8')).map(({ uri, options }) => {
  const { auth } = getAuth(uri, options)
  return auth === null ? null : Buffer.from(auth, 'base64').toString('utf8')
})
process.stdout.write(JSON.stringify(answers))
