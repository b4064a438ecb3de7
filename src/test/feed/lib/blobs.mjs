// The blob storage that tarballs are redirected to: another host, that refuses a forwarded Authorization.

import { createServer } from 'node:http';

const PAGE = '/-/elsewhere';

export class Blobs {
  #record;
  #callers;
  #content = new Map();
  #server;

  constructor(record, callers) {
    this.#record = record;
    this.#callers = callers;
    this.#server = createServer((request, response) => this.#serve(request, response));
  }

  async listen() {
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this.#server.address().port;
  }

  /**
   * Keeps the bytes and gives the URL they are served at. Its host differs by name from the one the client
   * called, since clients compare names, not ports, before they drop Authorization.
   */
  keep(feed, rest, bytes, calledHost) {
    const path = `${feed.path.slice(0, -1)}${rest}`;
    this.#content.set(path, { feed: feed.path, bytes });
    return `${this.#origin(calledHost)}${path}?sv=2024-08-04&sig=signature`;
  }

  /** The URL of something here that is there for everybody. */
  page(calledHost) {
    this.#content.set(PAGE, { feed: null, bytes: Buffer.from('{}') });
    return this.#origin(calledHost) + PAGE;
  }

  #origin(calledHost) {
    const host = calledHost.startsWith('localhost') ? '127.0.0.1' : 'localhost';
    return `http://${host}:${this.#server.address().port}`;
  }

  #serve(request, response) {
    const path = request.url.split('?')[0];
    const blob = this.#content.get(path);
    const forwarded = request.headers.authorization !== undefined;
    const status = blob === undefined ? 404 : forwarded ? 403 : 200;
    this.#record.add({
      server: 'blob',
      method: request.method,
      path,
      host: request.headers.host,
      userAgent: request.headers['user-agent'] ?? null,
      auth: this.#callers.identify(request.headers.authorization),
      authorizationForwarded: forwarded,
      status,
      feed: blob?.feed ?? null,
    });
    if (status === 200) {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': blob.bytes.length });
      response.end(blob.bytes);
    } else {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${
        status === 403 ? 'AuthenticationFailed' : 'BlobNotFound'
      }</Code></Error>`);
    }
  }
}
