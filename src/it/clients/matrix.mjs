// Real package managers on what feedauth:configure wrote. Node 20 or newer.
//
//   node matrix.mjs prepare --clients all|ID,ID --tools DIR --feed ORIGIN    front ends for every client; installs the chosen
//   node matrix.mjs ephemeral [--classic]                                   inside of the build: with what frontend-maven-plugin hands over
//   node matrix.mjs run                                                     after it: the other stores, and one row for each of the chosen
//
// A client that does not start on this machine is "not run", never passed. Yarn 1 has a module of its own: one module has one file for all
// its front ends, and the always-auth that Yarn 1 needs makes npm 11 warn.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from '../../../src/test/feed/lib/packages.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ALL = JSON.parse(readFileSync(join(HERE, 'clients.json'), 'utf8'));
const [command, ...rest] = process.argv.slice(2);
const SAVED = join(HERE, 'options.json');
const options =
  command === 'prepare'
    ? Object.fromEntries(rest.flatMap((word, i) => (word.startsWith('--') ? [[word.slice(2), rest[i + 1]]] : [])))
    : JSON.parse(readFileSync(SAVED, 'utf8'));
const STORES = ['user', 'build', 'ephemeral'];
const chosen = options.clients === 'all' ? ALL : ALL.filter(({ id }) => options.clients.split(',').includes(id));
const tools = resolve(options.tools);

const STARTS = {
  npm: ['npm/bin/npm-cli.js'],
  pnpm: ['pnpm/bin/pnpm.cjs', 'pnpm/bin/pnpm.mjs'],
  yarn1: ['yarn/bin/yarn.js'],
  berry: ['@yarnpkg/cli-dist/bin/yarn.js'],
  bun: ['@oven/bun-linux-x64/bin/bun', '@oven/bun-darwin-aarch64/bin/bun', '@oven/bun-darwin-x64/bin/bun'],
};
const INSTALL = {
  npm: ['install', '--no-audit', '--no-fund'],
  pnpm: ['install', '--no-frozen-lockfile'],
  yarn1: ['install', '--non-interactive'],
  berry: ['install'],
  bun: ['install'],
};
const PUBLISH = {
  npm: ['publish'],
  pnpm: ['publish', '--no-git-checks'],
  yarn1: ['publish', '--non-interactive', '--new-version', '1.0.0'],
  berry: ['npm', 'publish'],
  bun: ['publish'],
};

const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

const ABOUT_OURS = /(user|project) config|npmrc|yarnrc|always-auth|email|_password|username|npm(Auth|Regist|Scopes)|unsafeHttp/i;

if (command === 'prepare') {
  for (const client of ALL) {
    STORES.forEach((store) => frontEnd(folderOf(client, store), client, store));
  }
  chosen.forEach(fetchClient);
  json(SAVED, options);
  // What frontend-maven-plugin runs for the store ephemeral.
  for (const [runner, words] of [['runner', ''], ['classic/runner', ' --classic']]) {
    mkdirSync(join(HERE, runner), { recursive: true });
    json(join(HERE, runner, 'package.json'), {
      name: 'runner',
      license: 'UNLICENSED',
      private: true,
      scripts: { matrix: `node ${join(HERE, 'matrix.mjs')} ephemeral${words}` },
    });
  }
  linkYarn();
} else if (command === 'ephemeral') {
  const classic = rest.includes('--classic');
  const cells = {};
  for (const client of chosen.filter(({ kind }) => (kind === 'yarn1') === classic)) {
    const faults = [];
    cells[client.id] = { cell: await both(client, 'ephemeral', faults), faults };
  }
  json(join(HERE, classic ? 'ephemeral-classic.json' : 'ephemeral.json'), cells);
} else {
  const handed = {
    ...JSON.parse(readFileSync(join(HERE, 'ephemeral.json'), 'utf8')),
    ...JSON.parse(readFileSync(join(HERE, 'ephemeral-classic.json'), 'utf8')),
  };
  const rows = [];
  for (const client of chosen) {
    rows.push(await row(client, handed[client.id]));
  }
  // npm 6 keeps what it sent, the credential included, in its cache.
  STORES.forEach((store) => rmSync(join(HERE, 'cache', `npm6-${store}`), { recursive: true, force: true }));
  const table = markdown(rows);
  writeFileSync(join(HERE, 'matrix.md'), table);
  process.stdout.write(`${table}\n`);
  for (const { title, faults } of rows) {
    faults.forEach((fault) => process.stdout.write(`FAULT ${title}: ${fault}\n`));
  }
  process.exitCode = rows.some(({ faults }) => faults.length) ? 1 : 0;
}

