// Two front ends of Yarn 1, each with a file that names another registry than the feed; and what that one serves.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchPackage } from '../../../src/test/feed/lib/packages.mjs';

const [tools, elsewhere] = [resolve(process.argv[2]), process.argv[3]];

fetchPackage(join(tools, 'yarn1'), 'yarn@1.22.22');
mkdirSync('node-home/node/yarn', { recursive: true });
symlinkSync(process.execPath, 'node-home/node/node');
symlinkSync(join(tools, 'yarn1', 'node_modules', 'yarn'), 'node-home/node/yarn/dist');
mkdirSync('served');
const packed = spawnSync('npm', ['pack', resolve('../../../src/test/feed/packages/contoso-words')], { cwd: 'served', encoding: 'utf8' });
if (packed.status !== 0) {
  throw new Error(packed.stderr);
}
const tarball = `${elsewhere}/contoso-words-1.0.0.tgz`;
const shasum = createHash('sha1').update(readFileSync('served/contoso-words-1.0.0.tgz')).digest('hex');
writeFileSync(
  'served/metadata',
  JSON.stringify({
    name: '@contoso/words',
    'dist-tags': { latest: '1.0.0' },
    versions: { '1.0.0': { name: '@contoso/words', version: '1.0.0', dist: { tarball, shasum } } },
  }),
);
frontEnd('by-lock-file', '@contoso/words');
writeFileSync(
  'by-lock-file/yarn.lock',
  `# yarn lockfile v1\n\n\n"@contoso/words@1.0.0":\n  version "1.0.0"\n  resolved "${tarball}"\n`,
);
// Of these the first does nothing: .npmrc comes before it. contoso-greeting wants @contoso/words.
frontEnd('by-setting', 'contoso-greeting');
writeFileSync('by-setting/.yarnrc', `registry "${elsewhere}/"\n"@contoso:registry" "${elsewhere}/"\n`);

function frontEnd(folder, wanted) {
  mkdirSync(folder);
  const manifest = { name: folder, license: 'UNLICENSED', private: true, packageManager: 'yarn@1.22.22' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies: { [wanted]: '1.0.0' } }));
}
