// The same modules several times, since each build leaves files: workspaces of npm, pnpm, Yarn 4 and Bun whose two members are modules too, and
// run the install; and a front end that runs npx. The clients are laid out as frontend-maven-plugin's own installation does.

import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linkNode } from '../../../src/test/feed/lib/node-home.mjs';
import { fetchPackage } from '../../../src/test/feed/lib/packages.mjs';

const tools = resolve(process.argv[2]);
const YARN = join(tools, 'yarn4', 'node_modules', '@yarnpkg', 'cli-dist', 'bin', 'yarn.js');

fetchPackage(join(tools, 'pnpm10'), 'pnpm@10.34.9');
fetchPackage(join(tools, 'yarn1'), 'yarn@1.22.22');
fetchPackage(join(tools, 'yarn4'), '@yarnpkg/cli-dist@4.18.1');
fetchPackage(join(tools, 'bun'), 'bun@1.4.5');
linkNode('node-home');
link(join(tools, 'pnpm10', 'node_modules', 'pnpm'), 'node-home/node/node_modules/pnpm');
link(join(tools, 'yarn1', 'node_modules', 'yarn'), 'node-home/node/yarn/dist');
link(
  ['linux-x64', 'linux-aarch64', 'darwin-aarch64', 'darwin-x64']
    .map((system) => join(tools, 'bun', 'node_modules', '@oven', `bun-${system}`, 'bin', 'bun'))
    .find(existsSync),
  'node-home/bun/bun',
);

for (const tree of ['ephemeral', 'user', 'token', 'cleaned', 'dry']) {
  module('front-end-goals', tree, { modules: ['npm', 'pnpm', 'yarn', 'bun', 'npx'] });
  workspace(tree, 'npm', 'install --no-audit --no-fund');
  workspace(tree, 'pnpm', 'install --no-frozen-lockfile', 'pnpm@10.34.9');
  file(`${tree}/pnpm/pnpm-workspace.yaml`, 'packages:\n  - site\n  - library\nminimumReleaseAge: 0\n');
  workspace(tree, 'bun', 'install', 'bun@1.4.5');
  workspace(tree, 'yarn', 'install', 'yarn@4.18.1');
  // frontend-maven-plugin starts Yarn 1, which hands over to this one.
  copyFileSync(YARN, `${tree}/yarn/yarn.cjs`);
  file(`${tree}/yarn/yarn.lock`, '');
  file(
    `${tree}/yarn/.yarnrc.yml`,
    'yarnPath: ./yarn.cjs\nnodeLinker: node-modules\nnpmMinimalAgeGate: 0\nnpmScopes:\n  tools:\n    npmMinimalAgeGate: 0\n',
  );
  module(tree, `${tree}/npx`, { goal: 'npx', words: '--yes --package contoso-greeting -- node --version' });
  manifest(`${tree}/npx`, {});
}

function workspace(tree, client, words, packageManager) {
  const root = `${tree}/${client}`;
  module(tree, root, { modules: ['site', 'library'] });
  manifest(root, { packageManager, ...(client !== 'pnpm' && { workspaces: ['site', 'library'] }) });
  module(`${tree}-${client}`, `${root}/site`, { goal: client, words });
  manifest(`${root}/site`, { dependencies: { 'contoso-greeting': '1.0.0' } });
  module(`${tree}-${client}`, `${root}/library`, { goal: client, words });
  manifest(`${root}/library`, { dependencies: { '@tools/lint-rules': '1.0.0' } });
}

function manifest(folder, more) {
  file(`${folder}/package.json`, JSON.stringify({ name: folder.split('/').pop(), version: '1.0.0', private: true, ...more }));
}

function module(parent, folder, { modules = [], goal, words }) {
  file(
    `${folder}/pom.xml`,
    `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>it</groupId>
    <artifactId>${parent}</artifactId>
    <version>1.0.0</version>
  </parent>
  <artifactId>${folder.replaceAll('/', '-')}</artifactId>
  <packaging>pom</packaging>
  <modules>${modules.map((name) => `<module>${name}</module>`).join('')}</modules>
${goal ? execution(goal, words) : ''}</project>
`,
  );
}

function execution(goal, words) {
  return `  <build>
    <plugins>
      <plugin>
        <groupId>com.github.eirslett</groupId>
        <artifactId>frontend-maven-plugin</artifactId>
        <executions>
          <execution>
            <goals><goal>${goal}</goal></goals>
            <phase>generate-resources</phase>
            <configuration><arguments>${words}</arguments></configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
`;
}

function file(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
