// The feed that the tests run against, started and stopped by its own command line.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../feed.mjs', import.meta.url));

export const MAIN = `${'SENTINEL'.repeat(10).slice(0, 76)}AZDOtest`;
export const TOOLS = 'sentinel'.repeat(10).slice(0, 52);
export const JWT = [{ alg: 'x' }, { s: 'SENTINEL' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('SENTINELSENTINEL')
  .join('.');

export const WORK = fileURLToPath(new URL('../../../../target/feed-test', import.meta.url));

export function basic(username, password) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** Runs feed.mjs; {status, stdout, stderr}. */
export function feedCommand(...args) {
  return spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    env: { ...process.env, FEED_PAT_MAIN: MAIN, FEED_PAT_TOOLS: TOOLS, FEED_PAT_JWT: JWT },
  });
}

export function startedState() {
  return JSON.parse(readFileSync(join(WORK, 'state.json'), 'utf8'));
}

/** Starts the feed for this test run. The returned object is filled when `start` is called. */
export function runningFeed() {
  return {
    origin: undefined,
    start() {
      const started = feedCommand('start', '--port', '0', '--work', WORK, '--watch-pid', String(process.pid));
      if (started.status !== 0) {
        throw new Error(started.stderr);
      }
      this.origin = `http://127.0.0.1:${startedState().port}`;
    },
    stop() {
      return feedCommand('stop', '--work', WORK);
    },
    url(path) {
      return this.origin + path;
    },
    async record(prefix) {
      return (await fetch(`${this.origin}/-/record?under=${encodeURIComponent(prefix)}`)).json();
    },
  };
}

/** A process that lives until its standard input ends. */
export function bystander() {
  return spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
}
