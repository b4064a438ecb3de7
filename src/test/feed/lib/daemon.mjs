// The process that serves: started by launch.mjs, told over IPC what to serve (PATs too, so that they stay out of its
// arguments and environment), and gone when the watched process is.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Blobs } from './blobs.mjs';
import { Callers } from './callers.mjs';
import { Feeds } from './feeds.mjs';
import { Front } from './front.mjs';
import { RequestRecord } from './record.mjs';
import { Registries } from './registry.mjs';

const WATCH_INTERVAL_MS = 500;

process.once('message', (order) => {
  serve(order).then(
    (state) => process.send({ ready: state }, () => process.channel?.unref()),
    (failure) => {
      console.error(failure.stack);
      process.exit(1);
    },
  );
});

async function serve({ work, port, watchPid, pats }) {
  const callers = new Callers(pats);
  const feeds = new Feeds(JSON.parse(readFileSync(new URL('../feeds.json', import.meta.url), 'utf8')));
  const record = new RequestRecord(join(work, 'record.jsonl'), (line) => callers.redact(line));
  const blobs = new Blobs(record, callers);
  const front = new Front({ feeds, callers, registries: new Registries(work), blobs, record });

  const stateFile = join(work, 'state.json');
  const end = () => {
    if (existsSync(stateFile) && JSON.parse(readFileSync(stateFile, 'utf8')).pid === process.pid) {
      rmSync(stateFile);
    }
    process.exit(0);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://front');
    if (request.method === 'GET' && url.pathname === '/-/record') {
      respond(response, 200, record.under(url.searchParams.get('under') ?? '/'));
    } else if (url.pathname === '/-/identity/token') {
      identity(request, response, url, pats, record);
    } else if (request.method === 'POST' && url.pathname === '/-/stop') {
      const own = url.searchParams.get('pid') === String(process.pid);
      respond(response, own ? 200 : 409, { pid: process.pid }, own ? end : undefined);
    } else {
      front.handle(request, response).catch((failure) => {
        console.error(callers.redact(failure.stack));
        respond(response, 500, { message: 'The test feed failed: see its daemon.log.' });
      });
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const state = { pid: process.pid, port: server.address().port, blobPort: await blobs.listen() };
  writeFileSync(stateFile, JSON.stringify(state));
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  setInterval(() => alive(watchPid) || end(), WATCH_INTERVAL_MS);
  return state;
}

/** The endpoint for managed identities that a host of Azure's gives to what runs on it: a token for the resource asked for. */
function identity(request, response, url, pats, record) {
  const known =
    request.headers['x-identity-header'] === 'stand-in' &&
    url.searchParams.get('resource')?.startsWith('499b84ac-1321-427f-aa17-267ca6975798');
  const status = known ? 200 : 401;
  record.add({ server: 'identity', method: request.method, path: url.pathname, status });
  const expires = Math.floor(Date.now() / 1000) + 3600;
  respond(response, status, known ? { access_token: pats.jwt, expires_on: String(expires), token_type: 'Bearer' } : {});
}

function respond(response, status, body, then) {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body), then);
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}
