// What the installed npm's own configuration says in a folder. Reads a JSON array of { cwd, env, argv, execPath, npmPath, keys },
// writes a JSON array with, for each, an object of the keys that are set: [level, value, file].
import { execSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'

const npm = join(execSync('npm root -g', { encoding: 'utf8' }).trim(), 'npm', 'package.json')
const require = createRequire(npm)
const Config = require('@npmcli/config')
const { definitions, shorthands, flatten, nerfDarts } = require('@npmcli/config/lib/definitions')

const answers = []
for (const { cwd, env, argv, execPath, npmPath, keys } of JSON.parse(readFileSync(0, 'utf8'))) {
  process.chdir(cwd)
  const config = new Config({
    npmPath, definitions, shorthands, flatten, nerfDarts, env, execPath, cwd,
    argv: ['node', 'npm', ...argv], warn: false,
  })
  await config.load()
  const known = keys
    .map((key) => [key, config.find(key)])
    .filter(([, level]) => level !== null && level !== 'default')
    .map(([key, level]) => [key, [level, String(config.get(key) || ''), config.data.get(level).source]])
  answers.push(Object.fromEntries(known))
}
process.stdout.write(JSON.stringify(answers))
