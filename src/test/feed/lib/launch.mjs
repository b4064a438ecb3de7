// Starts and stops the daemon, and installs what it runs on.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE_FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** Starts the feed in `work` and gives its state: {pid, port, blobPort}. A feed already running there ends first. */
export async function start({ work, port, watchPid, pats, environment }) {
  mkdirSync(work, { recursive: true });
  await stop({ work });
  install(work, environment);
  rmSync(join(work, 'registries'), { recursive: true, force: true });
  const log = join(work, 'daemon.log');
  writeFileSync(log, '');
  const output = openSync(log, 'a');
  const daemon = spawn(process.execPath, [fileURLToPath(new URL('daemon.mjs', import.meta.url))], {
    cwd: work,
    detached: true,
    windowsHide: true,
    env: environment,
    stdio: ['ignore', output, output, 'ipc'],
  });
  const state = await new Promise((resolve, reject) => {
    daemon.once('message', ({ ready }) => resolve(ready));
    daemon.once('error', reject);
    daemon.once('exit', (code) =>
      reject(new Error(`The feed's daemon ended with ${code}:\n${readFileSync(log, 'utf8')}`)),
    );
    daemon.send({ work, port, watchPid, pats });
  });
  daemon.disconnect();
  daemon.unref();
  return state;
}

/** Ends the feed that runs in `work`; true if there was one. */
export async function stop({ work }) {
  const stateFile = join(work, 'state.json');
  if (!existsSync(stateFile)) {
    return false;
  }
  const { pid, port } = JSON.parse(readFileSync(stateFile, 'utf8'));
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/-/stop?pid=${pid}`, { method: 'POST' });
    return answer.ok;
  } catch {
    return false;
  } finally {
    rmSync(stateFile, { force: true });
  }
}

/** `npm ci` in `work`, unless that was done for this very lock file. */
function install(work, environment) {
  const lock = readFileSync(join(SOURCE, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const marker = join(work, 'installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) {
    return;
  }
  for (const file of PACKAGE_FILES) {
    copyFileSync(join(SOURCE, file), join(work, file));
  }
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: work,
    env: environment,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    throw new Error(`npm ci failed in ${work}:\n${npm.error ?? ''}${npm.stdout}${npm.stderr}`);
  }
  writeFileSync(marker, digest);
}
