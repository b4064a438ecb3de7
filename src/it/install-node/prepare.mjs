// This machine's Node and npm, packed as nodejs.org packs them: dist/VERSION/node-VERSION-PLATFORM-ARCHITECTURE.tar.gz

import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const name = `node-${process.version}-${process.platform}-${process.arch}`;
const archive = join('dist', process.version, `${name}.tar`);
const modules = join('laid-out', name, 'lib', 'node_modules');
for (const folder of [join('dist', process.version), join('laid-out', name, 'bin'), modules, '.mvn']) {
  mkdirSync(folder, { recursive: true });
}
symlinkSync(process.execPath, join('laid-out', name, 'bin', 'node'));
const ours = execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim();
symlinkSync(realpathSync(join(ours, 'npm')), join(modules, 'npm'));
execFileSync('tar', ['-chf', archive, '-C', 'laid-out', name]);
execFileSync('gzip', ['-f1', archive]);
rmSync('laid-out', { recursive: true });
writeFileSync(join('.mvn', 'maven.config'), `-Dnode.version=${process.version}\n`);
