import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { spawnSync } from 'node:child_process';
import { basic, bystander, feedCommand, JWT, MAIN, TOOLS, WORK } from './running-feed.mjs';

/** How the feed starts, ends, and what it leaves behind. */
export function lifecycle(feed) {
  /** A work folder of its own that borrows the installed packages. */
  const otherWork = () => {
    const work = mkdtempSync(join(tmpdir(), 'feed-work-'));
    for (const file of ['node_modules', 'package.json', 'installed']) {
      symlinkSync(join(WORK, file), join(work, file));
    }
    return work;
  };
  const stateOf = (work) => JSON.parse(readFileSync(join(work, 'state.json'), 'utf8'));

  it('ends itself when the watched process is gone', { timeout: 60_000 }, async () => {
    const work = otherWork();
    const watched = bystander();
    const start = feedCommand('start', '--port', '0', '--work', work, '--watch-pid', String(watched.pid));
    assert.equal(start.status, 0, start.stderr);
    const held = connect(stateOf(work).port, '127.0.0.1');
    await once(held, 'connect');

    watched.stdin.end();

    await Promise.race([once(held, 'close'), once(held, 'error')]);
    assert.ok(!existsSync(join(work, 'state.json')));
  });

  it('ends on `stop`, which is content when there is none', () => {
    const work = otherWork();
    assert.equal(feedCommand('start', '--port', '0', '--work', work).status, 0);

    assert.equal(feedCommand('stop', '--work', work).stdout, 'feed: stopped\n');
    const again = feedCommand('stop', '--work', work);

    assert.equal(again.stdout, 'feed: none is running\n');
    assert.equal(again.status, 0);
  });

  it('says why it cannot start', () => {
    const work = otherWork();
    const start = feedCommand('start', '--port', new URL(feed.origin).port, '--work', work);

    assert.equal(start.status, 1);
    assert.match(start.stderr, /EADDRINUSE/);
    assert.ok(!existsSync(join(work, 'state.json')));
  });

  it('writes no PAT, plain or base64, to any file of its own', async () => {
    await fetch(feed.url('/contoso/_packaging/Shared/npm/registry/'), {
      headers: { authorization: basic('any', MAIN) },
    });
    const secrets = [MAIN, TOOLS, JWT].flatMap((pat) => [pat, Buffer.from(pat).toString('base64')]);
    const files = readdirSync(WORK, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !file.parentPath.includes('node_modules'))
      .map((file) => join(file.parentPath, file.name));

    assert.ok(files.some((file) => file.endsWith('record.jsonl')));
    for (const file of files) {
      const text = readFileSync(file, 'latin1');
      assert.ok(secrets.every((secret) => !text.includes(secret)), file);
    }
  });

  it('has no PAT in its arguments or environment', () => {
    const { stdout } = spawnSync('ps', ['eww', '-p', String(stateOf(WORK).pid)], { encoding: 'utf8' });

    assert.match(stdout, /daemon\.mjs.* PATH=/);
    assert.ok([MAIN, TOOLS, JWT].every((pat) => !stdout.includes(pat)));
  });

  it("`link-node` lays this machine's Node and npm out as frontend-maven-plugin installs them", () => {
    const dir = mkdtempSync(join(tmpdir(), 'feed-node-'));
    for (const time of ['first', 'again']) {
      assert.equal(feedCommand('link-node', '--dir', dir).status, 0, time);
    }

    assert.equal(realpathSync(join(dir, 'node/node')), realpathSync(process.execPath));
    assert.ok(lstatSync(join(dir, 'node/node_modules/npm')).isSymbolicLink());
    const system = spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout;
    const cli = join(dir, 'node/node_modules/npm/bin/npm-cli.js');
    assert.equal(spawnSync(join(dir, 'node/node'), [cli, '--version'], { encoding: 'utf8' }).stdout, system);
    assert.equal(spawnSync(join(dir, 'node/npm'), ['--version'], { encoding: 'utf8' }).stdout, system);
  });
}
