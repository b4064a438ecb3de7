// In the place of Node, Yarn and Bun: where frontend-maven-plugin has installed them, and all that they tell is what they were lent.
def tell = '''\
#!/bin/sh
for argument; do :; done
lent="$NPM_CONFIG_USERCONFIG"
[ "$lent" = "$npm_config_userconfig" ] || lent="two: $lent, $npm_config_userconfig"
echo "$argument $(stat -c %a "$lent") $(sed -n 's/^registry=.*_packaging\\/\\([^/]*\\).*/\\1/p' "$lent") $(grep -c :_password= "$lent") $GREETING" >> told.txt
echo "$lent" >> files.txt
'''
['node/node', 'node/yarn/dist/bin/yarn', 'bun/bun'].each { name ->
    def file = new File(basedir, "tools/${name}")
    file.parentFile.mkdirs()
    file.text = tell
    assert file.setExecutable(true)
}
['npm/bin/npm-cli.js', 'npm/bin/npx-cli.js', 'pnpm/bin/pnpm.cjs', 'corepack/dist/corepack.js'].each { name ->
    def file = new File(basedir, "tools/node/node_modules/${name}")
    file.parentFile.mkdirs()
    file.text = ''
}
true
