// What of a release of npm reads .npmrc, by the folder where its package.json is.
const { existsSync } = require('fs')
const { join } = require('path')

// npm 6 has no module for it: these are the lines of its lib/config/core.js.
const npm6EnvReplace = (f, env) => f.replace(/(\\*)\$\{([^}]+)\}/g, (orig, esc, name) => {
  if (esc.length % 2) {
    return orig
  }
  if (env[name] === undefined) {
    throw new Error(`Failed to replace env in config: ${orig}`)
  }
  return env[name]
})

module.exports = (folder) => {
  const envReplace = join(folder, 'node_modules/@npmcli/config/lib/env-replace.js')
  return {
    major: Number(require(join(folder, 'package.json')).version.split('.')[0]),
    ini: require(join(folder, 'node_modules/ini')),
    envReplace: existsSync(envReplace) ? require(envReplace) : npm6EnvReplace,
  }
}
