// What Maven downloads for a plugin where the local repository is empty: node download.mjs BENCH WORK
// Serves this machine's local repository on loopback and counts what is asked of it.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [bench, work] = process.argv.slice(2);
const repository = execFileSync('mvn', ['-q', '-o', 'help:evaluate', '-Dexpression=settings.localRepository', '-DforceStdout'], { cwd: join(bench, '..') })
  .toString().replace(/\u001b\[[0-9;]*m/g, '').trim();

let asked = [];
const server = createServer((request, response) => {
  const path = decodeURI(request.url);
  const content = read(path);
  asked.push({ path, bytes: content?.length ?? 0 });
  response.writeHead(content ? 200 : 404).end(content);
});

function read(path) {
  try {
    return path.endsWith('.sha1')
      ? Buffer.from(createHash('sha1').update(readFileSync(join(repository, path.slice(0, -'.sha1'.length)))).digest('hex'))
      : readFileSync(join(repository, path));
  } catch {
    return undefined;
  }
}

await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
writeFileSync(join(work, 'settings.xml'), `<settings><mirrors><mirror><id>loopback</id><mirrorOf>*</mirrorOf>`
  + `<url>http://127.0.0.1:${server.address().port}</url></mirror></mirrors></settings>\n`);

const rows = [];
for (const [profile, name] of [['empty', 'empty plugin'], ['feedauth', 'feedauth-maven-plugin']]) {
  const folder = join(work, profile);
  mkdirSync(folder);
  cpSync(join(bench, 'module'), folder, { recursive: true });
  asked = [];
  await run('mvn', ['-B', '-q', '-s', join(work, 'settings.xml'), `-Dmaven.repo.local=${join(folder, 'repository')}`, '-P', profile, 'initialize'], folder);
  const bytes = asked.reduce((sum, one) => sum + one.bytes, 0);
  rows.push(`| ${name} | ${asked.length} | ${Math.round(bytes / 1024)} kB |`);
}
console.log(['| plugin | requests | downloaded |', '|---|---|---|', ...rows].join('\n'));
server.close();

function run(command, args, cwd) {
  return new Promise((done, failed) => {
    spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('close', (code) => (code === 0 ? done() : failed(new Error(`${command} ended with ${code}`))));
  });
}
