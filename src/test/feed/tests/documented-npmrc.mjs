// The .npmrc files as Azure Artifacts' documentation gives them, and an npm that reads no others.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A project with its own home: {folder, home, npm(...args)}. */
export function project({ manifest = { name: 'app', version: '1.0.0' }, projectNpmrc, userNpmrc }) {
  const root = mkdtempSync(join(tmpdir(), 'feed-npm-'));
  const folder = join(root, 'app');
  const home = join(root, 'home');
  mkdirSync(folder);
  mkdirSync(home);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, '.npmrc'), projectNpmrc);
  writeFileSync(join(home, '.npmrc'), userNpmrc);
  const npm = (...args) =>
    spawnSync('npm', args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: home, npm_config_fetch_retries: '0', npm_config_update_notifier: 'false' },
      encoding: 'utf8',
    });
  return { root, folder, home, npm };
}

export function documentedProjectNpmrc(url, scope = undefined) {
  return `${scope === undefined ? '' : `${scope}:`}registry=${url}\nalways-auth=true\n`;
}

export function documentedUserNpmrc(url, pat, username = 'any') {
  const registry = url.replace(/^http:/, '');
  const password = Buffer.from(pat).toString('base64');
  const lines = [registry, registry.replace(/registry\/$/, '')].flatMap((prefix) => [
    `${prefix}:username=${username}`,
    `${prefix}:_password=${password}`,
    `${prefix}:email=npm requires email to be set but doesn't use the value`,
  ]);
  return ['; begin auth token', ...lines, '; end auth token', ''].join('\n');
}
