// node scan.mjs FOLDER: fails where a file below the folder shows one of the secrets of the environment (FEED_PAT_*), in any form.
// Left out is what has to hold one: the clients' user files and Maven's settings in the home folder of a case, and what npm installed;
// in the output of builds, the lines that the agent of a pipeline takes out.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [folder] = process.argv.slice(2);
const secrets = Object.entries(process.env).filter(([name]) => name.startsWith('FEED_PAT_'));
if (secrets.length === 0) throw new Error('No secret to look for: set FEED_PAT_*');

// Wherever it stands in what was encoded: four characters are three bytes, so that there are three ways to begin.
const base64 = (secret) =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), secret]).toString('base64');
    return Buffer.from(encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6)));
  });
const forms = secrets.flatMap(([name, secret]) => {
  const bytes = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  return [
    bytes,
    Buffer.from(encodeURIComponent(secret)),
    utf16.subarray(0, -1),
    Buffer.from(bytes.toString('hex')),
    ...base64(bytes),
    ...base64(utf16),
    ...base64(Buffer.from(bytes.toString('base64'))),
  ].map((form) => ({ name, bytes: form }));
});

const mayHoldOne = (path) => /(^|\/)home\/(\.npmrc|\.yarnrc\.yml|\.m2\/.*)$/.test(path);
const asLogged = (path, bytes) =>
  path.endsWith('/build.log')
    ? Buffer.from(bytes.toString('latin1').replace(/##vso\[task\.setsecret\].*$/gm, ''), 'latin1')
    : bytes;
let files = 0;
const found = [];
const look = (path) => {
  const bytes = asLogged(path, readFileSync(path));
  files++;
  for (const { name, bytes: form } of forms) {
    if (bytes.includes(form)) found.push(`${relative(folder, path)}: ${name}`);
  }
};
const walk = (here) => {
  for (const entry of readdirSync(here, { withFileTypes: true })) {
    const path = join(here, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') walk(path);
    else if (entry.isFile() && !mayHoldOne(path)) look(path);
  }
};
walk(folder);

console.log(`scan: ${files} files, ${forms.length} forms of ${secrets.length} secrets, ${found.length} hits`);
if (found.length > 0) {
  console.error(found.join('\n'));
  process.exitCode = 1;
}
