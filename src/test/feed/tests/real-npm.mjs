import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { documentedProjectNpmrc, documentedUserNpmrc, project } from './documented-npmrc.mjs';
import { JWT, MAIN, TOOLS } from './running-feed.mjs';

const ORGANIZATION = '/contoso/_packaging/Shared/npm/registry/';

/** What this machine's own npm makes of the feed. */
export function realNpm(feed) {
  const sentByNpm = async (prefix) =>
    (await feed.record(prefix)).filter(({ userAgent }) => userAgent.startsWith('npm/'));
  const greeting = (folder) => readFileSync(join(folder, 'node_modules/@contoso/words/index.js'), 'utf8');

  describe('lets the real npm in', () => {
    for (const [kind, path, username] of [
      ['organization-scoped', ORGANIZATION, 'any'],
      ['project-scoped', '/contoso/Web%20Shop/_packaging/Shared/npm/registry/', 'any'],
      ['view', '/contoso/_packaging/Shared@Release/npm/registry/', 'any'],
      ['non-ASCII', '/contoso/_packaging/%C3%9Cberbau/npm/registry/', 'any'],
      ['Server collection-scoped', '/DefaultCollection/_packaging/Onprem/npm/registry/', 'DefaultCollection'],
      ['Server under a virtual directory', '/tfs/DefaultCollection/_packaging/Onprem/npm/registry/', 'DefaultCollection'],
      ['Server project-scoped', '/tfs/DefaultCollection/Shop/_packaging/Onprem/npm/registry/', 'any'],
    ]) {
      it(`with the documented files, ${kind}`, async () => {
        const url = feed.url(path);
        const { folder, npm } = project({
          projectNpmrc: documentedProjectNpmrc(url),
          userNpmrc: documentedUserNpmrc(url, MAIN, username),
        });

        const install = npm('install', 'contoso-greeting');

        assert.equal(install.status, 0, install.stderr);
        assert.match(greeting(folder), /hello from a private feed/);
        const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
        assert.equal(
          lock.packages['node_modules/contoso-greeting'].resolved,
          `${url}contoso-greeting/-/contoso-greeting-1.0.0.tgz`,
        );
        const sent = await sentByNpm(path);
        const atFeed = sent.filter(({ server }) => server === 'feed');
        assert.ok(atFeed.length >= 4);
        assert.ok(atFeed.every(({ auth }) => auth.pat === 'main' && auth.username === username));
        const tarballs = sent.filter(({ server }) => server === 'blob');
        assert.ok(tarballs.length >= 2);
        assert.ok(tarballs.every(({ authorizationForwarded }) => !authorizationForwarded));
      });
    }

    it('with a JWT where the feed takes one', () => {
      const url = feed.url('/contoso/_packaging/Entra/npm/registry/');
      const { npm } = project({
        projectNpmrc: documentedProjectNpmrc(url),
        userNpmrc: `${url.replace('http:', '')}:_authToken=${JWT}\n`,
      });
      const install = npm('install', 'contoso-greeting');
      assert.equal(install.status, 0, install.stderr);
    });

    it('to two feeds by scope, each with its own PAT', async () => {
      const [shared, tools] = [feed.url(ORGANIZATION), feed.url('/contoso/_packaging/Tools/npm/registry/')];
      const { folder, npm } = project({
        projectNpmrc: `${documentedProjectNpmrc(shared, '@contoso')}${documentedProjectNpmrc(tools, '@tools')}`,
        userNpmrc: documentedUserNpmrc(shared, MAIN) + documentedUserNpmrc(tools, TOOLS),
      });

      const install = npm('install', '@contoso/words', '@tools/lint-rules');

      assert.equal(install.status, 0, install.stderr);
      assert.ok(existsSync(join(folder, 'node_modules/@tools/lint-rules/index.js')));
      const atTools = await sentByNpm('/contoso/_packaging/Tools/');
      assert.ok(atTools.length >= 2);
      assert.ok(atTools.every(({ server, auth }) => auth.pat === (server === 'feed' ? 'tools' : 'none')));
    });
  });

  describe('keeps the real npm out', () => {
    it('with a wrong PAT: E401', () => {
      const url = feed.url(ORGANIZATION);
      const { folder, npm } = project({
        projectNpmrc: documentedProjectNpmrc(url),
        userNpmrc: documentedUserNpmrc(url, 'wrong'),
      });
      const install = npm('install', 'contoso-greeting');
      assert.notEqual(install.status, 0);
      assert.match(install.stderr, /code E401/);
      assert.match(install.stderr, /your authentication token seems to be invalid/);
      assert.ok(!existsSync(join(folder, 'node_modules/contoso-greeting')));
    });
  });

  describe('takes what the real npm publishes', () => {
    const published = (path) => {
      const url = feed.url(path);
      return project({
        manifest: { name: '@contoso/fresh', version: '2.1.0', main: 'index.js' },
        projectNpmrc: documentedProjectNpmrc(url),
        userNpmrc: documentedUserNpmrc(url, MAIN),
      });
    };

    it('once; the same version again is E403, and the feed next door does not have it', async () => {
      const path = '/contoso/_packaging/Publish-once/npm/registry/';
      const { npm } = published(path);

      const first = npm('publish');
      assert.equal(first.status, 0, first.stderr);
      const view = npm('view', '@contoso/fresh', 'version');
      assert.equal(view.stdout.trim(), '2.1.0');

      const second = npm('publish', '--force');
      assert.notEqual(second.status, 0);
      const puts = (await feed.record(path)).filter(({ method }) => method === 'PUT');
      assert.deepEqual(puts.map(({ status }) => status), [201, 403], second.stderr);
      assert.match(second.stderr, /code E403/);
      assert.match(
        second.stderr,
        /The feed 'Publish-once' already contains file 'fresh-2\.1\.0\.tgz' in package '@contoso\/fresh 2\.1\.0'/,
      );

      const next = published('/contoso/_packaging/Publish-next/npm/registry/');
      assert.match(next.npm('view', '@contoso/fresh', 'version').stderr, /code E404/);
      assert.equal(next.npm('publish').status, 0);
    });

    it('not into a view: E403', () => {
      const publish = published('/contoso/_packaging/Shared@Release/npm/registry/').npm('publish');
      assert.notEqual(publish.status, 0);
      assert.match(publish.stderr, /code E403/);
      assert.match(publish.stderr, /You need to have 'AddPackage'/);
    });
  });
}
