// Who calls: what an Authorization header holds, said in labels. No secret leaves this module.

/** The PATs that are known here by label. They live in memory only. */
export class Callers {
  #labels;
  #traces;

  /** @param pats {[label]: value} */
  constructor(pats) {
    const entries = Object.entries(pats);
    if (entries.length === 0) {
      throw new Error('No PAT was given: set FEED_PAT_MAIN, or pass --pat main=VALUE.');
    }
    this.#labels = new Map(entries.map(([label, value]) => [value, label]));
    if (this.#labels.size !== entries.length) {
      throw new Error('Two PAT labels have the same value.');
    }
    this.#traces = entries.flatMap(([label, value]) =>
      [value, encodeURIComponent(value), base64(value), base64(value).replace(/=+$/, '')].map((trace) => [
        trace,
        `[PAT ${label}]`,
      ]),
    );
  }

  /** {scheme, username, pat}: `pat` is a label, "unknown" or "none". */
  identify(authorization) {
    if (authorization === undefined) {
      return { scheme: 'none', username: null, pat: 'none' };
    }
    const [, scheme, value] = /^(\S+)\s*(.*)$/.exec(authorization.trim()) ?? [null, '', ''];
    if (scheme.toLowerCase() !== 'basic') {
      return { scheme, username: null, pat: this.#labels.get(value) ?? 'unknown' };
    }
    const pair = Buffer.from(value, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    return {
      scheme,
      username: this.redact(colon < 0 ? '' : pair.slice(0, colon)),
      pat: this.#labels.get(pair.slice(colon + 1)) ?? 'unknown',
    };
  }

  /** The text with every known PAT, plain, base64 or URL-encoded, replaced by its label. */
  redact(text) {
    return this.#traces.reduce((safe, [trace, label]) => safe.replaceAll(trace, label), text);
  }
}

function base64(value) {
  return Buffer.from(value).toString('base64');
}
