// Which feed a request's path belongs to. The feeds themselves are data: feeds.json.

const SUFFIX = ['npm', 'registry'];

/** A feed as a request found it: its canonical path (as feeds.json spells it), its name and what it demands. */
class Feed {
  constructor(declared, path) {
    const segments = path.split('/');
    this.path = path;
    this.name = decodeURIComponent(segments[segments.indexOf('_packaging') + 1]);
    this.deployment = declared.deployment;
    this.scheme = declared.scheme ?? 'Basic';
    this.username = declared.username;
    this.pat = declared.pat;
    this.write = declared.write;
    this.packages = declared.packages;
  }
}

export class Feeds {
  #patterns;
  #found = new Map();

  constructor(declarations) {
    this.#patterns = declarations.map((declared) => ({
      declared,
      segments: declared.path.split('/').filter(Boolean).map(decodeURIComponent),
    }));
  }

  /** The feed and the part of the path behind its registry ('' or '/…', as sent), or undefined. */
  locate(pathname) {
    const sent = pathname.split('/').slice(1);
    const end = endOfRegistry(sent);
    if (end < 0) {
      return undefined;
    }
    const names = sent.slice(0, end).map(decoded);
    const match = this.#patterns.find(({ segments }) => covers(segments, names));
    if (match === undefined) {
      return undefined;
    }
    const path = canonical(match, names);
    if (!this.#found.has(path)) {
      this.#found.set(path, new Feed(match.declared, path));
    }
    return { feed: this.#found.get(path), rest: sent.slice(end).map((segment) => `/${segment}`).join('') };
  }
}

/** Whether a path has the form of a feed's registry at all, known or not. */
export function looksLikeAFeed(pathname) {
  return endOfRegistry(pathname.split('/').slice(1)) >= 0;
}

function endOfRegistry(segments) {
  const packaging = segments.indexOf('_packaging');
  const end = packaging + 2 + SUFFIX.length;
  return packaging > 0 && SUFFIX.every((word, i) => segments[packaging + 2 + i] === word) ? end : -1;
}

function covers(pattern, names) {
  return (
    pattern.length === names.length &&
    pattern.every((word, i) =>
      word.endsWith('*') ? names[i]?.startsWith(word.slice(0, -1)) : word === names[i],
    )
  );
}

function canonical({ declared }, names) {
  return declared.path.includes('*')
    ? `/${names.map((name) => encodeURIComponent(name).replaceAll('%40', '@')).join('/')}/`
    : declared.path;
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
