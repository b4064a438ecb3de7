import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const builds = join(homedir(), '.local/state/feedauth/builds');
const folders = existsSync(builds) ? readdirSync(builds).filter((name) => statSync(join(builds, name)).isDirectory()) : [];
const modes = folders.flatMap((folder) => readdirSync(join(builds, folder))
  .map((name) => (statSync(join(builds, folder, name)).mode & 0o777).toString(8)));
writeFileSync(`looked-${process.env.LOOK}.txt`, `${folders.length} folders, modes of files: ${modes}`);
