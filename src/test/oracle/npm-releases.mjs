// Unpacks the releases of npm that npm-releases.json names into folders of their major versions, unless they are there:
//   node npm-releases.mjs FOLDER
// and prints a line for each: the major version, a space, its folder.
// Each comes as the tarball that the registry of this machine gives, checked against the hash. Nothing of it is run here.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const releases = JSON.parse(readFileSync(new URL('npm-releases.json', import.meta.url), 'utf8'))
const folder = resolve(process.argv[2])
mkdirSync(folder, { recursive: true })

for (const [major, { version, integrity }] of Object.entries(releases)) {
  const target = join(folder, `${major}-${version}`)
  if (!existsSync(target)) {
    unpack(version, integrity, target)
  }
  console.log(`${major} ${target}`)
}

function unpack(version, integrity, target) {
  const work = mkdtempSync(join(folder, 'work-'))
  try {
    execFileSync('npm', ['pack', '--silent', '--prefer-offline', `npm@${version}`], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    const tarball = `npm-${version}.tgz`
    const found = `sha512-${createHash('sha512').update(readFileSync(join(work, tarball))).digest('base64')}`
    if (found !== integrity) {
      throw new Error(`npm ${version} is ${found}, not ${integrity}`)
    }
    execFileSync('tar', ['-xzf', tarball], { cwd: work })
    renameSync(join(work, 'package'), target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
