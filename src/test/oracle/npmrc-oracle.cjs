// Reads one JSON case a line from standard input and compares what the Java side says of it with the modules of a release of npm.
// argv[2]: the folder of that npm. argv[3]: the folder of the newest one.
// Prints a JSON line per mismatch, then a summary. No strict mode: like ini, it assigns to keys of strings without an effect.
const readline = require('readline')
const { isDeepStrictEqual } = require('util')
const npmAt = require('./npm.cjs')

const { major, ini, envReplace } = npmAt(process.argv[2])
// What we say we read is what the newest npm reads, so that its variables go with every release's ini.
const { envReplace: newestEnvReplace, ini: newestIni } = npmAt(process.argv[3])

// Documents that an older ini reads otherwise, in a way that the table of differences in README.md has.
const linesOf = (text) => text.split(/[\r\n]+/)
const isReadOtherwise = (c) => {
  if (major >= 10) {
    return false
  }
  const lines = linesOf(c.text)
  return lines.some((line) => /^\s+$|^\[[^\]]*\]\s+$/.test(line)) ||
    (major < 8 && (isReadOtherwiseByIni1(c) || parse(c.text, newestIni) === undefined))
}
const FALSY = ['s', 'z', 'bfalse', 'n0', 'n-0']
const isReadOtherwiseByIni1 = (c) => {
  const falsy = new Set()
  return c.events.some(([kind, name, appends, value]) => {
    if (kind === 'key' && FALSY.includes(value)) {
      falsy.add(name)
    }
    return (value === 'z' && name.includes('.')) || (appends && falsy.has(name)) ||
      (appends && name in Object.prototype) ||
      (kind === 'section' && name.split('.').some((part) => part in Object.prototype))
  })
}

// ini rebuilt from the entries that the Java side read: the order of assignments, then the nesting of dotted sections.
const rebuild = (events) => {
  const out = Object.create(null)
  let p = out
  for (const [kind, name, appends, value] of events) {
    if (kind === 'section') {
      p = name === '__proto__' ? Object.create(null) : (out[name] = out[name] || Object.create(null))
      continue
    }
    if (appends) {
      if (!Object.prototype.hasOwnProperty.call(p, name)) {
        p[name] = []
      } else if (!Array.isArray(p[name])) {
        p[name] = [p[name]]
      }
    }
    const decoded = decodeValue(value)
    if (Array.isArray(p[name])) {
      p[name].push(decoded)
    } else {
      p[name] = decoded
    }
  }
  // The nesting itself is ini's own: each object goes through it under its name, without what a text form could lose.
  const remove = []
  for (const k of Object.keys(out)) {
    if (typeof out[k] !== 'object' || Array.isArray(out[k])) {
      continue
    }
    const parts = k.split(/(?<!\\)\./)
    const l = parts.pop()
    const nl = l.replace(/\\\./g, '.')
    let q = out
    for (const part of parts) {
      if (part === '__proto__') {
        continue
      }
      if (!Object.prototype.hasOwnProperty.call(q, part) || typeof q[part] !== 'object') {
        q[part] = Object.create(null)
      }
      q = q[part]
    }
    if (q === out && nl === l) {
      continue
    }
    q[nl] = out[k]
    remove.push(k)
  }
  for (const k of remove) {
    delete out[k]
  }
  return out
}

const object = () => {
  const value = {}
  fromJson.add(value)
  return value
}

const decodeValue = (value) => {
  switch (value[0]) {
    case 'n': return Number(value.slice(1))
    case 'o': return object()
    case 'z': return null
    case 'b': return value === 'btrue'
    case 'a': return JSON.parse(value.slice(1)).map(decodeValue)
    default: return value.slice(1)
  }
}

const plainParse = JSON.parse
const fromJson = new WeakSet()
const rememberingParse = (text) => {
  const value = plainParse(text)
  remember(value)
  return value
}
const remember = (value) => {
  if (typeof value === 'object' && value !== null) {
    Array.isArray(value) ? value.forEach(remember) : fromJson.add(value)
  }
}

// What is in an object of JSON is not told by the Java side: only that there is one.
const plain = (value) => {
  if (Array.isArray(value)) {
    const copy = value.map(plain)
    for (const k of Object.keys(value)) {
      if (!/^\d+$/.test(k)) {
        copy[k] = plain(value[k])
      }
    }
    return copy
  }
  if (value === null || typeof value !== 'object') {
    return value
  }
  if (fromJson.has(value)) {
    return 'object'
  }
  const copy = {}
  for (const k of Object.keys(value)) {
    Object.defineProperty(copy, k, { value: plain(value[k]), enumerable: true })
  }
  return copy
}

// Nothing where npm itself fails: at some JSON in a key.
const parse = (text, by = ini) => {
  JSON.parse = rememberingParse
  try {
    return by.parse(text)
  } catch (e) {
    return undefined
  } finally {
    JSON.parse = plainParse
  }
}

