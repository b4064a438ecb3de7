// What a release of npm loads from .npmrc files. argv[2]: its folder. Reads a JSON array of texts, writes one of what each
// holds, "fails" where npm does. No strict mode: like ini, it assigns to keys of strings without an effect.
const { readFileSync } = require('fs')
const { ini, envReplace } = require('./npm.cjs')(process.argv[2])

const env = { V: 'wanted' }
const expanded = (value) => (typeof value === 'string' ? envReplace(value.trim(), env) : value)

const load = (text) => {
  try {
    return Object.fromEntries(Object.entries(ini.parse(text)).map(([key, value]) => [envReplace(key, env), expanded(value)]))
  } catch (error) {
    return 'fails'
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(load)))
