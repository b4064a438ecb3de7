// A Corepack where frontend-maven-plugin looks for it, and a pnpm in the feed, pinned by its hash: the feed signs nothing.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const VERSION = '10.34.9';
const [tools, registry] = [resolve(process.argv[2]), process.argv[3]];

mkdirSync(tools, { recursive: true });
const pnpm = join(tools, `pnpm-${VERSION}.tgz`);
if (!existsSync(join(tools, 'node_modules', 'corepack'))) {
  writeFileSync(join(tools, 'package.json'), '{ "private": true }');
  npm('install', '--no-audit', '--no-fund', '--ignore-scripts', 'corepack@0.36.0');
}
if (!existsSync(pnpm)) {
  npm('pack', `pnpm@${VERSION}`);
}
mkdirSync('node-home/node/node_modules', { recursive: true });
symlinkSync(process.execPath, 'node-home/node/node');
symlinkSync(join(tools, 'node_modules', 'corepack'), 'node-home/node/node_modules/corepack');

const tarball = readFileSync(pnpm);
const hash = createHash('sha512').update(tarball);
const hex = hash.copy().digest('hex');
const file = `pnpm-${VERSION}.tgz`;
const answer = await fetch(`${registry}pnpm`, {
  method: 'PUT',
  headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`any:${process.env.PAT}`)}` },
  body: JSON.stringify({
    _id: 'pnpm',
    name: 'pnpm',
    'dist-tags': { latest: VERSION },
    versions: {
      [VERSION]: {
        name: 'pnpm',
        version: VERSION,
        bin: { pnpm: 'bin/pnpm.cjs', pnpx: 'bin/pnpx.cjs' },
        dist: {
          tarball: `${registry}pnpm/-/${file}`,
          shasum: createHash('sha1').update(tarball).digest('hex'),
          integrity: `sha512-${hash.digest('base64')}`,
        },
      },
    },
    _attachments: {
      [file]: { content_type: 'application/octet-stream', data: tarball.toString('base64'), length: tarball.length },
    },
  }),
});
if (!answer.ok) {
  throw new Error(`${answer.status} ${await answer.text()}`);
}
writeFileSync(
  'package.json',
  JSON.stringify({
    name: 'corepack',
    version: '1.0.0',
    private: true,
    packageManager: `pnpm@${VERSION}+sha512.${hex}`,
    scripts: { prepare: 'node -p "process.env.GREETING"' },
    dependencies: { 'contoso-greeting': '1.0.0' },
  }),
);

function npm(...words) {
  const result = spawnSync('npm', words, {
    cwd: tools,
    encoding: 'utf8',
    env: { ...process.env, NPM_CONFIG_USERCONFIG: join(tools, 'none') },
  });
  if (result.status !== 0) {
    throw new Error(result.stderr);
  }
}
