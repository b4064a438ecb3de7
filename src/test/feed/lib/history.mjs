// Versions that were taken back: what Azure's packaging interface says of them. Every feed had these two.

import * as answers from './answers.mjs';

const GONE = {
  'contoso-recycled': { version: '1.0.0', unpublishedDate: '2026-01-01T00:00:00Z' },
  'contoso-deleted': {
    version: '1.0.0',
    unpublishedDate: '2026-01-01T00:00:00Z',
    permanentlyDeletedDate: '2026-02-01T00:00:00Z',
  },
};

const INTERFACE = /^(.*)\/_apis\/packaging\/feeds\/([^/]+)\/npm\/(RecycleBin\/packages\/)?((?:@[^/]+\/)?[^/]+)\/versions\/([^/]+)$/;

/** A question to the packaging interface: the registry path of its feed, and what is asked for. */
export function question(pathname) {
  const found = INTERFACE.exec(pathname);
  if (found === null) {
    return undefined;
  }
  const [, owner, feed, bin, name, version] = found;
  return { registry: `${owner}/_packaging/${feed}/npm/registry/`, bin: bin !== undefined, name, version };
}

export async function answer({ bin, name, version }, registry) {
  const gone = GONE[name]?.version === version ? GONE[name] : undefined;
  if (gone !== undefined && (!bin || gone.permanentlyDeletedDate === undefined)) {
    return answers.json(200, { name, ...gone });
  }
  const held = bin ? { status: 404 } : await registry.ask('GET', `/${name.replace('/', '%2f')}`);
  const there = held.status === 200 && version in JSON.parse(held.body).versions;
  return there ? answers.json(200, { name, version }) : answers.noSuchVersion(name, version);
}

export function wasThere(name, version) {
  return GONE[name]?.version === version;
}
