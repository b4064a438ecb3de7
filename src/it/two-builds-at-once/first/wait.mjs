// Holds the build up, between the moment it was lent a credential and the one it needs it, until verify.groovy lets it go on.
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

writeFileSync('waiting', '');
for (let i = 0; i < 1200 && !existsSync('go'); i++) await setTimeout(100);
