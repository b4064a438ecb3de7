// A Corepack where frontend-maven-plugin looks for it, a pnpm in two feeds, pinned by its hash since the feed signs nothing, and projects
// that send Corepack to another host.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchPackage } from '../../../src/test/feed/lib/packages.mjs';

const VERSION = '10.34.9';
const [tools, feed, elsewhere] = [resolve(process.argv[2]), process.argv[3], process.argv[4]];

fetchPackage(tools, 'corepack@0.36.0');
const pnpm = join(tools, `pnpm-${VERSION}.tgz`);
if (!existsSync(pnpm)) {
  npm(tools, 'pack', `pnpm@${VERSION}`);
}
mkdirSync('node-home/node/node_modules', { recursive: true });
symlinkSync(process.execPath, 'node-home/node/node');
symlinkSync(join(tools, 'node_modules', 'corepack'), 'node-home/node/node_modules/corepack');

const tarball = readFileSync(pnpm);
await publish('Shared', `Basic ${btoa(`any:${process.env.PAT}`)}`);
await publish('Entra', `Bearer ${process.env.JWT}`);
const fromFeed = `pnpm@${VERSION}+sha512.${sha512(tarball).toString('hex')}`;
project('.', fromFeed, { scripts: { prepare: 'node -p "process.env.GREETING"' }, dependencies: { 'contoso-greeting': '1.0.0' } });
// Settings of Corepack's that have nothing to do with where it downloads from are the project's business.
writeFileSync('.corepack.env', '# COREPACK_NPM_REGISTRY=none\nCOREPACK_ENABLE_AUTO_PIN=0\nCOREPACK_ENABLE_UNSAFE_CUSTOM_URLS=0\n');
project('token', fromFeed);

const foreign = foreignPnpm();
const atAddress = `pnpm@${elsewhere}/pnpm.tgz`;
project('custom-address', atAddress);
writeFileSync('custom-address/.corepack.env', 'COREPACK_ENABLE_UNSAFE_CUSTOM_URLS=1\n');
project('other-file', atAddress.replace('pnpm.tgz', 'other.tgz'));
writeFileSync('other-file/team.env', 'export COREPACK_ENABLE_UNSAFE_CUSTOM_URLS = "1" # as we do\n');
project('other-registry', foreign);
writeFileSync('other-registry/.corepack.env', `COREPACK_NPM_REGISTRY=${elsewhere}\n`);
project('unknown-name', `ours@${elsewhere}/ours.tgz`);

function project(folder, packageManager, more) {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'corepack', version: '1.0.0', private: true, packageManager, ...more };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

/** What the other host serves in pnpm's place; its pin. */
function foreignPnpm() {
  mkdirSync('foreign/bin', { recursive: true });
  const bin = { pnpm: 'bin/pnpm.cjs', pnpx: 'bin/pnpm.cjs', ours: 'bin/pnpm.cjs' };
  writeFileSync('foreign/package.json', JSON.stringify({ name: 'pnpm', version: VERSION, bin }));
  writeFileSync('foreign/bin/pnpm.cjs', 'console.log("pnpm from elsewhere");\n');
  npm('foreign', 'pack');
  renameSync(`foreign/pnpm-${VERSION}.tgz`, 'elsewhere.tgz');
  const hash = sha512(readFileSync('elsewhere.tgz'));
  const dist = { tarball: `${elsewhere}/registry.tgz`, integrity: `sha512-${hash.toString('base64')}` };
  writeFileSync('elsewhere.json', JSON.stringify({ name: 'pnpm', version: VERSION, dist }));
  return `pnpm@${VERSION}+sha512.${hash.toString('hex')}`;
}

async function publish(name, authorization) {
  const registry = `${feed}/contoso/_packaging/${name}/npm/registry/`;
  const file = `pnpm-${VERSION}.tgz`;
  const answer = await fetch(`${registry}pnpm`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization },
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
            integrity: `sha512-${sha512(tarball).toString('base64')}`,
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
}

function sha512(bytes) {
  return createHash('sha512').update(bytes).digest();
}

function npm(folder, ...words) {
  const result = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NPM_CONFIG_USERCONFIG: join(tools, 'none') },
  });
  if (result.status !== 0) {
    throw new Error(result.stderr);
  }
}
