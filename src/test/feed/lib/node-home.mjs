// frontend-maven-plugin's installDirectory, made of this machine's own Node and npm, so that nothing is downloaded.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const WINDOWS = process.platform === 'win32';

/** Lays `dir`/node out as frontend-maven-plugin's own installation does. */
export function linkNode(dir) {
  const npm = realpathSync(join(globalModules(), 'npm'));
  const node = join(dir, 'node');
  mkdirSync(join(node, 'node_modules'), { recursive: true });
  link(process.execPath, join(node, WINDOWS ? 'node.exe' : 'node'), 'file');
  link(npm, join(node, 'node_modules', 'npm'), 'junction');
  for (const command of ['npm', 'npx']) {
    if (WINDOWS) {
      copyFileSync(join(npm, 'bin', `${command}.cmd`), join(node, `${command}.cmd`));
    } else {
      link(join('node_modules', 'npm', 'bin', `${command}-cli.js`), join(node, command), 'file');
    }
  }
}

function globalModules() {
  const npm = spawnSync('npm', ['root', '-g'], { encoding: 'utf8', shell: WINDOWS });
  if (npm.status !== 0) {
    throw new Error(`npm root -g failed: ${npm.error ?? npm.stderr}`);
  }
  return npm.stdout.trim();
}

function link(target, path, type) {
  rmSync(path, { recursive: true, force: true });
  if (WINDOWS && type === 'file') {
    copyFileSync(target, path);
  } else {
    symlinkSync(target, path, type);
  }
}
