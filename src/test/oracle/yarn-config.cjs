// A plugin for Yarn, with which Yarn itself is asked what it makes of its configuration:
//   YARN_PLUGINS=…/yarn-config.cjs yarn feedauth-oracle IN OUT
// IN holds a list of cases: a folder with home/ and project/, the environment, and the package in project/. OUT gets for each what Yarn
// would ask and send: to publish the package, and to read it. No request leaves this process: the plugin answers it.
const { readFileSync, writeFileSync } = require('node:fs')

let sent

module.exports = {
  name: 'feedauth-oracle',
  factory: (load) => {
    const { Configuration, structUtils } = load('@yarnpkg/core')
    const { BaseCommand } = load('@yarnpkg/cli')
    const { Option } = load('clipanion')
    const { npmConfigUtils, npmHttpUtils } = load('@yarnpkg/plugin-npm')

    async function ask(request) {
      sent = 'none'
      try {
        await request()
        return sent
      } catch (error) {
        return `fails: ${error.message}`
      }
    }

    async function answer({ folder, environment, name, publishConfig }, plugins) {
      const before = { ...process.env }
      for (const key of Object.keys(process.env)) {
        if (key.toUpperCase().startsWith('YARN_') && key !== 'YARN_PLUGINS') {
          delete process.env[key]
        }
      }
      Object.assign(process.env, environment, { HOME: `${folder}/home` })
      process.chdir(`${folder}/project`)
      try {
        const configuration = await Configuration.find(`${folder}/project`, plugins)
        const ident = structUtils.parseIdent(name)
        const registry = npmConfigUtils.getPublishRegistry({ name: ident, publishConfig }, { configuration })
        const path = npmHttpUtils.getIdentUrl(ident)
        return {
          registry,
          publishing: await ask(() => npmHttpUtils.put(path, {}, { configuration, ident, registry, jsonResponse: true })),
          from: npmConfigUtils.getScopeRegistry(ident.scope, { configuration }),
          reading: await ask(() => npmHttpUtils.get(path, { configuration, ident, jsonResponse: true })),
        }
      } catch (error) {
        return { fails: error.message }
      } finally {
        for (const key of Object.keys(process.env)) {
          delete process.env[key]
        }
        Object.assign(process.env, before)
      }
    }

    class Oracle extends BaseCommand {
      static paths = [['feedauth-oracle']]
      words = Option.Rest()

      async execute() {
        const [input, output] = this.words
        const answers = []
        for (const one of JSON.parse(readFileSync(input, 'utf8'))) {
          answers.push(await answer(one, this.context.plugins))
        }
        writeFileSync(output, JSON.stringify(answers))
      }
    }
    return {
      commands: [Oracle],
      hooks: {
        wrapNetworkRequest: async (executor, { headers }) => async () => {
          sent = headers?.authorization ?? 'none'
          return { body: '{}', headers: {}, statusCode: 200 }
        },
      },
    }
  },
}
