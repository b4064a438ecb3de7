// What an npm takes from .npmrc files, and which credential it sends. argv[2]: that npm's folder.
// Reads a JSON array of { project, user, env, uri, registry, configuration, match }, where the last two are what we say: the
// merged files, and { prefix, names } or null. Writes { cases, sent, mismatches }. No strict mode: like ini, it assigns to keys
// of strings without an effect.
const { join } = require('path')
const { readFileSync } = require('fs')
const { isDeepStrictEqual } = require('util')

const npm = (module) => require(join(process.argv[2], 'node_modules', module))
const ini = npm('ini')
const envReplace = npm('@npmcli/config/lib/env-replace.js')
const parseField = npm('@npmcli/config/lib/parse-field.js')
const getAuth = npm('npm-registry-fetch/lib/auth.js')

// npm's #loadObject of the user's file, then of the project's, each key flattened over the one of the level below.
const load = (file, env, into) => {
  for (const [key, value] of Object.entries(ini.parse(file))) {
    into[envReplace(key, env)] = parseField(value, key, { types: {}, env, platform: 'linux', home: '/' })
  }
}

const plain = (configuration) => Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, text(value)]))

const text = (value) => (value && typeof value === 'object' ? '[object Object]' : value ? String(value) : '')

const sent = (token, auth) => ({ token: token || null, auth: auth || null })

// What goes out by our match, from npm's own reading of the keys.
const byMatch = (match, config) => {
  const [first, second] = (match ? match.names : []).map((name) => config[`${match.prefix}:${name}`])
  switch (match && match.names[0]) {
    case '_authToken':
      return sent(first, null)
    case '_auth':
      return sent(null, first)
    case 'username':
      return sent(null, Buffer.from(`${first}:${Buffer.from(second, 'base64').toString('utf8')}`).toString('base64'))
    default:
      return sent(null, null)
  }
}

const answer = { cases: 0, sent: {}, mismatches: [] }
for (const c of JSON.parse(readFileSync(0, 'utf8'))) {
  const config = Object.create(null)
  load(c.user, c.env, config)
  load(c.project, c.env, config)
  const { token, auth, regKey } = getAuth(c.uri, { ...config, registry: c.registry })
  const name = (c.match ? c.match.names[0] : 'nothing') + (token || auth || !c.match ? '' : ' without Authorization')
  answer.cases++
  answer.sent[name] = (answer.sent[name] || 0) + 1
  // npm tells the prefix since 10. Below, the values, no two of which are the same, tell it.
  const samePrefix = regKey === undefined || (regKey || null) === (c.match ? c.match.prefix : null)
  const theirs = { configuration: plain(config), ...sent(token, auth) }
  const ours = { configuration: c.configuration, ...byMatch(c.match, config) }
  if (!samePrefix || !isDeepStrictEqual(theirs, ours)) {
    answer.mismatches.push({ ...c, theirs, ours, regKey })
  }
}
answer.mismatches.splice(10)
process.stdout.write(JSON.stringify(answer))
