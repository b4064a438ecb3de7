// The inner build's front ends, of Yarn 3 and 4: each wants a package of the inner feed, and one of a scope that only the outer build knows.

import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchPackage } from '../../../src/test/feed/lib/packages.mjs';

const tools = resolve(process.argv[2]);

fetchPackage(join(tools, 'yarn1'), 'yarn@1.22.22');
mkdirSync('inner/node-home/node/yarn', { recursive: true });
symlinkSync(process.execPath, 'inner/node-home/node/node');
symlinkSync(join(tools, 'yarn1', 'node_modules', 'yarn'), 'inner/node-home/node/yarn/dist');
frontEnd('yarn3', '3.8.7', '');
frontEnd('yarn4', '4.18.1', 'npmMinimalAgeGate: 0\nnpmScopes:\n  tools:\n    npmMinimalAgeGate: 0\n  contoso:\n    npmMinimalAgeGate: 0\n');

function frontEnd(id, version, settings) {
  fetchPackage(join(tools, id), `@yarnpkg/cli-dist@${version}`);
  const folder = join('inner', id);
  mkdirSync(folder, { recursive: true });
  // As Yarn itself leaves it: frontend-maven-plugin starts Yarn 1, which hands over to this one.
  copyFileSync(join(tools, id, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js'), join(folder, 'yarn.cjs'));
  writeFileSync(join(folder, '.yarnrc.yml'), `yarnPath: ./yarn.cjs\nnodeLinker: node-modules\nenableTelemetry: false\n${settings}`);
  writeFileSync(join(folder, 'yarn.lock'), '');
  const manifest = { name: id, private: true, dependencies: { 'contoso-greeting': '*', '@tools/lint-rules': '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}