function folderOf({ id, kind }, store) {
  return kind === 'yarn1' && store !== 'user' ? join(HERE, 'classic', store, id) : join(HERE, store, id);
}

/**
 * A workspace: the root wants an unscoped package with a scoped dependency, one member a package of another feed, the other is to be
 * published.
 */
function frontEnd(folder, { id, kind, version }, store) {
  if (id === 'npm6') {
    singleFrontEnd(folder, id, store);
    return;
  }
  const member = join(folder, 'packages', 'site');
  const library = join(folder, 'packages', 'library');
  mkdirSync(member, { recursive: true });
  mkdirSync(library, { recursive: true });
  // From 11 on pnpm looks its pinned version up in the registry; pnpm-workspace.yaml tells the client as well.
  const isPinned = version && !(kind === 'pnpm' && Number(version.split('.')[0]) >= 11);
  const pinned = { npm: 'npm', pnpm: 'pnpm', yarn1: 'yarn', berry: 'yarn', bun: 'bun' }[kind];
  json(join(folder, 'package.json'), {
    name: 'app',
    version: '1.0.0',
    license: 'UNLICENSED',
    private: true,
    ...(isPinned && { packageManager: `${pinned}@${version}` }),
    ...(kind !== 'pnpm' && { workspaces: ['packages/*'] }),
    dependencies: { 'contoso-greeting': '*' },
  });
  json(join(library, 'package.json'), {
    name: `@contoso/library-${id}-${store}`,
    version: '1.0.0',
    license: 'UNLICENSED',
    files: ['index.js'],
  });
  writeFileSync(join(library, 'index.js'), 'module.exports = 1\n');
  json(join(member, 'package.json'), {
    name: 'site',
    version: '1.0.0',
    license: 'UNLICENSED',
    private: true,
    dependencies: { '@tools/lint-rules': '*' },
  });
  if (kind === 'pnpm') {
    const age = Number(version.split('.')[0]) >= 10 ? 'minimumReleaseAge: 0\n' : '';
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), `packages:\n  - packages/*\n${age}`);
  }
  if (kind === 'berry') {
    // Yarn 4 takes the age that a scope's packages must have from the scope's own entry.
    const age =
      Number(version.split('.')[0]) >= 4
        ? 'npmMinimalAgeGate: 0\nnpmScopes:\n  tools:\n    npmMinimalAgeGate: 0\n'
        : '';
    writeFileSync(join(folder, '.yarnrc.yml'), `# ours\nenableTelemetry: false\nnodeLinker: node-modules\n${age}`);
    writeFileSync(join(folder, 'yarn.lock'), '');
  }
}

/** npm 6 knows no workspaces: one package wants both and is published. */
function singleFrontEnd(folder, id, store) {
  mkdirSync(folder, { recursive: true });
  json(join(folder, 'package.json'), {
    name: `@contoso/library-${id}-${store}`,
    version: '1.0.0',
    license: 'UNLICENSED',
    files: ['index.js'],
    dependencies: { 'contoso-greeting': '*', '@tools/lint-rules': '*' },
  });
  writeFileSync(join(folder, 'index.js'), 'module.exports = 1\n');
}

