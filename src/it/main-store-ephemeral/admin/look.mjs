import { readFileSync, statSync, writeFileSync } from 'node:fs';

const file = process.env.NPM_CONFIG_USERCONFIG;
writeFileSync('looked.json', JSON.stringify({
  greeting: process.env.GREETING,
  lowerCaseToo: process.env.npm_config_userconfig === file,
  path: file,
  mode: (statSync(file).mode & 0o777).toString(8),
  ownSettings: readFileSync(file, 'utf8').includes('; mine'),
}));
