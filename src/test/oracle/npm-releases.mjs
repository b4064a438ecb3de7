// Unpacks the releases that a list names into folders of their own, unless they are there:
//   node npm-releases.mjs FOLDER [LIST]
// and prints a line for each: its name in the list, a space, its folder. The list is npm-releases.json, of npm, or
// yarn-releases.json, of Yarn 3 and 4, or client-releases.json.
// Each comes as the tarball that the registry of this machine gives, checked against the hash. Nothing of it is run here.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const releases = JSON.parse(readFileSync(new URL(process.argv[3] ?? 'npm-releases.json', import.meta.url), 'utf8'))
const folder = resolve(process.argv[2])
mkdirSync(folder, { recursive: true })

for (const [name, { package: pack = 'npm', version, integrity }] of Object.entries(releases)) {
  const target = join(folder, `${name}-${version}`)
  if (!existsSync(target)) {
    unpack(pack, version, integrity, target)
  }
  console.log(`${name} ${target}`)
}

function unpack(pack, version, integrity, target) {
  const work = mkdtempSync(join(folder, 'work-'))
  try {
    execFileSync('npm', ['pack', '--silent', '--prefer-offline', `${pack}@${version}`], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    const tarball = `${pack.replace('@', '').replace('/', '-')}-${version}.tgz`
    const found = `sha512-${createHash('sha512').update(readFileSync(join(work, tarball))).digest('base64')}`
    if (found !== integrity) {
      throw new Error(`${pack} ${version} is ${found}, not ${integrity}`)
    }
    execFileSync('tar', ['-xzf', tarball], { cwd: work })
    renameSync(join(work, 'package'), target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
