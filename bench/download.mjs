// What Maven downloads for a plugin where the local repository is empty: node download.mjs MODULE REPOSITORY WORK
// Serves that local repository on loopback and counts what is asked of it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [module, repository, work] = process.argv.slice(2);

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
const url = `http://127.0.0.1:${server.address().port}`;
writeFileSync(join(work, 'settings.xml'), `<settings>
  <mirrors><mirror><id>loopback</id><mirrorOf>*</mirrorOf><url>${url}</url></mirror></mirrors>
  <profiles>
    <profile>
      <id>snapshots</id>
      <activation><activeByDefault>true</activeByDefault></activation>
      <pluginRepositories>
        <pluginRepository><id>snapshots</id><url>${url}</url><snapshots><enabled>true</enabled></snapshots></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
</settings>
`);

const rows = [];
for (const [profile, name] of [['empty', 'empty plugin'], ['feedauth', 'feedauth-maven-plugin']]) {
  const folder = join(work, profile);
  mkdirSync(folder);
  cpSync(module, folder, { recursive: true });
  asked = [];
  await run('mvn', ['-B', '-q', '-s', join(work, 'settings.xml'), `-Dmaven.repo.local=${join(folder, 'repository')}`, '-P', `snapshots,${profile}`, 'initialize'], folder);
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
