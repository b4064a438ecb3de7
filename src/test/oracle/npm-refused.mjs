// Which keys without a registry a release of npm refuses, whatever it is asked. Its folder is the argument. Reads a JSON array of
// { cwd, env }, writes a JSON array with, for each, the list of "level key".
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'

const npmPath = process.argv[2]
const require = createRequire(join(npmPath, 'package.json'))
const Config = require('@npmcli/config')
const { definitions, shorthands, flatten, nerfDarts } = require('@npmcli/config/lib/definitions')

const answers = []
for (const { cwd, env } of JSON.parse(readFileSync(0, 'utf8'))) {
  process.chdir(cwd)
  const config = new Config({
    npmPath, definitions, shorthands, flatten, nerfDarts, env, cwd, argv: ['node', 'npm'], warn: false,
  })
  await config.load()
  try {
    config.validate()
    answers.push([])
  } catch (error) {
    if (error.code !== 'ERR_INVALID_AUTH') throw error
    answers.push(error.problems.map(({ where, from, key }) => `${where} ${from ?? key}`))
  }
}
process.stdout.write(JSON.stringify(answers))
