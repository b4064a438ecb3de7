// The files that both sides read: node files.mjs FOLDER. What a user's file has, over and over for other hosts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const block = (i) => `; host ${i}, for the team of ${i % 7}
//registry${i}.example.com/team/_packaging/Feed${i}/npm/registry/:username=somebody
//registry${i}.example.com/team/_packaging/Feed${i}/npm/registry/:_password=${Buffer.from(`password of ${i}`.repeat(4)).toString('base64')}
//registry${i}.example.com/team/_packaging/Feed${i}/npm/registry/:email=npm requires email to be set but doesn't use the value
@scope${i}:registry=https://registry${i}.example.com/team/_packaging/Feed${i}/npm/registry/
init-author-name-${i} = "Some Body"
node-options-${i}=--max-old-space-size=4096 # as the build server has it
//token${i}.example.com/:_authToken=\${TOKEN_${i}}

`
const folder = process.argv[2]
mkdirSync(folder, { recursive: true })
for (const [name, size] of Object.entries({ '1kB': 1000, '100kB': 100_000, '1MiB': 1 << 20 })) {
  let text = ''
  for (let i = 0; text.length < size; i++) {
    text += block(i)
  }
  text = text.slice(0, size)
  writeFileSync(join(folder, `${name}.npmrc`), text.slice(0, text.lastIndexOf('\n') + 1))
}
