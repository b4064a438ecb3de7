// One real Verdaccio per feed, so that a feed shows its own packages and no others'. Only the front can log in to it.

import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tarballOf } from './tarball.mjs';

const PACKAGES = fileURLToPath(new URL('../packages/', import.meta.url));

export class Registries {
  #work;
  #runServer;
  #opened = new Map();

  /** @param work the folder whose node_modules has Verdaccio, and that holds the storage */
  constructor(work) {
    this.#work = work;
    this.#runServer = createRequire(join(work, 'package.json'))('verdaccio').runServer;
  }

  /** The feed's registry, holding the packages feeds.json gives it; opened when first asked for. */
  of(feed) {
    if (!this.#opened.has(feed.path)) {
      this.#opened.set(feed.path, this.#open(feed, this.#opened.size));
    }
    return this.#opened.get(feed.path);
  }

  async #open(feed, number) {
    const folder = join(this.#work, 'registries', String(number));
    mkdirSync(folder, { recursive: true });
    const password = randomUUID();
    const digest = createHash('sha1').update(password).digest('base64');
    writeFileSync(join(folder, 'htpasswd'), `front:{SHA}${digest}\n`, { mode: 0o600 });
    const server = await this.#runServer({
      self_path: folder,
      storage: join(folder, 'storage'),
      auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
      uplinks: {},
      packages: {
        '**': { access: '$authenticated', publish: '$authenticated', unpublish: '$authenticated' },
      },
      middlewares: {},
      web: { enable: false },
      log: { type: 'stdout', format: 'pretty', level: 'warn' },
      max_body_size: '50mb',
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const registry = new Registry(`http://127.0.0.1:${server.address().port}`, `front:${password}`);
    await registry.publishAll(feed.packages);
    return registry;
  }
}

class Registry {
  #origin;
  #authorization;

  constructor(origin, login) {
    this.#origin = origin;
    this.#authorization = `Basic ${Buffer.from(login).toString('base64')}`;
  }

  /** Verdaccio's own answer, read whole. */
  async ask(method, path, headers = {}, body = undefined) {
    const response = await fetch(this.#origin + path, {
      method,
      headers: { ...headers, authorization: this.#authorization },
      body,
      redirect: 'manual',
    });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/octet-stream',
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  async publishAll(names) {
    for (const folder of readdirSync(PACKAGES).map((name) => join(PACKAGES, name))) {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (names.includes(manifest.name)) {
        await this.#publish(manifest, tarballOf(folder));
      }
    }
  }

  /** npm's publish request. */
  async #publish(manifest, tarball) {
    const { name, version } = manifest;
    const file = `${name}-${version}.tgz`;
    const dist = {
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
      shasum: createHash('sha1').update(tarball).digest('hex'),
      tarball: `${this.#origin}/${name}/-/${file}`,
    };
    const document = {
      _id: name,
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
      _attachments: {
        [file]: {
          content_type: 'application/octet-stream',
          data: tarball.toString('base64'),
          length: tarball.length,
        },
      },
    };
    const path = `/${name.replace('/', '%2f')}`;
    const answer = await this.ask('PUT', path, { 'content-type': 'application/json' }, JSON.stringify(document));
    if (answer.status !== 201) {
      throw new Error(`Verdaccio did not take ${name}@${version}: ${answer.status} ${answer.body}`);
    }
  }
}
