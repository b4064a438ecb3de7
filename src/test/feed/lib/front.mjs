// The feed as clients see it: Azure's paths and Azure's answers, with a real registry behind.

import { buffer } from 'node:stream/consumers';
import * as answers from './answers.mjs';
import { looksLikeAFeed } from './feeds.mjs';
import * as history from './history.mjs';
import { misfit, rowOf } from './misfits.mjs';

const TARBALL = /^\/(?:@[^/]+(?:\/|%2f))?(?!-\/)[^/]+\/-\/(?:@[^/]+\/)?[^/]+\.tgz$/i;
const DOCUMENT = /^\/(?:@[^/]+(?:\/|%2f))?[^/-][^/]*(?:\/[^/-][^/]*)?$/i;

export class Front {
  #feeds;
  #callers;
  #registries;
  #blobs;
  #record;

  constructor({ feeds, callers, registries, blobs, record }) {
    this.#feeds = feeds;
    this.#callers = callers;
    this.#registries = registries;
    this.#blobs = blobs;
    this.#record = record;
  }

  async handle(request, response) {
    // As a proxy it is asked for whole URLs.
    const pathname = request.url.split('?')[0].replace(/^http:\/\/[^/]+/, '');
    const caller = this.#callers.identify(request.headers.authorization);
    const asked = history.question(pathname);
    const target = this.#feeds.locate(asked?.registry ?? pathname);
    const body = await buffer(request);
    const row = target && rowOf(target.feed);
    const answer = row
      ? misfit(row, request.headers.host, this.#blobs, response)
      : (this.#refusal(asked?.registry ?? pathname, target, caller, request) ??
        (await (asked ? this.#past(target, asked) : this.#serve(target, request, body))));
    this.#record.add({
      server: 'feed',
      method: request.method,
      path: request.url,
      host: request.headers.host,
      userAgent: request.headers['user-agent'] ?? null,
      auth: caller,
      status: answer?.status ?? null,
      feed: target?.feed.path ?? null,
    });
    if (answer) {
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    }
  }

  #refusal(pathname, target, caller, request) {
    if (target === undefined && !looksLikeAFeed(pathname)) {
      return answers.noSuchPage();
    }
    if (!authenticated(caller, target?.feed)) {
      const deployment = target?.feed.deployment ?? 'services';
      return answers.unauthorized(deployment, `http://${request.headers.host}`, pathname.split('/')[1]);
    }
    if (target === undefined) {
      return answers.noSuchFeed(pathname);
    }
    if (caller.pat !== target.feed.pat) {
      return answers.noRightHere(target.feed);
    }
    if (['PUT', 'DELETE'].includes(request.method) && !target.feed.write) {
      return answers.noRightToWrite(target.feed);
    }
    return undefined;
  }

  async #serve({ feed, rest }, request, body) {
    if (rest === '' || rest === '/') {
      return answers.json(200, {});
    }
    const registry = await this.#registries.of(feed);
    if (request.method === 'GET' && TARBALL.test(rest)) {
      return this.#tarball(feed, rest, registry, request.headers.host);
    }
    if (request.method === 'GET' && DOCUMENT.test(rest)) {
      return this.#document(feed, rest, registry, request);
    }
    if (request.method === 'PUT' && DOCUMENT.test(rest)) {
      const taken = await versionTaken(registry, rest, body);
      if (taken !== undefined) {
        return answers.alreadyThere(feed, taken.name, taken.version);
      }
    }
    return passedOn(await registry.ask(request.method, rest, contentHeaders(request), body.length > 0 ? body : undefined));
  }

  async #past({ feed }, asked) {
    return history.answer(asked, await this.#registries.of(feed));
  }

  async #tarball(feed, rest, registry, host) {
    const found = await registry.ask('GET', rest);
    return found.status === 200
      ? { status: 303, headers: { location: this.#blobs.keep(feed, rest, found.body, host) }, body: '' }
      : answers.noSuchPackage(feed, decodeURIComponent(rest.slice(1)));
  }

  async #document(feed, rest, registry, request) {
    const found = await registry.ask('GET', rest, contentHeaders(request));
    if (found.status !== 200) {
      return answers.noSuchPackage(feed, decodeURIComponent(rest.slice(1)));
    }
    const document = JSON.parse(found.body);
    // That of one version, which Corepack asks for, is as an entry of the package's.
    for (const { dist, name } of Object.values(document.versions ?? { only: document })) {
      const file = dist.tarball.slice(dist.tarball.lastIndexOf('/') + 1);
      dist.tarball = `http://${request.headers.host}${feed.path}${name}/-/${file}`;
    }
    return answers.json(200, document, { 'content-type': found.type });
  }
}

/** Whether the caller is someone: the feed's scheme, a known token, and the user name where the feed insists on one. */
function authenticated(caller, feed) {
  return (
    caller.pat !== 'none' &&
    caller.pat !== 'unknown' &&
    (feed === undefined ||
      (caller.scheme.toLowerCase() === feed.scheme.toLowerCase() &&
        (feed.username === undefined || caller.username === feed.username)))
  );
}

/** The name and version of a publish request that the registry already holds, or undefined. */
async function versionTaken(registry, rest, body) {
  const { name, versions = {}, _attachments = {} } = JSON.parse(body);
  if (Object.keys(_attachments).length === 0) {
    return undefined;
  }
  const held = await registry.ask('GET', rest);
  const existing = held.status === 200 ? Object.keys(JSON.parse(held.body).versions) : [];
  const version = Object.keys(versions).find(
    (candidate) => existing.includes(candidate) || history.wasThere(name, candidate),
  );
  return version === undefined ? undefined : { name, version };
}

function contentHeaders({ headers }) {
  return Object.fromEntries(
    ['accept', 'content-type'].filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]),
  );
}

function passedOn({ status, type, body }) {
  return { status, headers: { 'content-type': type }, body };
}