function json(file, content) {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Clients, and where the machine's own will not do the Node that they need, come from npm's registry. */
function fetchClient(client) {
  if (client.package) {
    fetchPackage(join(tools, client.id), `${client.package}@${client.version}`);
  }
  if (client.node) {
    fetchPackage(join(tools, `node-${client.node}`), `${NODE_PACKAGE}@${client.node}`);
  }
}

function node({ node: version }) {
  return version ? join(tools, `node-${version}`, 'node_modules', NODE_PACKAGE, 'bin', 'node') : process.execPath;
}

function file({ id, kind }) {
  return STARTS[kind].map((path) => join(tools, id, 'node_modules', path)).find(existsSync);
}

/** How to start the client; empty where it is not there. */
function start(client) {
  if (!client.package) {
    const root = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' }).stdout.trim();
    return [process.execPath, join(realpathSync(join(root, 'npm')), 'bin', 'npm-cli.js')];
  }
  const found = file(client);
  return found && (client.kind === 'bun' ? [found] : [node(client), found]);
}

/** Yarn 1 and Node where frontend-maven-plugin's goal yarn looks for them. */
function linkYarn() {
  const home = join(HERE, 'node-home', 'node');
  mkdirSync(join(home, 'yarn'), { recursive: true });
  symlinkSync(process.execPath, join(home, 'node'));
  symlinkSync(join(tools, 'yarn1', 'node_modules', 'yarn'), join(home, 'yarn', 'dist'));
}

async function row(client, handed) {
  const title = { npm: 'npm', pnpm: 'pnpm', yarn1: 'Yarn', berry: 'Yarn', bun: 'Bun' }[client.kind];
  const version = versionOf(client);
  if (!version) {
    return { title: `${title} ${client.version ?? ''}`, runtime: '', cells: STORES.map(() => 'not run'), faults: [] };
  }
  const faults = [...handed.faults];
  const cells = [await both(client, 'user', faults), await both(client, 'build', faults), handed.cell];
  return { title: `${title} ${version}`, runtime: runtime(client), cells, faults };
}

function runtime(client) {
  return client.kind === 'bun' ? '–' : client.node || process.versions.node;
}

/** Empty where it does not start. */
function versionOf(client) {
  const found = start(client);
  const result = found && launch(client, found, ['--version'], HERE, 'user');
  return result?.status === 0 ? result.stdout.trim().split('\n').pop() : '';
}

async function both(client, store, faults) {
  if (!versionOf(client)) {
    return 'not run';
  }
  const installed = await install(client, store, faults);
  return (await publish(client, store, faults)) && installed ? '✓' : '✗';
}

async function install(client, store, faults) {
  const folder = folderOf(client, store);
  const before = (await record()).length;
  const result = launch(client, start(client), installWords(client, store), folder, store);
  const sent = (await record()).slice(before);
  return verdict(`install, store ${store}`, result, faults, [
    ...loaded(folder),
    ...credentials(sent, { Shared: 'main', Tools: 'tools' }),
  ]);
}

function installWords({ id, kind }, store) {
  return kind === 'pnpm' ? [...INSTALL.pnpm, '--store-dir', join(HERE, 'cache', `${id}-${store}`, 'pnpm')] : INSTALL[kind];
}

async function publish(client, store, faults) {
  const root = folderOf(client, store);
  const before = (await record()).length;
  const folder = client.id === 'npm6' ? root : join(root, 'packages', 'library');
  const result = launch(client, start(client), PUBLISH[client.kind], folder, store);
  const sent = (await record()).slice(before);
  const put = sent.filter(({ method, status }) => method === 'PUT' && status < 300);
  return verdict(`publish, store ${store}`, result, faults, [
    ...(put.length === 1 ? [] : [`${put.length} successful PUTs`]),
    ...credentials(sent, { Shared: 'main' }),
  ]);
}

function launch(client, [program, ...first], words, folder, store) {
  const cache = join(HERE, 'cache', `${client.id}-${store}`);
  return spawnSync(program, [...first, ...words], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 180_000,
    env: {
      PATH: `${dirname(node(client))}${delimiter}${process.env.PATH}`,
      HOME: join(HERE, store === 'user' ? 'home' : 'empty-home'),
      npm_config_cache: join(cache, 'npm'),
      XDG_CACHE_HOME: join(cache, 'xdg'),
      XDG_DATA_HOME: join(cache, 'data'),
      YARN_CACHE_FOLDER: join(cache, 'yarn'),
      YARN_GLOBAL_FOLDER: join(cache, 'berry'),
      BUN_INSTALL_CACHE_DIR: join(cache, 'bun'),
      ...handed(client, store),
    },
  });
}

