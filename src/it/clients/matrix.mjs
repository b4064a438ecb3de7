// Real package managers on what feedauth:configure wrote. Node 20 or newer.
//
//   node matrix.mjs prepare --clients all|ID,ID --tools DIR                    front ends for every client; installs the chosen
//   node matrix.mjs run --clients all|ID,ID --tools DIR --feed ORIGIN          one row for each of the chosen
//
// A client that does not start on this machine is "not run", never passed. So is Yarn 1 with the store build: the module has one file
// for all its front ends, and the always-auth that Yarn 1 needs makes npm 11 warn.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ALL = JSON.parse(readFileSync(join(HERE, 'clients.json'), 'utf8'));
const [command, ...rest] = process.argv.slice(2);
const options = Object.fromEntries(
  rest.flatMap((word, i) => (word.startsWith('--') ? [[word.slice(2), rest[i + 1]]] : [])),
);
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

const ABOUT_OURS = /(user|project) config|npmrc|yarnrc|always-auth|email|_password|username|npm(Auth|Regist|Scopes)|unsafeHttp/i;

if (command === 'prepare') {
  for (const client of ALL) {
    for (const store of ['berry', 'yarn1'].includes(client.kind) ? ['user'] : ['user', 'build']) {
      frontEnd(join(HERE, store, client.id), client, store);
    }
  }
  chosen.filter((client) => client.package).forEach(fetchClient);
} else {
  const rows = [];
  for (const client of chosen) {
    rows.push(await row(client));
  }
  // npm 6 keeps what it sent, the credential included, in its cache.
  for (const store of ['user', 'build']) {
    rmSync(join(HERE, 'cache', `npm6-${store}`), { recursive: true, force: true });
  }
  const table = markdown(rows);
  writeFileSync(join(HERE, 'matrix.md'), table);
  process.stdout.write(`${table}\n`);
  for (const { title, faults } of rows) {
    faults.forEach((fault) => process.stdout.write(`FAULT ${title}: ${fault}\n`));
  }
  process.exitCode = rows.some(({ faults }) => faults.length) ? 1 : 0;
}

/**
 * A workspace: the root wants an unscoped package with a scoped dependency, one member a package of another feed, the other is to be
 * published.
 */
function frontEnd(folder, { id, kind, version }, store) {
  if (id === 'npm6') {
    singleFrontEnd(folder, id);
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
    name: `@contoso/library-${id}`,
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
function singleFrontEnd(folder, id) {
  mkdirSync(folder, { recursive: true });
  json(join(folder, 'package.json'), {
    name: `@contoso/library-${id}`,
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

function fetchClient(client) {
  const folder = join(tools, client.id);
  if (start(client)) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  json(join(folder, 'package.json'), { private: true });
  spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${client.package}@${client.version}`],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NPM_CONFIG_USERCONFIG: join(folder, 'none') } },
  );
}

/** How to start the client; empty where it is not there. */
function start({ id, kind, package: name }) {
  if (!name) {
    const root = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' }).stdout.trim();
    return [process.execPath, join(realpathSync(join(root, 'npm')), 'bin', 'npm-cli.js')];
  }
  const file = STARTS[kind].map((path) => join(tools, id, 'node_modules', path)).find(existsSync);
  return file && (kind === 'bun' ? [file] : [process.execPath, file]);
}

async function row(client) {
  const title = `${{ npm: 'npm', pnpm: 'pnpm', yarn1: 'Yarn', berry: 'Yarn', bun: 'Bun' }[client.kind]}`;
  const found = start(client);
  const version = found && launch(client, found, ['--version'], HERE, {});
  if (!version || version.status !== 0) {
    return { title: `${title} ${client.version ?? ''}`, cells: ['not run', 'not run', 'not run'], faults: [] };
  }
  const name = `${title} ${version.stdout.trim().split('\n').pop()}`;
  const faults = [];
  const cells = [await install(client, found, 'user', faults)];
  cells.push(await publish(client, found, faults));
  const third = { berry: 'refused', yarn1: 'not run' }[client.kind];
  cells.push(third ?? (await install(client, found, 'build', faults)));
  return { title: name, cells, faults };
}

async function install(client, found, store, faults) {
  const folder = join(HERE, store, client.id);
  const before = (await record()).length;
  const result = launch(client, found, installWords(client, store), folder, store === 'build' ? standIn() : {});
  const sent = (await record()).slice(before);
  return verdict(`install, store ${store}`, result, faults, [
    ...loaded(folder),
    ...credentials(sent, { Shared: 'main', Tools: 'tools' }),
  ]);
}

function library({ id }) {
  const root = join(HERE, 'user', id);
  return id === 'npm6' ? root : join(root, 'packages', 'library');
}

function installWords({ id, kind }, store) {
  return kind === 'pnpm' ? [...INSTALL.pnpm, '--store-dir', join(HERE, 'cache', `${id}-${store}`, 'pnpm')] : INSTALL[kind];
}

async function publish(client, found, faults) {
  const before = (await record()).length;
  const result = launch(client, found, PUBLISH[client.kind], library(client), {});
  const sent = (await record()).slice(before);
  const put = sent.filter(({ method, status }) => method === 'PUT' && status < 300);
  return verdict('publish', result, faults, [
    ...(put.length === 1 ? [] : [`${put.length} successful PUTs`]),
    ...credentials(sent, { Shared: 'main' }),
  ]);
}

function launch({ id }, [program, ...first], words, folder, more) {
  const cache = join(HERE, 'cache', `${id}-${folder.includes('build') ? 'build' : 'user'}`);
  return spawnSync(program, [...first, ...words], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 180_000,
    env: {
      PATH: process.env.PATH,
      HOME: join(HERE, 'home'),
      npm_config_cache: join(cache, 'npm'),
      XDG_CACHE_HOME: join(cache, 'xdg'),
      XDG_DATA_HOME: join(cache, 'data'),
      YARN_CACHE_FOLDER: join(cache, 'yarn'),
      YARN_GLOBAL_FOLDER: join(cache, 'berry'),
      BUN_INSTALL_CACHE_DIR: join(cache, 'bun'),
      ...more,
    },
  });
}

/** As the stores build and ephemeral hand their file over; the user's own files hold nothing. */
function standIn() {
  const file = join(HERE, 'target', 'feedauth', 'npmrc');
  return { HOME: join(HERE, 'empty-home'), NPM_CONFIG_USERCONFIG: file, npm_config_userconfig: file };
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
  return all.length ? '✗' : '✓';
}

async function record() {
  return (await fetch(`${options.feed}/-/record?under=/`)).json();
}

function markdown(rows) {
  return [
    '| client | install, store `user` | publish | install, store `build` |',
    '|---|---|---|---|',
    ...rows.map(({ title, cells }) => `| ${title} | ${cells.join(' | ')} |`),
  ].join('\n');
}
