#!/usr/bin/env node
// An Azure-like npm feed for tests and the demo: see README.md beside this file.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { start, stop } from './lib/launch.mjs';
import { linkNode } from './lib/node-home.mjs';

const USAGE = `usage:
  node feed.mjs start --port N --work DIR [--watch-pid PID] [--pat LABEL=VALUE]...
      serves on 127.0.0.1:N (0: a free port, told in DIR/state.json) until \`stop\`, or until the process PID
      (default: the one that calls this command) is gone; PATs also from the variables FEED_PAT_<LABEL>
  node feed.mjs stop --work DIR
  node feed.mjs link-node --dir DIR`;

const PAT_VARIABLE = 'FEED_PAT_';

const COMMANDS = {
  async start(options) {
    const [pats, environment] = withoutPats(process.env);
    for (const pat of options.pat ?? []) {
      const [, label, value] = /^([a-z]+)=(.+)$/.exec(pat) ?? usage('--pat takes LABEL=VALUE.');
      pats[label] = value;
    }
    const state = await start({
      work: resolve(required(options, 'work')),
      port: Number(required(options, 'port')),
      watchPid: Number(options['watch-pid'] ?? process.ppid),
      pats,
      environment,
    });
    console.log(`feed: http://127.0.0.1:${state.port}/ (blob storage on ${state.blobPort}, process ${state.pid})`);
  },
  async stop(options) {
    const ended = await stop({ work: resolve(required(options, 'work')) });
    console.log(ended ? 'feed: stopped' : 'feed: none is running');
  },
  async 'link-node'(options) {
    const dir = resolve(required(options, 'dir'));
    linkNode(dir);
    console.log(`node: ${dir} holds links to this machine's Node and npm`);
  },
};

/** The PATs by label, and the environment without them: no process started from here needs to see one. */
function withoutPats(variables) {
  const [pats, environment] = [{}, {}];
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith(PAT_VARIABLE)) {
      pats[name.slice(PAT_VARIABLE.length).toLowerCase()] = value;
    } else {
      environment[name] = value;
    }
  }
  return [pats, environment];
}

function required(options, name) {
  return options[name] ?? usage(`--${name} is missing.`);
}

function usage(problem) {
  throw new Error(`${problem}\n${USAGE}`);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      work: { type: 'string' },
      dir: { type: 'string' },
      'watch-pid': { type: 'string' },
      pat: { type: 'string', multiple: true },
    },
  });
  await (COMMANDS[positionals[0]] ?? usage(`No such command: ${positionals[0]}`))(values);
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
