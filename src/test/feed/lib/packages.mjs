// Package managers for tests, from npm's registry, kept between runs.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installs one version of a package into `folder`/node_modules, where it is not there yet; without the developer's own settings. */
export function fetchPackage(folder, spec) {
  mkdirSync(folder, { recursive: true });
  const name = spec.slice(0, spec.lastIndexOf('@'));
  if (existsSync(join(folder, 'node_modules', name))) {
    return;
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', spec], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NPM_CONFIG_USERCONFIG: join(folder, 'none') },
  });
}