// npm's #loadObject: keys are expanded in the order of the object.
const load = (raw, env, replace) => {
  const data = new Map()
  for (const [k, v] of Object.entries(raw)) {
    data.set(replace(k, env), v)
  }
  return data
}

const expanded = (value, env, replace) => typeof value === 'string' ? replace(value.trim(), env) : value

// npm 6 fails at a variable that is not set.
const isLoaded = (raw, env) => {
  try {
    load(raw, env, envReplace)
    return true
  } catch (e) {
    return false
  }
}

const text = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? '[object Object]' : String(value)

const count = { documents: 0, thrown: 0, readOtherwise: 0, notLoaded: 0, keys: 0, edits: 0, refused: 0, mismatches: 0 }
const mismatch = (what, c, more) => {
  count.mismatches++
  if (count.mismatches <= 20) {
    console.log(JSON.stringify({ what, document: c.text, ...more }))
  }
}

const checkReading = (c, raw) => {
  const mine = plain(rebuild(c.events))
  const theirs = plain(raw)
  if (!isDeepStrictEqual(mine, theirs)) {
    mismatch('entries', c, { mine, theirs })
  }
  const data = load(raw, c.env, newestEnvReplace)
  const sections = new Set(c.events.filter(([kind]) => kind === 'section').map(([, name]) => newestEnvReplace(name, c.env)))
  for (const [key, value] of data) {
    // A section of a list's name sets the list's items by number: that is left to ini.
    if (Array.isArray(value) && sections.has(key)) {
      continue
    }
    count.keys++
    if (c.values[key] !== text(value)) {
      mismatch('value', c, { key, mine: c.values[key], theirs: text(value) })
    }
    if (c.expanded[key] !== text(expanded(value, c.env, newestEnvReplace))) {
      mismatch('expanded', c, { key, mine: c.expanded[key], theirs: text(expanded(value, c.env, newestEnvReplace)) })
    }
  }
  for (const key of Object.keys(c.values)) {
    if (!data.has(key)) {
      mismatch('value of no key', c, { key, mine: c.values[key] })
    }
  }
}

// Everything but the owned keys and what they, being objects or null, were nested into.
const others = (raw, edit, env) => {
  const copy = Object.create(null)
  const roots = new Set()
  for (const k of edit.owned) {
    roots.add(k.split(/(?<!\\)\./)[0])
  }
  for (const [k, v] of Object.entries(raw)) {
    if (!isOwned(k, edit, env) && !roots.has(k) && (major >= 10 || k !== '')) {
      copy[k] = edit.alsoWithinSections ? withoutOwned(v, edit, env) : v
    }
  }
  return copy
}

// To an old npm, a spelling that only a later one reads as ours is another key, which goes nevertheless.
const isOwned = (key, edit, env) =>
  major >= 11 ? edit.owned.includes(envReplace(key, env)) : edit.owned.includes(key) || edit.spellings.includes(key)

// npm 6 to 9 read keys after "[section] " at top level, so that ours are edited there too.
const withoutOwned = (value, edit, env) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value
  }
  const copy = Object.create(null)
  for (const [k, v] of Object.entries(value)) {
    if (!isOwned(k, edit, env)) {
      copy[k] = withoutOwned(v, edit, env)
    }
  }
  return copy
}

const checkEdit = (c, raw) => {
  const edit = c.edit
  if (edit.refused) {
    count.refused++
    return
  }
  count.edits++
  const after = parse(edit.text)
  if (after === undefined || !isLoaded(after, c.env)) {
    mismatch('unreadable after the edit', c, { edit })
    return
  }
  if (!isDeepStrictEqual(others(raw, edit, c.env), others(after, edit, c.env))) {
    mismatch('others', c, { edit, before: others(raw, edit, c.env), after: others(after, edit, c.env) })
  }
  const data = load(after, c.env, envReplace)
  for (const [key, wanted] of edit.put) {
    if (!isDeepStrictEqual(expanded(data.get(key), c.env, envReplace), wanted === 'true' ? true : wanted)) {
      mismatch('put', c, { edit, key, theirs: data.get(key) })
    }
  }
  for (const key of edit.removed) {
    const value = data.get(key)
    if (value !== undefined && !(typeof value === 'object' && !Array.isArray(value))) {
      mismatch('removed', c, { edit, key, theirs: value })
    }
  }
}

const run = async () => {
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const c = JSON.parse(line)
    count.documents++
    const raw = parse(c.text)
    if (raw === undefined) {
      count.thrown++
      continue
    }
    if (isReadOtherwise(c)) {
      count.readOtherwise++
    } else {
      checkReading(c, raw)
    }
    if (isLoaded(raw, c.env)) {
      checkEdit(c, raw)
    } else {
      count.notLoaded++
    }
  }
  console.log('SUMMARY ' + JSON.stringify(count))
}

run()