/** The user's own files hold nothing; of the store build the properties are known, the other's come from frontend-maven-plugin. */
function handed({ kind }, store) {
  if (store === 'user') {
    return {};
  }
  const folder = join(HERE, kind === 'yarn1' ? 'classic' : '.', 'target', 'feedauth');
  const { NPM_CONFIG_USERCONFIG: file, YARN_PLUGINS: plugins } =
    store === 'ephemeral'
      ? process.env
      : { NPM_CONFIG_USERCONFIG: join(folder, 'npmrc'), YARN_PLUGINS: join(folder, 'yarn-plugin.cjs') };
  return kind === 'berry' ? { YARN_PLUGINS: plugins } : { NPM_CONFIG_USERCONFIG: file, npm_config_userconfig: file };
}

function loaded(folder) {
  const faults = [];
  for (const [from, name] of [['.', 'contoso-greeting'], [existsSync(join(folder, 'packages')) ? 'packages/site' : '.', '@tools/lint-rules']]) {
    try {
      createRequire(join(folder, from, 'package.json'))(name);
    } catch (e) {
      faults.push(`${name} is not installed: ${e.code}`);
    }
  }
  return faults;
}

/** A 404 is fine: clients ask whether a version is taken, or for a newer one of themselves. Every request to a feed has that feed's own credential, and none is carried on to the storage of tarballs. */
function credentials(sent, labels) {
  const faults = [];
  for (const [feed, label] of Object.entries(labels)) {
    const got = sent.filter(({ server, path }) => server === 'feed' && path.includes(`/_packaging/${feed}/`));
    const wrong = got.filter(({ auth, status }) => auth?.pat !== label || [401, 403].includes(status));
    if (!got.length) {
      faults.push(`no request to ${feed}`);
    }
    wrong.forEach(({ method, path, auth, status }) =>
      faults.push(`${method} ${path} with ${auth?.scheme} ${auth?.pat}: ${status}`),
    );
  }
  if (sent.some(({ authorizationForwarded }) => authorizationForwarded)) {
    faults.push('the credential was carried on to the storage');
  }
  return faults;
}

function verdict(what, result, faults, found) {
  const output = `${result.stdout}${result.stderr}`;
  const warnings = output
    .split('\n')
    .filter((line) => /warn/i.test(line) && ABOUT_OURS.test(line));
  const all = [
    ...(result.status === 0 ? [] : [`exit ${result.status}: ${output.slice(-1500)}`]),
    ...found,
    ...warnings.map((line) => `warns: ${line}`),
  ];
  faults.push(...all.map((fault) => `${what}: ${fault}`));
  return !all.length;
}

async function record() {
  return (await fetch(`${options.feed}/-/record?under=/`)).json();
}

function markdown(rows) {
  return [
    '| client | on Node | `user` | `build` | `ephemeral` |',
    '|---|---|---|---|---|',
    ...rows.map(({ title, runtime, cells }) => `| ${title} | ${[runtime, ...cells].join(' | ')} |`),
  ].join('\n');
}
