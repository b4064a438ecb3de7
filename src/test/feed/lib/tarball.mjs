// An npm package's tarball, made from a folder of plain files: ustar, gzipped, every entry under package/.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BLOCK = 512;

export function tarballOf(folder) {
  const entries = readdirSync(folder)
    .sort()
    .map((file) => entry(`package/${file}`, readFileSync(join(folder, file))));
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]));
}

function entry(name, content) {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(content.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(octal(header.reduce((sum, byte) => sum + byte, 0), 7), 148);
  return Buffer.concat([header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

/** A number as `width - 1` octal digits and a NUL. */
function octal(number, width) {
  return `${number.toString(8).padStart(width - 1, '0')}\0`;
}
