// What each client sent, one JSON object a line, on disk before the answer's end leaves.

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

export class RequestRecord {
  #file;
  #redact;

  /** @param redact takes secrets out of a line, whatever field a client put them in */
  constructor(file, redact) {
    this.#file = file;
    this.#redact = redact;
    writeFileSync(file, '');
  }

  add(entry) {
    appendFileSync(this.#file, `${this.#redact(JSON.stringify(entry))}\n`);
  }

  /** The entries whose path, or whose feed's path, starts with the prefix; escapes in either do not matter. */
  under(prefix) {
    const start = plain(prefix);
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter(({ path, feed }) => [path, feed ?? ''].some((text) => plain(text).startsWith(start)));
  }
}

function plain(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
