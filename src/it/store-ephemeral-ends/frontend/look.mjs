// Keeps all that the build before has left, for verify.groovy to look at, and tells what of it lies in the folder for credentials to lend.
import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const builds = join(homedir(), '.local/state/feedauth/builds');
const folders = existsSync(builds) ? readdirSync(builds).filter((name) => statSync(join(builds, name)).isDirectory()) : [];
const modes = folders.flatMap((folder) => readdirSync(join(builds, folder))
  .map((name) => (statSync(join(builds, folder, name)).mode & 0o777).toString(8)));
writeFileSync(`looked-${process.env.LOOK}.txt`, `${folders.length} folders, modes of files: ${modes}`);

for (const name of ['home', 'tmp', 'frontend', 'target', 'pom.xml', 'build.log'].filter((name) => existsSync(join('..', name)))) {
  cpSync(join('..', name), join('../kept', process.env.LOOK, name), { recursive: true, verbatimSymlinks: true });
}
